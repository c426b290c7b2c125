/**
 * Stored events into state. They are immutable and may come twice, late or out of order, so every
 * step here can be repeated: objects are replaced only by newer versions of themselves.
 */

import type { MessageObject, NegotiationObject, StoredEvent } from '../contract'
import { settleStream } from './streams'
import type { NegotiationState, StoredMessage } from './types'

export function applyEvents(state: NegotiationState, events: readonly StoredEvent[]): NegotiationState {
  return events
    .filter((event) => event.negotiation_id === state.id)
    .reduce((now, event) => withSeq(applyObject(now, event), event.seq), state)
}

/** Like `applyEvents`, without moving `appliedSeq`: for events outside the timeline's known part. */
export function applyObjects(state: NegotiationState, events: readonly StoredEvent[]): NegotiationState {
  return events.filter((event) => event.negotiation_id === state.id).reduce(applyObject, state)
}

function applyObject(state: NegotiationState, event: StoredEvent): NegotiationState {
  return event.type === 'negotiation_updated'
    ? withNegotiation(state, event.negotiation, event.seq)
    : withMessage(state, event.message, event.seq)
}

export function withNegotiation(
  state: NegotiationState,
  negotiation: NegotiationObject,
  version: number,
): NegotiationState {
  if (negotiation.id !== state.id) return state
  if (version <= state.negotiationVersion) return state
  return { ...state, negotiation, negotiationVersion: version }
}

export function withMessage(
  state: NegotiationState,
  message: MessageObject,
  version: number,
): NegotiationState {
  return withStored(state, { message, version, askedModel: message.data.source === 'model' })
}

export function withStored(state: NegotiationState, { message, version, ...told }: StoredMessage): NegotiationState {
  const known = state.messages[message.id]
  const askedModel = known?.askedModel === true || told.askedModel
  if (known && version <= known.version) return withAskedModel(state, known, askedModel)
  const stored = { ...state.messages, [message.id]: { message, version, askedModel } }
  const placed: NegotiationState = {
    ...state,
    messages: stored,
    order: known ? state.order : inserted(state.order, message.id, stored),
    outbox: withoutSent(state, message),
  }
  return settleStream(placed, message)
}

/** An older version that comes late changes nothing but this one thing that it alone knows. */
function withAskedModel(
  state: NegotiationState,
  known: StoredMessage,
  askedModel: boolean,
): NegotiationState {
  if (askedModel === known.askedModel) return state
  const messages = { ...state.messages, [known.message.id]: { ...known, askedModel } }
  return { ...state, messages }
}

/** The stored message takes the place of the one that this tab showed at once. */
function withoutSent(state: NegotiationState, message: MessageObject): NegotiationState['outbox'] {
  const { client_id } = message
  if (client_id === null || !state.outbox.some((out) => out.client_id === client_id)) return state.outbox
  return state.outbox.filter((out) => out.client_id !== client_id)
}

/** Ids stay ordered by `message.seq`; new ones nearly always belong at the end. */
function inserted(
  order: readonly string[],
  id: string,
  messages: Readonly<Record<string, StoredMessage>>,
): readonly string[] {
  const seqOf = (each: string) => messages[each]?.message.seq ?? 0
  let place = order.length
  while (place > 0 && seqOf(order[place - 1] ?? '') > seqOf(id)) place -= 1
  return [...order.slice(0, place), id, ...order.slice(place)]
}

/** Note that the event `seq` was applied; a gap closes when its last missing event arrives. */
function withSeq(state: NegotiationState, seq: number): NegotiationState {
  if (seq <= state.appliedSeq || state.ahead.includes(seq)) return state
  if (seq !== state.appliedSeq + 1) {
    return { ...state, ahead: [...state.ahead, seq].sort((a, b) => a - b) }
  }
  return advancedTo(state, seq)
}

/** Everything up to `seq` is known: move there, and past what was already applied beyond it. */
export function advancedTo(state: NegotiationState, seq: number): NegotiationState {
  let appliedSeq = Math.max(seq, state.appliedSeq)
  const ahead = state.ahead.filter((each) => {
    if (each === appliedSeq + 1) appliedSeq = each
    return each > appliedSeq
  })
  return { ...state, appliedSeq, ahead }
}
