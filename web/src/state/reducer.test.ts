import { describe, expect, it } from 'vitest'

import type { StoredEvent } from '../contract'
import {
  advice,
  created,
  delta,
  ID,
  loadedState,
  message,
  moved,
  outgoing,
  REPLY,
  updated,
} from '../testing/objects'
import { reduce } from './reducer'
import { hasGap, hasOlder, fallbackOf, isTyping, messagesOf, textOf } from './selectors'
import { emptyState, type NegotiationAction, type NegotiationState } from './types'

function after(actions: readonly NegotiationAction[], state = loadedState()): NegotiationState {
  return actions.reduce(reduce, state)
}

const received = (...events: StoredEvent[]): NegotiationAction => ({ type: 'events_received', events })
const heard = (...deltas: ReturnType<typeof delta>[]): NegotiationAction[] =>
  deltas.map((each) => ({ type: 'delta_received', delta: each }))
const contents = (state: NegotiationState) => messagesOf(state).map((each) => each.content)
const streaming = (seq: number, attempt = 1) =>
  advice(seq, { content: '', status: 'streaming', data: { attempt } })

describe('stored events', () => {
  it('places messages by their seq, in whatever order they come', () => {
    const state = after([received(created(message(4)), created(message(2)), created(message(3)))])
    expect(contents(state)).toEqual(['text 2', 'text 3', 'text 4'])
  })

  it('drops what comes twice', () => {
    const once = after([received(moved(1), created(message(2)))])
    expect(after([received(created(message(2)), moved(1))], once)).toBe(once)
  })

  it('ignores an older version of a message', () => {
    const final = updated(3, message(2, { content: 'final' }))
    const state = after([received(final, created(message(2, { content: 'first' })))])
    expect(contents(state)).toEqual(['final'])
  })

  it('ignores an older negotiation', () => {
    const state = after([received(moved(5, { round: 3 }), moved(2, { round: 2 }))])
    expect(state.negotiation?.round).toBe(3)
  })

  it('takes a negotiation from an answer as of its last_seq', () => {
    const answered = moved(7, { status: 'agreed' }).negotiation
    const state = after([{ type: 'negotiation_received', negotiation: answered }, received(moved(6))])
    expect(state.negotiation?.status).toBe('agreed')
  })

  it('ignores events of another negotiation', () => {
    const state = loadedState()
    const foreign = { ...created(message(1)), negotiation_id: 'another' }
    expect(reduce(state, received(foreign))).toBe(state)
  })

  it('sees a gap, and sees it close', () => {
    const open = after([received(moved(1), created(message(3)), created(message(4)))])
    expect([open.appliedSeq, hasGap(open)]).toEqual([1, true])
    const closed = after([received(created(message(2)))], open)
    expect([closed.appliedSeq, hasGap(closed)]).toEqual([4, false])
  })

  it('keeps the later part of a gap open', () => {
    const state = after([received(moved(1), created(message(3)), created(message(6)), created(message(2)))])
    expect([state.appliedSeq, state.ahead]).toEqual([3, [6]])
  })
})

describe('pages', () => {
  it('come to nothing before the newest one', () => {
    const state = emptyState(ID)
    expect(reduce(state, { type: 'older_loaded', events: [moved(1)] })).toBe(state)
  })

  it('loaded again, bring what they have and leave the beginning where it is', () => {
    const first: NegotiationAction = { type: 'newest_loaded', events: [created(message(3))], lastSeq: 3 }
    const again: NegotiationAction = { type: 'newest_loaded', events: [created(message(5))], lastSeq: 5 }
    const state = after([first, again], emptyState(ID))
    expect(state).toMatchObject({ appliedSeq: 3, firstSeq: 3, ahead: [5] })
  })

  it('without events begin after the last one', () => {
    const state = after([{ type: 'newest_loaded', events: [], lastSeq: 3 }], emptyState(ID))
    expect(state).toMatchObject({ appliedSeq: 3, firstSeq: 4 })
    expect(after([received(created(message(2)))], state)).toMatchObject({ appliedSeq: 3, ahead: [] })
  })

  it('of another negotiation are none of this one’s', () => {
    const foreign = { ...created(message(1)), negotiation_id: 'another' }
    expect(after([{ type: 'older_loaded', events: [foreign] }]).order).toEqual([])
    const other = { ...moved(9).negotiation, id: 'another' }
    const state = loadedState()
    expect(reduce(state, { type: 'negotiation_received', negotiation: other })).toBe(state)
  })

  it('starts the timeline at the newest page, without a gap before it', () => {
    const newest: NegotiationAction = {
      type: 'newest_loaded',
      events: [created(message(41)), created(message(42))],
      lastSeq: 42,
    }
    const state = after([received(created(message(43))), newest], emptyState(ID))
    expect(state).toMatchObject({ appliedSeq: 43, firstSeq: 41, ahead: [] })
    expect(hasOlder(state)).toBe(true)
  })

  it('pages back without moving the point to pull from', () => {
    const newest: NegotiationAction = { type: 'newest_loaded', events: [created(message(3))], lastSeq: 3 }
    const older: NegotiationAction = { type: 'older_loaded', events: [moved(1), created(message(2))] }
    const state = after([newest, older], emptyState(ID))
    expect(contents(state)).toEqual(['text 2', 'text 3'])
    expect(state).toMatchObject({ appliedSeq: 3, firstSeq: 1 })
    expect(hasOlder(state)).toBe(false)
  })

  it('does not let an old page undo a newer version', () => {
    const newest: NegotiationAction = {
      type: 'newest_loaded',
      events: [updated(9, message(2, { content: 'final' }))],
      lastSeq: 9,
    }
    const older: NegotiationAction = { type: 'older_loaded', events: [created(message(2))] }
    expect(contents(after([newest, older], emptyState(ID)))).toEqual(['final'])
  })
})

describe('text that streams in', () => {
  const begun = () => after([received(moved(1), created(streaming(2)))])
  const shown = (state: NegotiationState) => textOf(state, messagesOf(state)[0] ?? message(0))

  it('joins deltas by offset', () => {
    expect(shown(after(heard(delta(0, 'Good '), delta(5, 'day')), begun()))).toBe('Good day')
  })

  it('drops repeats and overlaps', () => {
    const state = after(heard(delta(0, 'Good '), delta(0, 'Good '), delta(3, 'd day')), begun())
    expect(shown(state)).toBe('Good day')
  })

  it('holds what comes before its turn', () => {
    const state = after(heard(delta(5, 'day'), delta(8, '!'), delta(0, 'Good ')), begun())
    expect(shown(state)).toBe('Good day!')
  })

  it('counts code points, not UTF-16 units', () => {
    expect(shown(after(heard(delta(0, '🚗🚙'), delta(2, ' ok')), begun()))).toBe('🚗🚙 ok')
  })

  it('starts again with a higher attempt, and drops what is left of the lower one', () => {
    const state = after(heard(delta(0, 'Old'), delta(0, 'New', 2), delta(3, ' tail', 1)), begun())
    expect(shown(state)).toBe('New')
  })

  it('empties the text when a new attempt is stored before its first delta', () => {
    const state = after([...heard(delta(0, 'Old')), received(updated(3, streaming(2, 2)))], begun())
    expect(shown(state)).toBe('')
    expect(shown(after(heard(delta(3, ' late', 1)), state))).toBe('')
  })

  it('ends with the stored text, and drops deltas that come late', () => {
    const final = updated(3, advice(2, { content: 'Final.' }))
    const state = after([...heard(delta(0, 'Fin')), received(final), ...heard(delta(3, 'al.'))], begun())
    expect(shown(state)).toBe('Final.')
    expect(state.streams).toEqual({})
  })

  it('shows deltas that came before the message itself', () => {
    const state = after([...heard(delta(0, 'Early')), received(moved(1), created(streaming(2)))])
    expect(shown(state)).toBe('Early')
  })

  it.each([0, 8])('takes the text so far on subscribing, with offset %i', (offset) => {
    const reply = { id: REPLY, attempt: 1, offset, text: 'Good day' }
    const missed = after(heard(delta(0, 'Go'), delta(8, '!')), begun())
    const state = after([{ type: 'running_reply_received', reply }], missed)
    expect(shown(state)).toBe('Good day!')
  })

  it('does not take a text so far, or a delta, of an attempt before the one that is shown', () => {
    const state = after(heard(delta(0, 'New', 2)), begun())
    const reply = { id: REPLY, attempt: 1, offset: 0, text: 'Old text' }
    expect(after([{ type: 'running_reply_received', reply }, ...heard(delta(0, 'Old', 1))], state)).toBe(state)
    const next = { ...reply, attempt: 3, text: 'Newest' }
    expect(shown(after([{ type: 'running_reply_received', reply: next }], state))).toBe('Newest')
  })

  it('of no reply, of another negotiation or of what is known already changes nothing', () => {
    const state = after(heard(delta(0, 'Good')), begun())
    const foreign = { ...delta(4, ' day'), negotiation_id: 'another' }
    expect(after([{ type: 'running_reply_received', reply: null }], state)).toBe(state)
    expect(after([{ type: 'delta_received', delta: foreign }], state)).toBe(state)
    expect(after(heard(delta(1, 'oo')), state)).toBe(state)
  })

  it('fills several holes, also where what waited is told twice', () => {
    const late = heard(delta(6, 'g'), delta(3, 'd'), delta(2, 'c'), delta(3, 'de'), delta(5, 'f'))
    const state = after([...late, ...heard(delta(0, 'ab'))], begun())
    expect(shown(state)).toBe('abcdefg')
    expect(state.streams[REPLY]).toMatchObject({ length: 7, early: [] })
  })

  it('of one reply says nothing of another', () => {
    const other = advice(5, { id: 'other', reply_id: 'other', content: '', status: 'streaming' })
    const state = after([...heard(delta(0, 'Good')), received(created(other), updated(6, { ...other, status: 'complete' }))], begun())
    expect(shown(state)).toBe('Good')
    expect(Object.keys(state.streams)).toEqual([REPLY])
  })

  it('goes on where the same attempt is stored again', () => {
    const state = after([...heard(delta(0, 'Good')), received(updated(3, streaming(2)))], begun())
    expect(shown(state)).toBe('Good')
  })

  it('does not take a text so far of an attempt that is over', () => {
    const over = after([received(updated(3, advice(2, { content: 'Final.' })))], begun())
    const reply = { id: REPLY, attempt: 1, offset: 0, text: 'Fin' }
    expect(after([{ type: 'running_reply_received', reply }], over)).toBe(over)
  })
})

describe('typing', () => {
  const typing = (is_typing: boolean): NegotiationAction => ({
    type: 'typing_received',
    typing: { negotiation_id: ID, reply_id: REPLY, is_typing, expires_in_ms: 5_000 },
    at: 1_000,
  })

  it('ends when told', () => {
    expect(isTyping(after([typing(true)]), REPLY)).toBe(true)
    expect(isTyping(after([typing(true), typing(false)]), REPLY)).toBe(false)
  })

  it('expires by itself', () => {
    const state = after([typing(true), { type: 'clock_ticked', at: 5_999 }])
    expect(isTyping(state, REPLY)).toBe(true)
    expect(isTyping(after([{ type: 'clock_ticked', at: 6_000 }], state), REPLY)).toBe(false)
  })

  it('of another negotiation, or ended twice, changes nothing', () => {
    const state = after([typing(true)])
    const foreign = { negotiation_id: 'another', reply_id: 'r', is_typing: true, expires_in_ms: 1 }
    expect(reduce(state, { type: 'typing_received', typing: foreign, at: 0 })).toBe(state)
    const ended = after([typing(false)], state)
    expect(reduce(ended, typing(false))).toBe(ended)
    expect(reduce(state, { type: 'clock_ticked', at: 0 })).toBe(state)
  })

  it('goes on while the reply is written', () => {
    expect(isTyping(after([received(created(streaming(1))), typing(true)]), REPLY)).toBe(true)
    expect(isTyping(after([typing(true), received(created(streaming(1)))]), REPLY)).toBe(true)
  })

  it('is ended by the final message, and not begun again by a late indicator', () => {
    const final = received(created(advice(1)))
    expect(isTyping(after([typing(true), final]), REPLY)).toBe(false)
    expect(isTyping(after([final, typing(true)]), REPLY)).toBe(false)
  })
})

describe('own messages on their way', () => {
  const started: NegotiationAction = { type: 'outbox_changed', outbox: [outgoing('c1')] }
  const stored = message(1, { client_id: 'c1' })

  it.each<[string, NegotiationAction[]]>([
    ['answer first', [{ type: 'send_accepted', message: stored }, received(created(stored))]],
    ['event first', [received(created(stored)), { type: 'send_accepted', message: stored }]],
  ])('become the stored message once: %s', (_order, actions) => {
    const state = after([started, ...actions])
    expect(state.outbox).toEqual([])
    expect(contents(state)).toEqual(['text 1'])
  })

  it('are not shown again by an outbox that has not heard of it yet', () => {
    const late: NegotiationAction = { type: 'outbox_changed', outbox: [outgoing('c1'), outgoing('c2')] }
    const state = after([started, received(created(stored)), late])
    expect(state.outbox.map((out) => out.client_id)).toEqual(['c2'])
  })

  it('are counted as they are sent', () => {
    expect(after([{ type: 'sent' }, { type: 'sent' }]).sends).toBe(2)
  })

  it('stay where other messages are stored', () => {
    const state = after([started, received(created(message(1)), created(message(2, { client_id: 'c9' })))])
    expect(state.outbox.map((out) => out.client_id)).toEqual(['c1'])
  })

  it('change nothing while there are none', () => {
    const state = loadedState()
    expect(after([{ type: 'outbox_changed', outbox: [] }], state)).toBe(state)
  })
})

describe('a fallback to the playbook', () => {
  const asked = advice(1, { content: '', status: 'streaming', data: { source: 'model', model: 'm' } })
  const answered = advice(1, { data: { attempt: 2 } })

  it.each<[string, StoredEvent[]]>([
    ['in order', [created(asked), updated(2, answered)]],
    ['out of order', [updated(2, answered), created(asked)]],
  ])('is known from the versions of the message, %s', (_order, events) => {
    const state = after([received(...events)])
    expect(fallbackOf(state, answered)).toBe('model_unavailable')
  })

  it('is the one that the answer names', () => {
    const limited = advice(1, { data: { fallback_reason: 'daily_limit' } })
    expect(fallbackOf(after([received(created(limited))]), limited)).toBe('daily_limit')
    const reworded = advice(1, { data: { source: 'model', fallback_reason: 'daily_limit' } })
    expect(fallbackOf(after([received(created(reworded))]), reworded)).toBeNull()
  })

  it('is not where nobody asked a model', () => {
    expect(fallbackOf(after([received(created(answered))]), answered)).toBeNull()
  })
})
