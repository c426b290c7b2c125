/** Which negotiations are about the same car: two dealers of it are worth a look side by side. */

import type { NegotiationObject, VehicleObject } from '../contract'
import { folded } from './listing'

export const MOST_COMPARED = 4

/** For each negotiation that is not alone with its car: all of that car, newest first. */
export function sameCars(items: readonly NegotiationObject[]): ReadonlyMap<string, readonly NegotiationObject[]> {
  const byCar = new Map<string, NegotiationObject[]>()
  for (const item of items) {
    const key = carOf(item.vehicle)
    byCar.set(key, [...(byCar.get(key) ?? []), item])
  }
  const twice = [...byCar.values()].filter((group) => group.length > 1)
  return new Map(twice.flatMap((group) => group.map((item) => [item.id, group] as const)))
}

/** The negotiation first, then those still open, the newest first. */
export function comparedWith(negotiation: NegotiationObject, group: readonly NegotiationObject[]): string[] {
  const others = group.filter((item) => item.id !== negotiation.id)
  const open = others.filter((item) => item.status === 'active')
  const closed = others.filter((item) => item.status !== 'active')
  return [negotiation, ...open, ...closed].slice(0, MOST_COMPARED).map((item) => item.id)
}

function carOf({ year, make, model }: VehicleObject): string {
  return folded([year, make.trim(), model.trim()].join('|'))
}
