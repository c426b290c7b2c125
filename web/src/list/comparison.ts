/** Negotiations side by side: each row a figure, each column one of them. Amounts in cents. */

import { nextOf, type Next } from '../bargain/suggestion'
import type { NegotiationObject } from '../contract'
import { discountBasisPoints, toCents, toCentsOrNull } from '../domain/money'
import { MOST_COMPARED } from './cars'

export interface Column {
  negotiation: NegotiationObject
  asking: number
  /** What the dealer asks now: the agreed price, the latest ask, or the asking price. */
  now: number
  dealer: number | null
  offer: number | null
  /** What comes next: an offer, or the dealer's price where it is worth taking. */
  next: Next
  agreed: number | null
  /** How far `now` is below the asking price. */
  saved: number
  savedPoints: number | null
  /** How far `now` is above the target; below it, negative. */
  toTarget: number
  /** Offers that the buyer can still make; null after the end. */
  roundsLeft: number | null
  isLowest: boolean
}

export function columnsOf(negotiations: readonly NegotiationObject[]): Column[] {
  const columns = negotiations.map(columnOf)
  const lowest = Math.min(...columns.map(({ now }) => now))
  const isTie = columns.every(({ now }) => now === lowest)
  return columns.map((column) => ({ ...column, isLowest: !isTie && column.now === lowest }))
}

function columnOf(negotiation: NegotiationObject): Omit<Column, 'isLowest'> {
  const isActive = negotiation.status === 'active'
  const asking = toCents(negotiation.asking_price)
  const dealer = toCentsOrNull(negotiation.latest_dealer_price)
  const agreed = toCentsOrNull(negotiation.agreed_price)
  const now = agreed ?? dealer ?? asking
  return {
    negotiation,
    asking,
    now,
    dealer,
    agreed,
    offer: toCentsOrNull(negotiation.latest_buyer_offer),
    next: nextOf(negotiation),
    saved: asking - now,
    savedPoints: discountBasisPoints(asking, now),
    toTarget: now - toCents(negotiation.target_price),
    roundsLeft: isActive ? Math.max(0, negotiation.max_rounds - negotiation.round) : null,
  }
}

const ID = /^[0-9a-f-]{36}$/

/** The ids in an address, each once, as many as fit side by side. */
export function idsOf(address: string): string[] {
  const ids = (new URLSearchParams(address).get('ids') ?? '').toLowerCase().split(',')
  return [...new Set(ids.filter((id) => ID.test(id)))].slice(0, MOST_COMPARED)
}
