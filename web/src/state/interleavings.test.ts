/** A recorded run in every kind of disorder ends in one state: what REST would say. */

import { describe, expect, it } from 'vitest'

import { randomOf, shuffled } from '../testing/disorder'
import { advice, created, delta, ID, loadedState, message, moved, updated } from '../testing/objects'
import { reduce } from './reducer'
import { hasGap, messagesOf } from './selectors'
import type { NegotiationAction, NegotiationState } from './types'

const opening = { content: '', status: 'streaming' as const }
const run: NegotiationAction[] = [
  moved(1),
  created(advice(2, opening)),
  moved(3, { suggested_price: '17400.00' }),
  updated(4, advice(2, { content: 'Open at $17,400.' })),
  created(message(5, { kind: 'offer', data: { amount: '18000.00', party: 'buyer', note: null } })),
  moved(6, { round: 2 }),
  created(advice(7, { ...opening, reply_id: 'reply-2', in_reply_to: 'message-5' })),
  updated(8, advice(7, { ...opening, reply_id: 'reply-2', data: { attempt: 2 } })),
  updated(9, advice(7, { reply_id: 'reply-2', content: 'Hold at $18,000.', data: { attempt: 2 } })),
  moved(10, { round: 2, suggested_price: '18180.00' }),
].map((event) => ({ type: 'events_received', events: [event] }))

const passing: NegotiationAction[] = [
  ...[delta(0, 'Open '), delta(5, 'at'), { ...delta(0, 'Hold'), reply_id: 'reply-2' }, { ...delta(0, 'Ho', 2), reply_id: 'reply-2' }].map(
    (each): NegotiationAction => ({ type: 'delta_received', delta: each }),
  ),
  {
    type: 'typing_received',
    typing: { negotiation_id: ID, reply_id: 'reply-2', is_typing: true, expires_in_ms: 9_000 },
    at: 0,
  },
]

/** What stays when everything has arrived; early deltas of settled replies may not linger on screen. */
function settled(state: NegotiationState) {
  return {
    messages: messagesOf(state),
    negotiation: state.negotiation,
    appliedSeq: state.appliedSeq,
    gap: hasGap(state),
    streams: state.streams,
    typing: state.typing,
  }
}

const inOrder = settled(run.reduce(reduce, loadedState()))

describe('any order of a run', () => {
  it.each(Array.from({ length: 300 }, (_, seed) => seed))('ends the same, seed %i', (seed) => {
    const random = randomOf(seed + 1)
    const twice = run.filter(() => random() < 0.4)
    const actions = shuffled([...run, ...twice, ...passing], random)
    expect(settled(actions.reduce(reduce, loadedState()))).toEqual(inOrder)
  })

  it('ends the same in two tabs, of which one joined in the middle', () => {
    const page = run.slice(0, 6).flatMap((action) => (action.type === 'events_received' ? action.events : []))
    const joined = [
      { type: 'newest_loaded', events: page, lastSeq: 6 } satisfies NegotiationAction,
      ...run.slice(4),
    ].reduce(reduce, { ...loadedState(), firstSeq: null })
    expect(settled(joined)).toEqual(inOrder)
  })
})
