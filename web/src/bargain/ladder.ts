/** The price ladder's marks and where they stand: amounts in cents, places from 0 (top) to 1. */

import type { NegotiationObject } from '../contract'
import { toCents, toCentsOrNull } from '../domain/money'
import type { NamedAmount } from '../state/selectors'

export type RungName = 'asking' | 'dealer' | 'suggested' | 'buyer' | 'target' | 'limit'

export interface Rung {
  name: RungName
  cents: number
  /** 0 is the highest amount of the ladder, 1 the lowest. */
  place: number
}

/** An amount that was named before and is named no more. */
export interface Trace {
  id: string
  party: NamedAmount['party']
  place: number
}

export interface Ladder {
  rungs: readonly Rung[]
  traces: readonly Trace[]
}

export interface Shown {
  target: boolean
  limit: boolean
}

export function ladderOf(
  negotiation: NegotiationObject,
  amounts: readonly NamedAmount[],
  shown: Shown,
): Ladder {
  const named = namedRungs(negotiation, shown)
  const all = [...named.map(({ cents }) => cents), ...amounts.map(({ cents }) => cents)]
  const [least, most] = [Math.min(...all), Math.max(...all)]
  const placeOf = (cents: number) => (most === least ? 0 : (most - cents) / (most - least))
  return {
    rungs: named.map((rung) => ({ ...rung, place: placeOf(rung.cents) })).sort((one, other) => one.place - other.place),
    traces: amounts.map(({ id, party, cents }) => ({ id, party, place: placeOf(cents) })),
  }
}

function namedRungs(negotiation: NegotiationObject, shown: Shown): Omit<Rung, 'place'>[] {
  const isActive = negotiation.status === 'active'
  const amounts: Record<RungName, number | null> = {
    asking: toCents(negotiation.asking_price),
    dealer: toCentsOrNull(negotiation.latest_dealer_price),
    suggested: isActive ? toCentsOrNull(negotiation.suggested_price) : null,
    buyer: toCentsOrNull(negotiation.latest_buyer_offer),
    target: shown.target ? toCents(negotiation.target_price) : null,
    limit: shown.limit ? toCentsOrNull(negotiation.walk_away_price) : null,
  }
  return Object.entries(amounts).flatMap(([name, cents]) =>
    cents === null ? [] : [{ name: name as RungName, cents }],
  )
}

/** Where labels go: as near to their places as a distance of `gap` between them allows, in order. */
export function spread(places: readonly number[], height: number, gap: number): number[] {
  const down: number[] = []
  for (const place of places) down.push(Math.max(place * height, (down.at(-1) ?? -gap) + gap))
  let below = Math.max(height, gap * (places.length - 1)) + gap
  const up = down.toReversed().map((at) => {
    below = Math.min(at, below - gap)
    return below
  })
  return up.toReversed()
}
