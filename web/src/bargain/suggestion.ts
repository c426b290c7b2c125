/** What the adviser suggests, from the newest advice and the negotiation as it is now. */

import type { AdviceAction, NegotiationObject } from '../contract'
import { toCents, toCentsOrNull } from '../domain/money'

export type Move =
  | { kind: 'offer'; cents: number }
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

export function suggestionOf(negotiation: NegotiationObject, action: AdviceAction | null): Suggestion {
  const cents = toCentsOrNull(negotiation.suggested_price)
  return {
    action,
    cents,
    move: moveOf(negotiation, action, cents),
    reason: action === null ? null : reasonOf(negotiation, action, cents),
  }
}

/** The amount that the move is about: where acceptance is advised, the dealer's. */
export function amountOf(move: Move): number | null {
  return 'cents' in move ? move.cents : null
}

export function isLastRound(negotiation: NegotiationObject): boolean {
  return negotiation.round >= negotiation.max_rounds
}

function moveOf(negotiation: NegotiationObject, action: AdviceAction | null, cents: number | null): Move {
  if (negotiation.status !== 'active') return { kind: 'none' }
  const dealer = toCentsOrNull(negotiation.latest_dealer_price)
  if (action === 'accept' && dealer !== null) return { kind: 'accept', cents: dealer }
  if (action === 'walk_away') return { kind: 'walk_away' }
  return cents === null || isLastRound(negotiation) ? { kind: 'none' } : { kind: 'offer', cents }
}

function reasonOf(
  negotiation: NegotiationObject,
  action: AdviceAction,
  cents: number | null,
): Suggestion['reason'] {
  if (action === 'accept') return acceptReason(negotiation, cents)
  const offer = toCentsOrNull(negotiation.latest_buyer_offer)
  return { key: action, cents: action === 'hold' ? offer : null }
}

function acceptReason(negotiation: NegotiationObject, cents: number | null): Suggestion['reason'] {
  const dealer = toCentsOrNull(negotiation.latest_dealer_price)
  if (dealer === null) return null
  if (dealer <= toCents(negotiation.target_price)) return { key: 'acceptTarget', cents: dealer }
  const isNext = cents !== null && dealer <= cents && !isLastRound(negotiation)
  return { key: isNext ? 'acceptNext' : 'acceptLast', cents: dealer }
}
