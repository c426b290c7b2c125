/** Offers in steps: how far one step goes, and what an amount passes. Amounts in cents. */

import type { NegotiationObject } from '../contract'
import { LIMITS } from '../domain/limits'
import { toCents, toCentsOrNull } from '../domain/money'

const SIZES: readonly [below: number, step: number][] = [
  [1_000_000, 10_000],
  [4_000_000, 25_000],
]
const LARGEST_STEP = 50_000

/** $100 below $10,000, $250 below $40,000, else $500. */
export function stepOf(cents: number): number {
  return SIZES.find(([below]) => cents < below)?.[1] ?? LARGEST_STEP
}

/** One step up (1) or down (-1) from an amount, within what an offer may be. */
export function stepped(cents: number, direction: 1 | -1): number {
  const next = cents + direction * stepOf(cents)
  if (next <= 0) return cents
  return Math.min(next, LIMITS.maxCents)
}

/** `limit`: more than the buyer would pay at most. `ask`: more than the dealer asks. */
export type Excess = 'limit' | 'ask' | null

export function excessOf(negotiation: NegotiationObject, cents: number): Excess {
  const limit = toCentsOrNull(negotiation.walk_away_price)
  if (limit !== null && cents > limit) return 'limit'
  return cents > dealerAsk(negotiation) ? 'ask' : null
}

/** What the dealer asks now: the latest price, at first the asking price. */
export function dealerAsk(negotiation: NegotiationObject): number {
  return toCents(negotiation.latest_dealer_price ?? negotiation.asking_price)
}

/** Whether the buyer can still make an offer. */
export function canOffer({ status, round, max_rounds }: NegotiationObject): boolean {
  return status === 'active' && round < max_rounds
}
