// @vitest-environment jsdom
import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'

import { advice, created, message, moved, outgoing } from '../testing/objects'
import { renderWithNegotiation } from '../testing/render'
import { MoveButton } from './MoveButton'

const offer = message(2, { kind: 'offer', client_id: 'c1', data: { amount: '17400.00', party: 'buyer' } })

it('offers once: while an offer is on its way or unanswered, a click does nothing', async () => {
  const { store, actions } = renderWithNegotiation(
    <MoveButton move={{ kind: 'offer', cents: 1_740_000 }} />,
    [{ type: 'events_received', events: [moved(1)] }],
  )
  const button = screen.getByRole('button')
  await userEvent.dblClick(button)
  expect(actions.offer).toHaveBeenCalledExactlyOnceWith(1_740_000)

  act(() => store.dispatch({ type: 'outbox_changed', outbox: [outgoing('c1', { kind: 'offer' })] }))
  expect(button).toBeDisabled()
  act(() => store.dispatch({ type: 'send_accepted', message: offer }))
  expect(button).toBeDisabled()
  const answer = advice(3, { in_reply_to: offer.id, content: '', status: 'streaming' })
  act(() => store.dispatch({ type: 'events_received', events: [created(answer)] }))
  expect(button).toBeEnabled()
})

it('waits with an offer that waits, and can be pressed again when the server refused it', () => {
  const { store } = renderWithNegotiation(
    <MoveButton move={{ kind: 'offer', cents: 1_740_000 }} />,
    [{ type: 'events_received', events: [moved(1)] }],
  )
  const change = { kind: 'offer', problem: { code: 'no_answer', detail: '' } } as const
  act(() => store.dispatch({ type: 'outbox_changed', outbox: [outgoing('c1', change)] }))
  expect(screen.getByRole('button')).toBeDisabled()
  act(() => store.dispatch({ type: 'outbox_changed', outbox: [outgoing('c1', { ...change, refused: true })] }))
  expect(screen.getByRole('button')).toBeEnabled()
})
