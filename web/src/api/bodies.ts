/** What REST takes and answers, around the contract's objects. */

import type {
  MessageObject,
  NegotiationObject,
  Party,
  ReplyObject,
  SeenObject,
  StoredEvent,
  UserObject,
} from '../contract'

export interface FeaturesAnswer {
  demo: boolean
  /** What this browser subscribes to notifications with; null: there are none. */
  push_public_key: string | null
}

export interface StrategyObject {
  name: string
  description: string
}

export interface UserAnswer {
  user: UserObject
}

export interface NegotiationAnswer {
  negotiation: NegotiationObject
}

export interface OpenedAnswer {
  negotiation: NegotiationObject
  reply: ReplyObject
}

export interface PostedAnswer {
  message: MessageObject
  reply: ReplyObject
}

/** An amount that stands in a dealer's message; with a `step`, computed from a difference in it. */
export interface FigureObject {
  amount: string
  step: string | null
  /** Whether fees and taxes are in it; null where the message does not say. */
  all_in: boolean | null
}

export interface FeeObject {
  name: string
  amount: string | null
}

/** What the server reads in a dealer's message: the part of it that the page uses. */
export interface ReadingObject {
  message_id: string
  offer: FigureObject | null
  fees: FeeObject[]
}

export interface ReadingAnswer {
  reading: ReadingObject
}

export type DraftKind = 'email' | 'text'
export type DraftTone = 'firm' | 'friendly' | 'short'

/** Which message to the dealer is wanted; `variation` picks among equally good words. */
export interface DraftBody {
  kind: DraftKind
  tone: DraftTone
  language: string
  variation: number
}

/** A message to the dealer for the buyer to copy. */
export interface DraftAnswer {
  kind: DraftKind
  /** Null for a text message. */
  subject: string | null
  text: string
}

export interface NegotiationsPage {
  items: NegotiationObject[]
  next_cursor: string | null
}

export interface UnseenAnswer {
  items: SeenObject[]
}

export interface EventsPage {
  events: StoredEvent[]
  last_seq: number
  has_more: boolean
}

export interface Problem {
  type: string
  title: string
  status: number
  detail: string
  code: string
  errors?: Record<string, unknown>
}

export interface NewNegotiationBody {
  vehicle: {
    year: number
    make: string
    model: string
    trim?: string
    mileage?: number
    vin?: string
  }
  asking_price: string
  target_price: string
  walk_away_price?: string
  strategy?: string
  max_rounds?: number
  label?: string
  client_id: string
}

export interface ChatBody {
  content: string
  client_id: string
}

export interface OfferBody {
  amount: string
  party: Party
  note?: string
  client_id: string
}

export interface DealerMessageBody {
  content: string
  price?: string
  channel?: string
  client_id: string
}
