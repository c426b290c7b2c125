/** What the page says of where a bargain stands. */

import { describe, expect, it } from 'vitest'

import type { MessageObject } from '../contract'
import { advice, created, loadedState, message, moved, outgoing, REPLY } from '../testing/objects'
import { reduce } from './reducer'
import {
  amountsNamed,
  awaitsAdvice,
  awaitsDealer,
  dealerPriceOnItsWay,
  fallbackOf,
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
import { applyObjects } from './stored-events'
import type { NegotiationState } from './types'

/** The state after the negotiation and these messages, whose numbers begin with 2. */
function stateOf(...messages: MessageObject[]): NegotiationState {
  const events = [moved(1), ...messages.map(created)]
  return reduce(loadedState(), { type: 'events_received', events })
}

const offer = (seq: number, party: 'buyer' | 'dealer') =>
  message(seq, {
    kind: 'offer',
    role: party === 'buyer' ? 'user' : 'dealer',
    data: { amount: `${seq}000.00`, party },
  })
const said = (seq: number, price: string | null = null) =>
  message(seq, { kind: 'dealer_message', role: 'dealer', data: { price } })
const answered = (seq: number, to: number, change: Partial<MessageObject> = {}) =>
  advice(seq, { in_reply_to: `message-${to}`, ...change })

describe('advice', () => {
  it('is awaited until the newest move has it', () => {
    expect(awaitsAdvice(stateOf())).toBe(true)
    expect(awaitsAdvice(stateOf(advice(2)))).toBe(false)
    expect(awaitsAdvice(stateOf(advice(2), said(3)))).toBe(true)
    expect(awaitsAdvice(stateOf(said(2), answered(3, 2)))).toBe(false)
    expect(awaitsAdvice(stateOf(said(2), message(3), answered(4, 2)))).toBe(true)
  })

  it('may lie in what is not loaded, or nothing is', () => {
    expect(awaitsAdvice({ ...stateOf(), firstSeq: 2 })).toBe(false)
    expect(awaitsAdvice({ ...stateOf(said(2)), firstSeq: null })).toBe(false)
    expect(awaitsAdvice({ ...stateOf(said(2)), negotiation: null })).toBe(false)
  })

  it('with numbers is the latest; the one that moved the bargain is its step', () => {
    const step = advice(2, { data: { action: 'raise' } })
    const answer = advice(3, { reply_id: 'second', data: { action: 'answer' } })
    const wordless = advice(4, { reply_id: 'third', data: { suggested_price: null } })
    const state = stateOf(step, answer, wordless)
    expect(latestAdvice(state)?.message).toEqual(answer)
    expect(latestStep(state)?.action).toBe('raise')
    expect(latestStep(stateOf(answer))?.action).toBe('answer')
    expect([latestAdvice(stateOf()), latestStep(stateOf())]).toEqual([null, null])
  })

  it('of the playbook says why, where a model was asked', () => {
    const told = advice(2, { data: { fallback_reason: 'daily_limit' } })
    expect(fallbackOf(stateOf(told), told)).toBe('daily_limit')
    const plain = advice(2)
    expect(fallbackOf(stateOf(plain), plain)).toBeNull()
    const byModel = advice(2, { data: { source: 'model', fallback_reason: 'daily_limit' } })
    expect(fallbackOf(stateOf(byModel), byModel)).toBeNull()
    const asked = { ...plain, seq: 2 }
    const events = [created(byModel), { ...created(asked), type: 'message_updated' as const, seq: 3 }]
    const state = reduce(loadedState(), { type: 'events_received', events: [moved(1), ...events] })
    expect(fallbackOf(state, asked)).toBe('model_unavailable')
  })
})

describe('an offer', () => {
  it('of the buyer waits for the dealer until a dealer or another offer comes; questions do not count', () => {
    expect(awaitsDealer(stateOf())).toBe(false)
    expect(awaitsDealer(stateOf(offer(2, 'buyer')))).toBe(true)
    expect(awaitsDealer(stateOf(offer(2, 'buyer'), message(3), advice(4)))).toBe(true)
    expect(awaitsDealer(stateOf(offer(2, 'buyer'), said(3)))).toBe(false)
    expect(awaitsDealer(stateOf(offer(2, 'buyer'), offer(3, 'dealer')))).toBe(false)
    expect(awaitsDealer(stateOf(message(2)))).toBe(false)
  })

  it('of the buyer is pending on its way and until it has advice', () => {
    const mine = outgoing('a', { kind: 'offer', amount: '1.00' })
    expect(offerPending(stateOf())).toBe(false)
    expect(offerPending({ ...stateOf(), outbox: [mine] })).toBe(true)
    expect(offerPending({ ...stateOf(), outbox: [{ ...mine, refused: true }] })).toBe(false)
    expect(offerPending({ ...stateOf(), outbox: [{ ...mine, party: 'dealer' }] })).toBe(false)
    expect(offerPending({ ...stateOf(), outbox: [{ ...mine, kind: 'chat' }] })).toBe(false)
    expect(offerPending(stateOf(offer(2, 'buyer')))).toBe(true)
    expect(offerPending(stateOf(offer(2, 'dealer')))).toBe(false)
    expect(offerPending(stateOf(offer(2, 'buyer'), answered(3, 2)))).toBe(false)
    expect(offerPending(stateOf(message(2)))).toBe(false)
  })

  it('is held up by what keeps it from being sent', () => {
    const mine = outgoing('a', { kind: 'offer', amount: '1.00' })
    const held = { ...mine, problem: { code: 'no_answer', detail: '' } }
    expect(offerHeldUp({ ...stateOf(), outbox: [mine] })).toBe(false)
    expect(offerHeldUp({ ...stateOf(), outbox: [held] })).toBe(true)
    expect(offerHeldUp({ ...stateOf(), outbox: [{ ...held, kind: 'chat' }] })).toBe(false)
    expect(offerHeldUp(stateOf())).toBe(false)
  })
})

describe('prices', () => {
  it('are named by offers and by what the dealer wrote, in order', () => {
    const messages = messagesOf(stateOf(offer(2, 'buyer'), said(3, '3500.50'), said(4), message(5)))
    expect(amountsNamed(messages)).toEqual([
      { id: 'message-2', party: 'buyer', cents: 2_000_00, round: 1, at: '2026-11-22T10:00:00Z' },
      { id: 'message-3', party: 'dealer', cents: 3_500_50, round: 1, at: '2026-11-22T10:00:00Z' },
    ])
  })

  it('may be in what the dealer wrote since the last one, newest first', () => {
    const ids = (...messages: MessageObject[]) => unpricedDealerMessages(messages).map(({ seq }) => seq)
    expect(ids(said(2), said(3, '3000.00'), said(4), message(5), offer(6, 'buyer'), said(7))).toEqual([7, 4])
    expect(ids(said(2), said(3))).toEqual([3, 2])
    expect(ids(said(2), offer(3, 'dealer'))).toEqual([])
  })

  it('of the dealer are on their way until they are refused', () => {
    const price = outgoing('a', { kind: 'dealer_message', party: 'dealer', amount: '1.00' })
    expect(dealerPriceOnItsWay({ ...stateOf(), outbox: [price] })).toBe(true)
    expect(dealerPriceOnItsWay({ ...stateOf(), outbox: [{ ...price, refused: true }] })).toBe(false)
    expect(dealerPriceOnItsWay({ ...stateOf(), outbox: [{ ...price, amount: null }] })).toBe(false)
    expect(dealerPriceOnItsWay({ ...stateOf(), outbox: [{ ...price, party: 'buyer' }] })).toBe(false)
  })
})

describe('a reply on its way', () => {
  const streaming = advice(2, { status: 'streaming', content: '' })
  const words = { negotiation_id: streaming.negotiation_id, reply_id: REPLY, offset: 0 }

  it('shows its words as far as they have come, but not those of an older attempt', () => {
    const state = reduce(stateOf(streaming), { type: 'delta_received', delta: { ...words, attempt: 1, text: 'Hi' } })
    expect(textOf(state, streaming)).toBe('Hi')
    expect(textOf(state, { ...streaming, content: 'so far', data: { attempt: 2 } })).toBe('so far')
    expect(textOf(state, { ...streaming, status: 'complete', content: 'done' })).toBe('done')
    expect(textOf(stateOf(streaming), { ...streaming, content: 'so far' })).toBe('so far')
  })

  it('is typed unseen until its advice is there; the first indicator to expire is the next', () => {
    const state = { ...stateOf(), typing: { [REPLY]: 7_000, other: 5_000 } }
    expect(typesUnseen(state)).toBe(true)
    expect(typesUnseen({ ...stateOf(streaming), typing: { [REPLY]: 7_000 } })).toBe(false)
    expect(typesUnseen(stateOf())).toBe(false)
    expect(nextExpiry(state)).toBe(5_000)
    expect(nextExpiry(stateOf())).toBeNull()
  })
})

describe('events outside the known part', () => {
  it('are those of this negotiation alone', () => {
    const foreign = { ...message(2), negotiation_id: 'another' }
    const state = applyObjects(loadedState(), [{ ...created(foreign), negotiation_id: 'another' }, created(message(3))])
    expect(messagesOf(state).map(({ seq }) => seq)).toEqual([3])
  })
})
