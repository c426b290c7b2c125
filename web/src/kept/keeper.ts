/** Writes a negotiation down soon after each change, for as long as its owner is logged in. */

import { isLoggedIn } from '../auth/owner'
import { whenPage } from '../lifecycle/page-lifecycle'
import type { NegotiationStore } from '../state/store'
import { keptOf, writeNegotiation } from './negotiation'

const SOON_MS = 1_000

/** Returns what stops it. */
export function keepUpToDate(store: NegotiationStore, userId: string): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null
  let written = store.getState()

  const write = () => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    const state = store.getState()
    const { messages, negotiation, appliedSeq, firstSeq } = state
    // Text that streams in changes the state many times a second, and nothing that is kept.
    const isSame =
      messages === written.messages &&
      negotiation === written.negotiation &&
      appliedSeq === written.appliedSeq &&
      firstSeq === written.firstSeq
    if (isSame || !isLoggedIn(userId)) return
    written = state
    const kept = keptOf(state)
    if (kept !== null) void writeNegotiation(userId, kept)
  }
  const stopStore = store.subscribe(() => {
    timer ??= setTimeout(write, SOON_MS)
  })
  const endPage = whenPage({ hidden: write })
  return () => {
    write()
    stopStore()
    endPage()
  }
}
