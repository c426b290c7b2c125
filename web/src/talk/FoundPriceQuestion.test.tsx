// @vitest-environment jsdom
import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'

import { noAnswer } from '../api/errors'
import type { FigureObject, ReadingObject } from '../api/bodies'
import type { StoredEvent } from '../contract'
import { advice, created, message, moved, outgoing } from '../testing/objects'
import { fee, figure, reading } from '../testing/readings'
import { renderWithNegotiation } from '../testing/render'
import { FoundPriceQuestion } from './FoundPriceQuestion'

const words = (seq: number, price: string | null = null) =>
  created(message(seq, { role: 'dealer', kind: 'dealer_message', content: 'words', data: { price, channel: null } }))
const dealerOffer = (seq: number) =>
  created(message(seq, { role: 'dealer', kind: 'offer', data: { amount: '18400.00', party: 'dealer', note: null } }))

const nothing = (id: string): ReadingObject => reading({ message_id: id })
const found = (id: string, change: Partial<FigureObject> = {}): ReadingObject =>
  reading({ message_id: id, offer: figure({ amount: '18400.00', ...change }) })

async function setUp(events: StoredEvent[], readings: Record<string, ReadingObject>) {
  const talk = renderWithNegotiation(<FoundPriceQuestion />, [{ type: 'events_received', events: [moved(1)] }])
  talk.actions.read.mockImplementation((id) => Promise.resolve(readings[id] ?? nothing(id)))
  await act(() => {
    talk.store.dispatch({ type: 'events_received', events })
    return Promise.resolve()
  })
  await act(() => Promise.resolve())
  return { ...talk, user: userEvent.setup() }
}

const question = () => screen.queryByRole('button', { name: 'Record $18,400 as their offer' })

describe('a price in the dealer’s words', () => {
  it('is offered, not taken, and recorded with one click under the message’s own id', async () => {
    const { actions, user } = await setUp([words(2)], { 'message-2': found('message-2') })
    expect(screen.getByText('The dealer asks $18,400.')).toBeInTheDocument()
    expect(actions.send).not.toHaveBeenCalled()
    await user.click(screen.getByRole('button', { name: 'Record $18,400 as their offer' }))
    expect(actions.send).toHaveBeenCalledExactlyOnceWith({
      kind: 'offer',
      content: '',
      party: 'dealer',
      amount: '18400.00',
      client_id: 'message-2',
    })
  })

  it.each<[boolean | null, RegExp]>([
    [false, /not the all-in price/],
    [true, /are in it, they say/],
    [null, /do not say whether/],
  ])('says what it covers: all-in %s', async (all_in, text) => {
    await setUp([words(2)], { 'message-2': found('message-2', { all_in }) })
    expect(screen.getByText(text)).toBeInTheDocument()
  })

  it('says where it was computed, and which fees were named', async () => {
    const fees = [fee({ name: 'doc fee', amount: '499.00' }), fee({ name: 'taxes' })]
    await setUp([words(2)], { 'message-2': { ...found('message-2', { step: '-500.00' }), fees } })
    expect(screen.getByText('$500 off brings the dealer’s price to $18,400.')).toBeInTheDocument()
    expect(screen.getByText('Named beside it: doc fee $499, taxes.')).toBeInTheDocument()
  })

  it('is not asked about once a price was recorded after it, by whichever tab', async () => {
    const { store } = await setUp([words(2)], { 'message-2': found('message-2') })
    expect(question()).toBeInTheDocument()
    act(() => store.dispatch({ type: 'events_received', events: [dealerOffer(3)] }))
    expect(question()).toBeNull()
  })

  it('is not asked about while it is on its way, and again when that was refused', async () => {
    const { store } = await setUp([words(2)], { 'message-2': found('message-2') })
    const sent = outgoing('message-2', { kind: 'offer', party: 'dealer', amount: '18400.00' })
    act(() => store.dispatch({ type: 'outbox_changed', outbox: [sent] }))
    expect(question()).toBeNull()
    act(() => store.dispatch({ type: 'outbox_changed', outbox: [{ ...sent, refused: true, problem: { code: 'x', detail: '' } }] }))
    expect(question()).toBeInTheDocument()
  })

  it('is asked about in the newest message that holds one', async () => {
    const { actions } = await setUp([words(2), words(3), words(4)], {
      'message-2': found('message-2', { amount: '19000.00' }),
      'message-3': found('message-3'),
    })
    expect(question()).toBeInTheDocument()
    expect(screen.queryByText(/19,000/)).toBeNull()
    expect(actions.read.mock.calls.flat()).toEqual(['message-4', 'message-3'])
  })

  it('is not looked for where the buyer gave the price, nor after the end', async () => {
    const { actions } = await setUp([words(2, '18400.00')], {})
    expect(actions.read).not.toHaveBeenCalled()
    const closed = await setUp([moved(2, { status: 'walked_away' }), words(3)], {})
    expect(closed.actions.read).not.toHaveBeenCalled()
  })

  it('is not asked about again when the buyer says that it is none', async () => {
    const { user } = await setUp([words(2)], { 'message-2': found('message-2') })
    await user.click(screen.getByRole('button', { name: 'Not their price' }))
    expect(question()).toBeNull()
  })

  it('is looked for once more with the advice, by when a model may have told it from others', async () => {
    const { actions, store } = await setUp([words(2)], {})
    expect(question()).toBeNull()
    actions.read.mockImplementation((id) => Promise.resolve(found(id)))
    await act(async () => {
      store.dispatch({ type: 'events_received', events: [created(advice(3, { in_reply_to: 'message-2' }))] })
      await Promise.resolve()
    })
    expect(question()).toBeInTheDocument()
    expect(actions.read).toHaveBeenCalledTimes(2)
  })

  it('is looked for again when the line was down', async () => {
    const talk = renderWithNegotiation(<FoundPriceQuestion />, [{ type: 'events_received', events: [moved(1)] }])
    talk.actions.read.mockRejectedValueOnce(noAnswer()).mockResolvedValue(found('message-2'))
    act(() => talk.store.dispatch({ type: 'events_received', events: [words(2)] }))
    expect(await screen.findByText('The dealer asks $18,400.', {}, { timeout: 20_000 })).toBeInTheDocument()
  })
})
