/** Messages on their way, beside the stored ones: each is shown once, as the one or the other. */

import type { MessageObject } from '../contract'
import type { OutgoingMessage } from '../outbox/outgoing-message'
import type { NegotiationState } from './types'

/** What waits is shown until it is stored, even where the outbox does not know of that yet. */
export function outboxChanged(
  state: NegotiationState,
  outbox: readonly OutgoingMessage[],
): NegotiationState {
  if (outbox.length === 0 && state.outbox.length === 0) return state
  const stored = storedClientIds(state)
  return { ...state, outbox: outbox.filter((out) => !stored.has(out.client_id)) }
}

/** The answer to a POST is the message's `new_message`, sooner than the event. */
export function asEvent(message: MessageObject) {
  return {
    type: 'new_message' as const,
    negotiation_id: message.negotiation_id,
    seq: message.seq,
    message,
  }
}

/** The `client_id`s of the messages that the server has, as far as they are loaded. */
export function storedClientIds(state: NegotiationState): ReadonlySet<string> {
  const ids = Object.values(state.messages).map(({ message }) => message.client_id)
  return new Set(ids.filter((id) => id !== null))
}
