/**
 * The contract's objects and events, by its names. Money is a two-place decimal string in US
 * dollars, times are ISO 8601 UTC. A structural test compares this file with the backend's types.
 */

export type NegotiationStatus = 'active' | 'agreed' | 'walked_away' | 'expired'
export type Party = 'buyer' | 'dealer'
export type Role = 'user' | 'agent' | 'dealer' | 'system'
export type MessageKind = 'chat' | 'offer' | 'dealer_message' | 'advice' | 'notice'
export type MessageStatus = 'complete' | 'streaming' | 'failed' | 'stopped'
export type ReplyStatus = 'pending' | 'running' | 'complete' | 'failed' | 'stopped'
export type AdviceAction = 'open' | 'hold' | 'raise' | 'lower' | 'accept' | 'walk_away' | 'answer'

export interface VehicleObject {
  year: number
  make: string
  model: string
  trim: string | null
  mileage: number | null
  vin: string | null
}

export interface NegotiationObject {
  id: string
  status: NegotiationStatus
  vehicle: VehicleObject
  asking_price: string
  target_price: string
  walk_away_price: string | null
  strategy: string
  round: number
  max_rounds: number
  suggested_price: string | null
  latest_dealer_price: string | null
  latest_buyer_offer: string | null
  agreed_price: string | null
  /** The buyer's own word for it, e.g. which dealer's it is. */
  label: string | null
  last_seq: number
  warnings: string[]
  created_at: string
  updated_at: string
}

export interface OfferData {
  amount: string
  party: Party
  note: string | null
}

export interface DealerMessageData {
  price: string | null
  channel: string | null
}

export interface AdviceData {
  suggested_price: string
  action: AdviceAction
  discount_percent: string | null
  strategy: string
  talking_points: string[]
  source: 'model' | 'playbook'
  model: string | null
  attempt: number
}

/** `data` depends on `kind`: read it through `src/domain/message-data.ts`, never directly. */
export interface MessageObject {
  id: string
  seq: number
  negotiation_id: string
  role: Role
  kind: MessageKind
  content: string
  round: number
  status: MessageStatus
  in_reply_to: string | null
  reply_id: string | null
  client_id: string | null
  created_at: string
  data: Record<string, unknown>
}

export interface ReplyObject {
  id: string
  message_id: string | null
  status: ReplyStatus
  attempt: number
}

export interface RunningReplyObject {
  id: string
  attempt: number
  offset: number
  text: string
}

export interface NewMessageEvent {
  type: 'new_message'
  negotiation_id: string
  seq: number
  message: MessageObject
}

export interface MessageUpdatedEvent {
  type: 'message_updated'
  negotiation_id: string
  seq: number
  message: MessageObject
}

export interface NegotiationUpdatedEvent {
  type: 'negotiation_updated'
  negotiation_id: string
  seq: number
  negotiation: NegotiationObject
}

export type StoredEvent = NewMessageEvent | MessageUpdatedEvent | NegotiationUpdatedEvent

export interface TypingIndicatorEvent {
  negotiation_id: string
  reply_id: string
  is_typing: boolean
  expires_in_ms: number
}

export interface MessageDeltaEvent {
  negotiation_id: string
  reply_id: string
  attempt: number
  offset: number
  text: string
}

export interface ErrorEvent {
  negotiation_id: string
  reply_id?: string
  code: string
  detail: string
}

/** How far a negotiation was looked at: it holds news while `news_seq` is above `seen_seq`. */
export interface SeenObject {
  negotiation_id: string
  news_seq: number
  seen_seq: number
}

/** To all sockets of the buyer but those that watch the negotiation. The numbers only ever rise. */
export interface NegotiationActivityEvent {
  negotiation_id: string
  last_seq: number
  news_seq: number
  seen_seq: number
  negotiation: NegotiationObject
}

export type AuthExpiredEvent = Record<string, never>

export interface GoingAwayEvent {
  reconnect_in_ms: number
}

export const STORED_EVENT_NAMES = ['new_message', 'message_updated', 'negotiation_updated'] as const
export const PASSING_EVENT_NAMES = [
  'typing_indicator',
  'message_delta',
  'error',
  'negotiation_activity',
  'auth_expired',
  'going_away',
] as const
export const EVENT_NAMES = [
  'new_message',
  'message_updated',
  'negotiation_updated',
  'typing_indicator',
  'message_delta',
  'error',
  'negotiation_activity',
  'auth_expired',
  'going_away',
] as const

export interface UserObject {
  id: string
  email: string
  /** A language's code; the server may know more of them than this page. */
  language: string
  created_at: string
}

export interface SubscribedAck {
  status: 'ok'
  negotiation: NegotiationObject
  events: StoredEvent[]
  last_seq: number
  has_more: boolean
  reply: RunningReplyObject | null
}

export interface RefusedAck {
  status: 'error'
  code: number
  detail: string
}

export type SubscribeAck = SubscribedAck | RefusedAck
