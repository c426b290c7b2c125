/** What REST takes and answers, as the backend's schemas have it, by the names that the page uses. */

import type * as contract from '../contract'

export type {
  DraftAnswer,
  DraftKind,
  DraftTone,
  EventsAnswer as EventsPage,
  FeaturesAnswer,
  FeeObject,
  FigureObject,
  NegotiationAnswer,
  NegotiationsAnswer as NegotiationsPage,
  OpenedAnswer,
  PostedAnswer,
  Problem,
  ReadingAnswer,
  ReadingObject,
  StrategyObject,
  UnseenAnswer,
  UserAnswer,
} from '../contract'

/** What the page posts always has an id, so that sending it twice is the same as once. */
type Identified<Body> = Body & { client_id: string }

export type NewNegotiationBody = Identified<contract.NewNegotiationBody>
export type ChatBody = Identified<contract.ChatBody>
export type OfferBody = Identified<contract.OfferBody>
export type DealerMessageBody = Identified<contract.DealerMessageBody>

/** Which message to the dealer is wanted: the page says all of it. */
export type DraftBody = contract.DraftBody & { language: string; variation: number }
