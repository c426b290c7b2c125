/** What the page knows of one negotiation, and everything that can happen to it. */

import type {
  MessageDeltaEvent,
  MessageObject,
  NegotiationObject,
  RunningReplyObject,
  StoredEvent,
  TypingIndicatorEvent,
} from '../contract'
import type { OutgoingMessage } from '../outbox/outgoing-message'

/** A message with the `seq` of the event that this version of it came from. */
export interface StoredMessage {
  message: MessageObject
  version: number
  /** Whether any version of it, this one or an older, was worded by a model. */
  askedModel: boolean
}

/** The text of a reply that is being written. `length` and offsets count Unicode code points. */
export interface Stream {
  attempt: number
  text: string
  length: number
  /** Deltas beyond a hole, kept until the hole is filled. */
  early: { offset: number; text: string }[]
}

export interface NegotiationState {
  id: string
  negotiation: NegotiationObject | null
  /** The `seq` as of which `negotiation` is known; older objects are ignored. */
  negotiationVersion: number
  messages: Readonly<Record<string, StoredMessage>>
  /** Ids by `message.seq`. */
  order: readonly string[]
  /** Every event from `firstSeq` up to here was applied; the point to pull and subscribe from. */
  appliedSeq: number
  /** The first event that was loaded; older ones are paged in. Null before the first load. */
  firstSeq: number | null
  /** Applied `seq`s beyond a gap, ascending. */
  ahead: readonly number[]
  streams: Readonly<Record<string, Stream>>
  /** When (ms) each reply's typing indicator expires by itself. */
  typing: Readonly<Record<string, number>>
  /** Messages on their way, of this tab and the others, that are not stored yet. */
  outbox: readonly OutgoingMessage[]
  /** How often this tab has sent something. */
  sends: number
}

/** As much of a state as a browser keeps, for another day. */
export type KeptNegotiation = Pick<NegotiationState, 'id' | 'negotiation' | 'negotiationVersion' | 'appliedSeq'> & {
  firstSeq: number
  messages: readonly StoredMessage[]
}

export type NegotiationAction =
  /** Stored events, from the socket, a pull, or an acknowledgement: order and repeats are harmless. */
  | { type: 'events_received'; events: readonly StoredEvent[] }
  /** The newest page, which starts the timeline: nothing before it is missed, only not loaded. */
  | { type: 'newest_loaded'; events: readonly StoredEvent[]; lastSeq: number }
  /** What this browser kept of it: as good as a page of that time; what came since is pulled. */
  | { type: 'kept_restored'; kept: KeptNegotiation }
  /** A page before `firstSeq`. */
  | { type: 'older_loaded'; events: readonly StoredEvent[] }
  /** The negotiation as an answer gave it. */
  | { type: 'negotiation_received'; negotiation: NegotiationObject }
  /** The text so far of the reply that runs, as `subscribe` gives it. */
  | { type: 'running_reply_received'; reply: RunningReplyObject | null }
  | { type: 'delta_received'; delta: MessageDeltaEvent }
  | { type: 'typing_received'; typing: TypingIndicatorEvent; at: number }
  | { type: 'clock_ticked'; at: number }
  /** What waits in the outbox for this negotiation, as it is now. */
  | { type: 'outbox_changed'; outbox: readonly OutgoingMessage[] }
  /** The buyer has sent something in this tab. */
  | { type: 'sent' }
  /** The answer to a POST: the message's `new_message`, sooner than the event. */
  | { type: 'send_accepted'; message: MessageObject }

export function emptyState(id: string): NegotiationState {
  return {
    id,
    negotiation: null,
    negotiationVersion: 0,
    messages: {},
    order: [],
    appliedSeq: 0,
    firstSeq: null,
    ahead: [],
    streams: {},
    typing: {},
    outbox: [],
    sends: 0,
  }
}
