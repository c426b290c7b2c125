/** One negotiation for the components of its screen. Each selects what it needs and no more. */

import { createContext, use, useSyncExternalStore } from 'react'

import type { DraftAnswer, DraftBody, ReadingObject } from '../api/bodies'
import type { MessageObject, NegotiationObject } from '../contract'
import type { Draft } from '../outbox/outgoing-message'
import { messagesOf } from '../state/selectors'
import type { NegotiationStore } from '../state/store'
import type { NegotiationState } from '../state/types'

export interface NegotiationActions {
  send: (draft: Draft) => void
  /** An amount offered with one click; nothing while the offer before it is unanswered. */
  offer: (cents: number) => void
  /** Now, instead of with the next try; also what was refused. */
  resend: (clientId: string) => void
  discard: (clientId: string) => void
  /** Back into the box it was typed in. */
  edit: (clientId: string) => void
  /** The others reject with an `ApiError`. */
  stop: (replyId: string) => Promise<void>
  retry: (replyId: string) => Promise<void>
  accept: (cents: number, confirm: boolean) => Promise<void>
  walkAway: () => Promise<void>
  loadOlder: () => Promise<void>
  /** Words for the dealer that the buyer may copy; nothing is sent or kept. */
  draft: (wish: DraftBody) => Promise<DraftAnswer>
  /** What the server reads in a dealer's message. */
  read: (messageId: string) => Promise<ReadingObject>
}

export interface NegotiationContextValue {
  store: NegotiationStore
  actions: NegotiationActions
}

export const NegotiationContext = createContext<NegotiationContextValue | null>(null)

function useNegotiationContext(): NegotiationContextValue {
  const value = use(NegotiationContext)
  if (value === null) throw new Error('NegotiationContext is missing')
  return value
}

export function useActions(): NegotiationActions {
  return useNegotiationContext().actions
}

/** `select` must return the same value for the same state: an object of it, or something plain. */
export function useSelected<Value>(select: (state: NegotiationState) => Value): Value {
  const { store } = useNegotiationContext()
  return useSyncExternalStore(store.subscribe, () => select(store.getState()))
}

/** The negotiation; the screen shows its parts only once it is loaded. */
export function useNegotiation(): NegotiationObject {
  const negotiation = useSelected((state) => state.negotiation)
  if (negotiation === null) throw new Error('the negotiation is not loaded')
  return negotiation
}

/** The messages in order; text that streams in does not change them. */
export function useMessages(): readonly MessageObject[] {
  return useSelected(messagesOf)
}
