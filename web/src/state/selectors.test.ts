import { describe, expect, it } from 'vitest'

import type { MessageObject } from '../contract'
import { advice, created, loadedState, message, moved, outgoing, updated } from '../testing/objects'
import { reduce } from './reducer'
import {
  amountsNamed,
  awaitsAdvice,
  awaitsDealer,
  dealerPriceOnItsWay,
  hasOlder,
  latestAdvice,
  latestStep,
  messagesOf,
  nextExpiry,
  offerHeldUp,
  offerPending,
  textOf,
  typesUnseen,
  unpricedDealerMessages,
} from './selectors'
import { emptyState, type NegotiationState } from './types'

const offer = (seq: number, party: 'buyer' | 'dealer' = 'buyer') =>
  message(seq, { kind: 'offer', data: { amount: `${seq}000.00`, party, note: null } })
const dealer = (seq: number, price: string | null = null) =>
  message(seq, { role: 'dealer', kind: 'dealer_message', data: { price, channel: null } })
const answer = (seq: number, to: number, data = {}) =>
  advice(seq, { reply_id: `reply-${seq}`, in_reply_to: `message-${to}`, data })

/** A negotiation with these messages, after the event that began it. */
function talk(...messages: MessageObject[]): NegotiationState {
  const events = [moved(1), ...messages.map(created)]
  return reduce(loadedState(), { type: 'events_received', events })
}

const waiting = (state: NegotiationState, ...outbox: ReturnType<typeof outgoing>[]): NegotiationState => ({
  ...state,
  outbox,
})
const seqs = (messages: readonly MessageObject[]) => messages.map(({ seq }) => seq)

describe('the messages', () => {
  it('are the same list until one of them changes', () => {
    const state = talk(message(2))
    const typing = { negotiation_id: state.id, reply_id: 'r', is_typing: true, expires_in_ms: 1 }
    expect(messagesOf(reduce(state, { type: 'typing_received', typing, at: 0 }))).toBe(messagesOf(state))
    const changed = reduce(state, { type: 'events_received', events: [updated(3, message(2, { content: 'new' }))] })
    expect(messagesOf(changed)).not.toBe(messagesOf(state))
  })

  it.each([
    [null, false],
    [1, false],
    [2, true],
  ])('loaded from %s: there are older ones: %s', (firstSeq, older) => {
    expect(hasOlder({ ...emptyState('id'), firstSeq })).toBe(older)
  })
})

describe('the text of an advice', () => {
  const opened = advice(2, { status: 'streaming', content: 'so far', data: { attempt: 2 } })
  const streamOf = (attempt: number) => ({
    ...talk(opened),
    streams: { [opened.reply_id ?? '']: { attempt, text: 'streamed', length: 8, early: [] } },
  })

  it.each([
    [1, 'so far'],
    [2, 'streamed'],
    [3, 'streamed'],
  ])('of whose second attempt is stored, with a stream of attempt %i', (attempt, text) => {
    expect(textOf(streamOf(attempt), opened)).toBe(text)
  })

  it('that is whole is its own', () => {
    expect(textOf(streamOf(3), { ...opened, status: 'complete' })).toBe('so far')
  })
})

describe('typing', () => {
  it('is unseen until the reply has a message', () => {
    const typing = { 'reply-3': 9, 'reply-2': 8 }
    expect(typesUnseen({ ...talk(answer(2, 1)), typing })).toBe(true)
    expect(typesUnseen({ ...talk(answer(2, 1), answer(3, 1)), typing })).toBe(false)
    expect(typesUnseen(talk())).toBe(false)
  })

  it('expires with the first', () => {
    expect(nextExpiry({ ...talk(), typing: { a: 9, b: 5, c: 7 } })).toBe(5)
    expect(nextExpiry(talk())).toBeNull()
  })
})

describe('whose turn it is', () => {
  it.each<[string, MessageObject[], boolean]>([
    ['nothing said', [], true],
    ['the opening advice', [advice(2)], false],
    ['a question', [advice(2), message(3)], true],
    ['a question answered', [message(2), answer(3, 2)], false],
    ['the dealer, after an answer', [message(2), answer(3, 2), dealer(4)], true],
    ['an answer to an older move', [message(2), message(3), answer(4, 2)], true],
  ])('the adviser’s: %s', (_what, messages, awaits) => {
    expect(awaitsAdvice(talk(...messages))).toBe(awaits)
  })

  it('nobody’s before anything is loaded, nor where the beginning is not', () => {
    expect(awaitsAdvice({ ...talk(), firstSeq: null })).toBe(false)
    expect(awaitsAdvice({ ...talk(), negotiation: null })).toBe(false)
    expect(awaitsAdvice({ ...talk(), firstSeq: 5 })).toBe(false)
  })

  it.each<[string, MessageObject[], boolean]>([
    ['nothing said', [], false],
    ['an offer', [offer(2)], true],
    ['an offer, and a question since', [offer(2), message(3)], true],
    ['the dealer’s words since', [offer(2), dealer(3)], false],
    ['the dealer’s offer since', [offer(2), offer(3, 'dealer')], false],
  ])('the dealer’s: %s', (_what, messages, awaits) => {
    expect(awaitsDealer(talk(...messages))).toBe(awaits)
  })

  it.each<[string, MessageObject[], boolean]>([
    ['nothing said', [], false],
    ['an offer', [offer(2)], true],
    ['an offer answered', [offer(2), answer(3, 2)], false],
    ['a question', [message(2)], false],
    ['the dealer’s offer', [offer(2, 'dealer')], false],
  ])('no other offer’s: %s', (_what, messages, pending) => {
    expect(offerPending(talk(...messages))).toBe(pending)
  })
})

describe('what is on its way', () => {
  const mine = outgoing('c', { kind: 'offer', amount: '1.00' })
  const problem = { code: 'no_answer', detail: '' }

  it('is an offer of the buyer that nobody has refused', () => {
    expect(offerPending(waiting(talk(), mine))).toBe(true)
    for (const other of [{ refused: true }, { party: 'dealer' }, { kind: 'chat' }] as const) {
      expect(offerPending(waiting(talk(), { ...mine, ...other }))).toBe(false)
    }
  })

  it('is held up once there is a problem', () => {
    expect(offerHeldUp(talk())).toBe(false)
    expect(offerHeldUp(waiting(talk(), mine))).toBe(false)
    expect(offerHeldUp(waiting(talk(), { ...mine, problem }))).toBe(true)
    expect(offerHeldUp(waiting(talk(), { ...mine, problem, refused: true }))).toBe(false)
  })

  it('is a price of the dealer that nobody has refused', () => {
    const price = outgoing('c', { kind: 'dealer_message', party: 'dealer', amount: '1.00' })
    expect(dealerPriceOnItsWay(waiting(talk(), price))).toBe(true)
    for (const other of [{ refused: true }, { party: 'buyer' }, { amount: null }] as const) {
      expect(dealerPriceOnItsWay(waiting(talk(), { ...price, ...other }))).toBe(false)
    }
  })
})

describe('the advice', () => {
  it('is the newest that has numbers', () => {
    const state = talk(advice(2), answer(3, 2), message(4))
    expect(latestAdvice(state)?.message.seq).toBe(3)
    expect(latestAdvice(talk(message(2)))).toBeNull()
  })

  it('whose step stands is the newest that moved the bargain', () => {
    const state = talk(answer(2, 1, { action: 'hold' }), answer(3, 1, { action: 'answer' }))
    expect(latestStep(state)?.action).toBe('hold')
    expect(latestStep(talk(answer(2, 1, { action: 'answer' })))?.action).toBe('answer')
    expect(latestStep(talk(message(2)))).toBeNull()
  })
})

describe('amounts', () => {
  it('are those that were named, in order', () => {
    const named = amountsNamed([offer(2), message(3), dealer(4, '4500.00'), dealer(5)])
    expect(named.map(({ id, party, cents }) => [id, party, cents])).toEqual([
      ['message-2', 'buyer', 200_000],
      ['message-4', 'dealer', 450_000],
    ])
  })

  it('may be in what the dealer wrote since the last recorded price, newest first', () => {
    const messages = [dealer(2), dealer(3, '3000.00'), dealer(4), offer(5), message(6), dealer(7)]
    expect(seqs(unpricedDealerMessages(messages))).toEqual([7, 4])
    expect(seqs(unpricedDealerMessages([dealer(2), dealer(3)]))).toEqual([3, 2])
  })
})
