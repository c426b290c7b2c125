/** Tells the server how far the buyer has looked, so that no tab or device calls it new. */

import type { SeenObject } from '../contract'
import { isVisible, whenPage } from '../lifecycle/page-lifecycle'
import type { NegotiationStore } from '../state/store'
import type { NegotiationState } from '../state/types'

export interface SeeingParts {
  store: NegotiationStore
  markSeen: (id: string, seq: number) => Promise<SeenObject>
  seen: (seen: SeenObject) => void
}

/** What comes in a burst is told once. */
const BURST_MS = 400

/** While the tab is looked at. What is still being written is told when it is whole. */
export function keepSeen({ store, markSeen, seen }: SeeingParts): () => void {
  let told = 0
  let timer: ReturnType<typeof setTimeout> | null = null

  const tell = async () => {
    timer = null
    const { id, appliedSeq } = store.getState()
    const before = told
    told = appliedSeq
    try {
      seen(await markSeen(id, appliedSeq))
    } catch {
      told = before // told with what comes next, or when the tab is looked at again
    }
  }
  const look = () => {
    const state = store.getState()
    const isWhole = state.appliedSeq > told && !isBeingWritten(state)
    if (isWhole && isVisible()) timer ??= setTimeout(() => void tell(), BURST_MS)
  }

  const stopWatching = store.subscribe(look)
  const endPage = whenPage({ visible: look })
  look()
  return () => {
    if (timer !== null) clearTimeout(timer)
    stopWatching()
    endPage()
  }
}

const known = new WeakMap<NegotiationState['messages'], boolean>()

/** Text that streams in does not change the messages, so that each frame is cheap. */
function isBeingWritten({ messages }: NegotiationState): boolean {
  const before = known.get(messages)
  if (before !== undefined) return before
  const isWriting = Object.values(messages).some(({ message }) => message.status === 'streaming')
  known.set(messages, isWriting)
  return isWriting
}
