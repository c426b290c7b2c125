/** One negotiation as it is kept: its newest part, within bounds, and nothing that is in passing. */

import type { KeptNegotiation, NegotiationState, StoredMessage } from '../state/types'
import { moveToFront, readKept, removeKept, writeKept, type Kept } from './database'

export interface Bounds {
  messages: number
  /** Of the messages as JSON. */
  characters: number
}

const BOUNDS: Bounds = { messages: 200, characters: 300_000 }
const MOST_NEGOTIATIONS = 20
const LIST = 'negotiations'

const nameOf = (id: string) => `negotiation/${id}`

export const readNegotiation = (userId: string, id: string): Promise<Kept<KeptNegotiation> | null> =>
  readKept<KeptNegotiation>(userId, nameOf(id))

export async function writeNegotiation(userId: string, kept: KeptNegotiation): Promise<void> {
  const name = nameOf(kept.id)
  await writeKept(userId, name, kept)
  await moveToFront(userId, LIST, name, MOST_NEGOTIATIONS)
}

export const removeNegotiation = (userId: string, id: string) => removeKept(userId, nameOf(id))

/**
 * The part of a state that is worth keeping; null before anything is loaded. Cut at an event: all
 * that happened from `firstSeq` on is in it, whatever lies before can be paged in again.
 */
export function keptOf(state: NegotiationState, bounds: Bounds = BOUNDS): KeptNegotiation | null {
  const { id, negotiation, negotiationVersion, appliedSeq, firstSeq } = state
  if (firstSeq === null || negotiation === null) return null
  const newestFirst = Object.values(state.messages).sort((one, other) => other.version - one.version)
  const messages: StoredMessage[] = []
  let characters = 0
  for (const stored of newestFirst) {
    characters += JSON.stringify(stored).length
    if (messages.length === bounds.messages || characters > bounds.characters) break
    messages.push(stored)
  }
  const next = newestFirst[messages.length]
  const cut = next === undefined ? firstSeq : Math.max(firstSeq, next.version + 1)
  return { id, negotiation, negotiationVersion, appliedSeq, firstSeq: Math.min(cut, appliedSeq + 1), messages }
}
