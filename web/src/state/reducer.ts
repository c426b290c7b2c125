/**
 * The state of the page as a pure function of what happened. No clock, no network: times come in
 * with the actions, so any order of events can be replayed in a test.
 */

import type { TypingIndicatorEvent } from '../contract'
import { asEvent, outboxChanged } from './outgoing'
import { advancedTo, applyEvents, applyObjects, withNegotiation, withStored } from './stored-events'
import { adviceOfReply, applyDelta, applyRunningReply, withoutTyping } from './streams'
import type { NegotiationAction, NegotiationState } from './types'

type Handlers = {
  [Type in NegotiationAction['type']]: (
    state: NegotiationState,
    action: Extract<NegotiationAction, { type: Type }>,
  ) => NegotiationState
}

const handlers: Handlers = {
  events_received: (state, { events }) => applyEvents(state, events),
  newest_loaded: newestLoaded,
  kept_restored: keptRestored,
  older_loaded: olderLoaded,
  negotiation_received: (state, { negotiation }) =>
    withNegotiation(state, negotiation, negotiation.last_seq),
  running_reply_received: (state, { reply }) => applyRunningReply(state, reply),
  delta_received: (state, { delta }) => applyDelta(state, delta),
  typing_received: (state, { typing, at }) => applyTyping(state, typing, at),
  clock_ticked: (state, { at }) => expireTyping(state, at),
  outbox_changed: (state, { outbox }) => outboxChanged(state, outbox),
  sent: (state) => ({ ...state, sends: state.sends + 1 }),
  send_accepted: (state, { message }) => applyEvents(state, [asEvent(message)]),
}

export function reduce(state: NegotiationState, action: NegotiationAction): NegotiationState {
  // Each handler takes the action of its own name; the table's type says so, the index cannot.
  const handler = handlers[action.type] as (
    state: NegotiationState,
    action: NegotiationAction,
  ) => NegotiationState
  return handler(state, action)
}

function newestLoaded(
  state: NegotiationState,
  { events, lastSeq }: Extract<NegotiationAction, { type: 'newest_loaded' }>,
): NegotiationState {
  const loaded = applyObjects(state, events)
  if (state.firstSeq !== null) return applyEvents(loaded, events)
  const firstSeq = events.reduce((least, event) => Math.min(least, event.seq), lastSeq + 1)
  return { ...advancedTo(loaded, lastSeq), firstSeq }
}

function keptRestored(
  state: NegotiationState,
  { kept }: Extract<NegotiationAction, { type: 'kept_restored' }>,
): NegotiationState {
  // What the server has said is never older.
  if (state.firstSeq !== null || kept.id !== state.id) return state
  const withMessages = kept.messages.reduce(withStored, state)
  const known =
    kept.negotiation === null ? withMessages : withNegotiation(withMessages, kept.negotiation, kept.negotiationVersion)
  return { ...advancedTo(known, kept.appliedSeq), firstSeq: kept.firstSeq }
}

function olderLoaded(
  state: NegotiationState,
  { events }: Extract<NegotiationAction, { type: 'older_loaded' }>,
): NegotiationState {
  if (state.firstSeq === null) return state
  const firstSeq = events.reduce((least, event) => Math.min(least, event.seq), state.firstSeq)
  return { ...applyObjects(state, events), firstSeq }
}

function applyTyping(
  state: NegotiationState,
  typing: TypingIndicatorEvent,
  at: number,
): NegotiationState {
  if (typing.negotiation_id !== state.id) return state
  if (!typing.is_typing) return withoutTyping(state, typing.reply_id)
  const advice = adviceOfReply(state, typing.reply_id)
  // A late "typing" of a reply that has ended would show until it expires.
  if (advice !== null && advice.status !== 'streaming') return state
  return { ...state, typing: { ...state.typing, [typing.reply_id]: at + typing.expires_in_ms } }
}

function expireTyping(state: NegotiationState, at: number): NegotiationState {
  const lasting = Object.entries(state.typing).filter(([, expires]) => expires > at)
  if (lasting.length === Object.keys(state.typing).length) return state
  return { ...state, typing: Object.fromEntries(lasting) }
}
