/** What the adviser suggests, from the newest advice and the negotiation as it is now. */

import type { AdviceAction, NegotiationObject } from '../contract'
import { toCents, toCentsOrNull } from '../domain/money'

export type Move =
  | { kind: 'offer'; cents: number }
  /** The buyer has just offered: hear the dealer first. `cents` is the most to move to afterwards. */
  | { kind: 'hear'; cents: number }
  | { kind: 'accept'; cents: number }
  | { kind: 'walk_away' }
  /** Nothing to do with one click: no suggestion yet, over, or the last round. */
  | { kind: 'none' }

export interface Suggestion {
  action: AdviceAction | null
  cents: number | null
  move: Move
  /** A key of the words, with the amount it speaks of. */
  reason: { key: Reason; cents: number | null } | null
}

export type Reason =
  | 'open'
  | 'openBelowAsking'
  | 'openAtAsking'
  | 'decide'
  | 'hold'
  | 'raise'
  | 'lower'
  | 'acceptTarget'
  | 'acceptNext'
  | 'acceptLast'
  | 'walk_away'
  | 'answer'
  | 'acceptNow'
  | 'leaveNow'

/** A reason for eyes over the buyer's shoulder: none that tells where a price lies to their limits. */
export function discreet(reason: Reason): Reason {
  if (reason === 'acceptTarget' || reason === 'acceptLast') return 'acceptNow'
  return reason === 'walk_away' ? 'leaveNow' : reason
}

/** @param awaitsDealer - whether the buyer's own offer is the newest move. */
export function suggestionOf(
  negotiation: NegotiationObject,
  action: AdviceAction | null,
  awaitsDealer = false,
): Suggestion {
  const cents = toCentsOrNull(negotiation.suggested_price)
  if (action !== null && isDecision(negotiation, action)) {
    return { action: null, cents: null, move: { kind: 'none' }, reason: { key: 'decide', cents: null } }
  }
  return {
    action,
    cents,
    move: moveOf(negotiation, { action, cents, awaitsDealer }),
    reason: action === null ? null : reasonOf(negotiation, action, cents),
  }
}

/** No offer is left to be advised on: the dealer's price is taken, or left. */
function isDecision(negotiation: NegotiationObject, action: AdviceAction): boolean {
  const isOffer = action !== 'accept' && action !== 'walk_away'
  return isOffer && negotiation.status === 'active' && isLastRound(negotiation)
}

/** What comes next as the negotiation alone tells it, where its talk is not at hand: in lists. */
export type Next = { kind: 'offer' | 'accept'; cents: number } | { kind: 'decide' } | { kind: 'none' }

export function nextOf(negotiation: NegotiationObject): Next {
  if (negotiation.status !== 'active') return { kind: 'none' }
  const suggested = toCentsOrNull(negotiation.suggested_price)
  const worth = worthTaking(negotiation, suggested)
  if (worth !== null) return { kind: 'accept', cents: worth.cents }
  if (isLastRound(negotiation)) return { kind: 'decide' }
  return suggested === null ? { kind: 'none' } : { kind: 'offer', cents: suggested }
}

/** The amount that the move is about: where acceptance is advised, the dealer's. */
export function amountOf(move: Move): number | null {
  return 'cents' in move ? move.cents : null
}

export function isLastRound(negotiation: NegotiationObject): boolean {
  return negotiation.round >= negotiation.max_rounds
}

interface Advised {
  action: AdviceAction | null
  cents: number | null
  awaitsDealer: boolean
}

function moveOf(negotiation: NegotiationObject, { action, cents, awaitsDealer }: Advised): Move {
  if (negotiation.status !== 'active') return { kind: 'none' }
  const dealer = toCentsOrNull(negotiation.latest_dealer_price)
  if (action === 'accept' && dealer !== null) return { kind: 'accept', cents: dealer }
  if (action === 'walk_away') return { kind: 'walk_away' }
  if (cents === null || isLastRound(negotiation)) return { kind: 'none' }
  return { kind: action === 'hold' && awaitsDealer ? 'hear' : 'offer', cents }
}

function reasonOf(
  negotiation: NegotiationObject,
  action: AdviceAction,
  cents: number | null,
): Suggestion['reason'] {
  if (action === 'accept') return acceptReason(negotiation, cents)
  if (action === 'open') return { key: openReason(negotiation, cents), cents: null }
  const offer = toCentsOrNull(negotiation.latest_buyer_offer)
  return { key: action, cents: action === 'hold' ? offer : null }
}

/** A target at or above the asking price leaves room below the asking price at the most. */
function openReason(negotiation: NegotiationObject, cents: number | null): Reason {
  const asking = toCents(negotiation.asking_price)
  if (toCents(negotiation.target_price) < asking) return 'open'
  return cents !== null && cents < asking ? 'openBelowAsking' : 'openAtAsking'
}

function acceptReason(negotiation: NegotiationObject, cents: number | null): Suggestion['reason'] {
  const dealer = toCentsOrNull(negotiation.latest_dealer_price)
  return dealer === null ? null : (worthTaking(negotiation, cents) ?? { key: 'acceptLast', cents: dealer })
}

/** The contract's rule for `accept`: the dealer's own price, never the asking price alone. */
function worthTaking(negotiation: NegotiationObject, next: number | null): { key: Reason; cents: number } | null {
  const dealer = toCentsOrNull(negotiation.latest_dealer_price)
  if (dealer === null) return null
  if (dealer <= toCents(negotiation.target_price)) return { key: 'acceptTarget', cents: dealer }
  const limit = toCentsOrNull(negotiation.walk_away_price)
  const isLast = isLastRound(negotiation)
  if (isLast && limit !== null && dealer <= limit) return { key: 'acceptLast', cents: dealer }
  return !isLast && next !== null && dealer <= next ? { key: 'acceptNext', cents: dealer } : null
}
