/**
 * The contract's objects and events, by its names. Made from the backend's schemas: `make contract`
 * writes this file. Money is a two-place decimal string in US dollars, times are ISO 8601 UTC.
 */

export type NegotiationStatus = 'active' | 'agreed' | 'walked_away' | 'expired'
export type Party = 'buyer' | 'dealer'
export type Role = 'user' | 'agent' | 'dealer' | 'system'
export type MessageKind = 'chat' | 'offer' | 'dealer_message' | 'advice' | 'notice'
export type MessageStatus = 'streaming' | 'complete' | 'failed' | 'stopped'
export type ReplyStatus = 'pending' | 'running' | 'complete' | 'failed' | 'stopped'
export type AdviceAction = 'open' | 'hold' | 'raise' | 'lower' | 'accept' | 'walk_away' | 'answer'
export type FigureRole = 'offer' | 'other_price' | 'refused' | 'fee' | 'monthly' | 'down_payment' | 'difference' | 'elsewhere'
export type DealerIntent = 'deadline' | 'refusal' | 'final' | 'agreement' | 'question'
export type DraftKind = 'email' | 'text'
export type DraftTone = 'firm' | 'friendly' | 'short'
export type FallbackReason = 'daily_limit' | 'reply_limit' | 'model_unavailable'

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

/** `fallback_reason` is there only where the playbook stands in for a model. */
export interface AdviceData {
  suggested_price: string
  action: AdviceAction
  discount_percent: string | null
  strategy: string
  talking_points: string[]
  source: 'model' | 'playbook'
  model: string | null
  attempt: number
  fallback_reason?: FallbackReason
}

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
  /**
   * By kind. An offer: amount, party, note. A dealer message: price, channel. An advice:
   * suggested_price, action, discount_percent, strategy, talking_points, source (model or
   * playbook), model, attempt; and, only where the playbook stands in for a model,
   * fallback_reason: daily_limit or reply_limit (a limit on spending was reached) or
   * model_unavailable.
   */
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

/** Stored: a message was added. */
export interface NewMessageEvent {
  type: 'new_message'
  negotiation_id: string
  seq: number
  message: MessageObject
}

/** Stored: a message changed (a reply's end, or a retry). */
export interface MessageUpdatedEvent {
  type: 'message_updated'
  negotiation_id: string
  seq: number
  message: MessageObject
}

/** Stored: the negotiation changed; the first is its creation. */
export interface NegotiationUpdatedEvent {
  type: 'negotiation_updated'
  negotiation_id: string
  seq: number
  negotiation: NegotiationObject
}

/** Passing: the adviser is (not) writing; ends by itself after `expires_in_ms`. */
export interface TypingIndicatorEvent {
  negotiation_id: string
  reply_id: string
  is_typing: boolean
  expires_in_ms: number
}

/** Passing: text of a running reply; a higher attempt replaces what was shown. */
export interface MessageDeltaEvent {
  negotiation_id: string
  reply_id: string
  attempt: number
  /** in Unicode code points */
  offset: number
  text: string
}

/** Passing: something about a negotiation went wrong. */
export interface ErrorEvent {
  negotiation_id: string
  reply_id?: string
  code: string
  detail: string
}

/**
 * How far a negotiation was looked at; it holds news while `news_seq` is above `seen_seq`.
 *
 * News are what the buyer did not do: finished advice, and the end of a negotiation by time.
 */
export interface SeenObject {
  negotiation_id: string
  news_seq: number
  seen_seq: number
}

/**
 * Passing, to all sockets of the user: a negotiation moved on, or was looked at.
 *
 * Not sent to sockets that watch it. The three numbers only ever rise: keep the higher ones.
 */
export interface NegotiationActivityEvent {
  negotiation_id: string
  last_seq: number
  news_seq: number
  seen_seq: number
  negotiation: NegotiationObject
}

/** Passing: the login ended; the socket is closed next. */
export type AuthExpiredEvent = Record<string, never>

/** Passing: this gateway ends; reconnect after so many milliseconds. */
export interface GoingAwayEvent {
  reconnect_in_ms: number
}

export interface UserObject {
  id: string
  email: string
  /** A code; the server may come to know more than a client does. */
  language: string
  created_at: string
}

/** An amount; `step` is set where it was computed from a difference ("500 off"). */
export interface FigureObject {
  start: number
  end: number
  text: string
  amount: string
  role: FigureRole
  step: string | null
  /** Whether taxes and fees are in it; null: it does not say. */
  all_in: boolean | null
}

export interface FeeObject {
  start: number
  end: number
  text: string
  name: string
  amount: string | null
}

export interface PaymentObject {
  start: number
  end: number
  text: string
  monthly: string | null
  months: number | null
  down: string | null
}

export interface SignalObject {
  start: number
  end: number
  text: string
  intent: DealerIntent
}

/**
 * `offer` is for the buyer to confirm as the dealer's; nothing was taken from it.
 *
 * `source` is `model` where the rules left a choice of amounts and a model made it, which is
 * told once the message's advice is there and a model was asked.
 */
export interface ReadingObject {
  source: 'rules' | 'model'
  message_id: string
  offer: FigureObject | null
  is_counteroffer: boolean
  figures: FigureObject[]
  fees: FeeObject[]
  payments: PaymentObject[]
  signals: SignalObject[]
}

/** A message to the dealer, for the buyer to copy. `subject` is null for a text message. */
export interface DraftAnswer {
  kind: DraftKind
  tone: DraftTone
  language: string
  subject: string | null
  text: string
  suggested_price: string
  source: 'playbook'
}

/** All that is needed to show a negotiation and to follow it. */
export interface SubscribedAck {
  status: 'ok'
  negotiation: NegotiationObject
  events: StoredEvent[]
  last_seq: number
  has_more: boolean
  reply: RunningReplyObject | null
}

/** Refused: `code` is 4001, 4003, 4004, 4400, 4429, 4500 or 4503. */
export interface RefusedAck {
  status: 'error'
  code: number
  detail: string
}

export interface StrategyObject {
  name: string
  description: string
  parameters: Record<string, unknown>
}

export interface FeaturesAnswer {
  demo: boolean
  /** what browsers subscribe with; null: no notifications */
  push_public_key: string | null
}

export interface StrategiesAnswer {
  items: StrategyObject[]
}

export interface UserAnswer {
  user: UserObject
}

export interface NegotiationAnswer {
  negotiation: NegotiationObject
}

export interface NegotiationsAnswer {
  items: NegotiationObject[]
  next_cursor: string | null
}

export interface OpenedAnswer {
  negotiation: NegotiationObject
  reply: ReplyObject
}

export interface PostedAnswer {
  message: MessageObject
  reply: ReplyObject
}

export interface EventsAnswer {
  events: StoredEvent[]
  last_seq: number
  has_more: boolean
}

export interface ReadingAnswer {
  reading: ReadingObject
}

export interface UnseenAnswer {
  items: SeenObject[]
}

/** An error (RFC 9457). */
export interface Problem {
  type: string
  title: string
  status: number
  detail: string
  code: string
  errors?: Record<string, unknown>
}

/** The car. */
export interface VehicleBody {
  year: number
  make: string
  model: string
  trim?: string | null
  mileage?: number | null
  vin?: string | null
}

/** A new negotiation. */
export interface NewNegotiationBody {
  vehicle: VehicleBody
  asking_price: string
  target_price: string
  walk_away_price?: string | null
  strategy?: string
  max_rounds?: number
  label?: string | null
  client_id?: string | null
}

/** What the buyer says to the adviser. */
export interface ChatBody {
  content: string
  client_id?: string | null
}

/** An amount named by one side. */
export interface OfferBody {
  amount: string
  party: Party
  note?: string | null
  client_id?: string | null
}

/** What the dealer wrote, with the price in it where the buyer found one. */
export interface DealerMessageBody {
  content: string
  price?: string | null
  channel?: string | null
  client_id?: string | null
}

/** Which message to the dealer is wanted; `variation` picks among equally good words. */
export interface DraftBody {
  kind: DraftKind
  tone: DraftTone
  /** by default the buyer's */
  language?: string | null
  variation?: number
}

export type StoredEvent = NewMessageEvent | MessageUpdatedEvent | NegotiationUpdatedEvent

export type SubscribeAck = SubscribedAck | RefusedAck

export const STORED_EVENT_NAMES = [
  'new_message',
  'message_updated',
  'negotiation_updated',
] as const

export const PASSING_EVENT_NAMES = [
  'typing_indicator',
  'message_delta',
  'error',
  'negotiation_activity',
  'auth_expired',
  'going_away',
] as const
