/** The list of negotiations: pages from the server, kept fresh by what each of them tells since. */

import type { ListQuery } from '../api/calls'
import type { NegotiationsPage } from '../api/bodies'
import type { NegotiationObject } from '../contract'

export interface Listing {
  /** Newest first; null before the first page. */
  items: readonly NegotiationObject[] | null
  cursor: string | null
}

export const NOTHING: Listing = { items: null, cursor: null }

/** A first page refreshes the top and leaves what was paged in below it. */
export function withPage(now: Listing, page: NegotiationsPage, isFirst: boolean): Listing {
  const known = now.items ?? []
  const fresh = page.items.map((item) => fresher(item, known.find((other) => other.id === item.id)))
  const ids = new Set(fresh.map((item) => item.id))
  const others = known.filter((item) => !ids.has(item.id))
  // The top is the server's: what it does not have there does not belong there any more.
  const last = page.items.at(-1)
  const below = last === undefined || !isFirst ? [] : others.filter((item) => isOlder(item, last))
  if (!isFirst) return { items: [...others, ...fresh], cursor: page.next_cursor }
  const isWhole = page.next_cursor === null
  return {
    items: isWhole ? fresh : [...fresh, ...below],
    cursor: !isWhole && below.length > 0 ? now.cursor : page.next_cursor,
  }
}

/** One negotiation as it is now: put in, brought up to date, or out if it is not asked for. */
export function withNegotiation(now: Listing, negotiation: NegotiationObject, query: ListQuery): Listing {
  if (now.items === null) return now
  const known = now.items.find((item) => item.id === negotiation.id)
  if (known && known.last_seq >= negotiation.last_seq) return now
  if (!isAskedFor(negotiation, query)) {
    return known ? { ...now, items: now.items.filter((item) => item !== known) } : now
  }
  if (known) return { ...now, items: now.items.map((item) => (item === known ? negotiation : item)) }
  const place = now.items.findIndex((item) => isOlder(item, negotiation))
  // Beyond the last page it comes with its own page.
  if (place < 0 && now.cursor !== null) return now
  return { ...now, items: now.items.toSpliced(place < 0 ? now.items.length : place, 0, negotiation) }
}

export function isAskedFor(negotiation: NegotiationObject, { status, search }: ListQuery): boolean {
  if (status !== undefined && negotiation.status !== status) return false
  const { year, make, model, trim } = negotiation.vehicle
  const text = folded([year, make, model, trim, negotiation.label].filter(Boolean).join(' '))
  return wordsOf(search ?? '').every((word) => text.includes(word))
}

/** Like the server: case and accents do not count. */
export function folded(text: string): string {
  return text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '')
}

export function wordsOf(search: string): string[] {
  return folded(search).split(/\s+/).filter(Boolean)
}

function fresher(one: NegotiationObject, other: NegotiationObject | undefined): NegotiationObject {
  return other !== undefined && other.last_seq > one.last_seq ? other : one
}

function isOlder(one: NegotiationObject, other: NegotiationObject): boolean {
  if (one.created_at !== other.created_at) return one.created_at < other.created_at
  return one.id < other.id
}
