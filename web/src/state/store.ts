/** Holds the state of one negotiation and tells the screen, at most once a frame. */

import { reduce } from './reducer'
import { emptyState, type NegotiationAction, type NegotiationState } from './types'

export interface NegotiationStore {
  getState: () => NegotiationState
  dispatch: (action: NegotiationAction) => void
  subscribe: (listener: () => void) => () => void
}

type Schedule = (task: () => void) => void

const HIDDEN_MS = 250

/** With the next frame; a hidden tab draws none, and must still close its gaps. */
const byFrame: Schedule = (task) => {
  const run = () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
    task()
  }
  const frame = requestAnimationFrame(run)
  const timer = setTimeout(run, HIDDEN_MS)
}

export function createNegotiationStore(id: string, schedule: Schedule = byFrame): NegotiationStore {
  let state = emptyState(id)
  let announced = false
  const listeners = new Set<() => void>()

  function announce(): void {
    announced = false
    for (const listener of listeners) listener()
  }

  return {
    getState: () => state,
    dispatch(action) {
      const next = reduce(state, action)
      if (next === state) return
      state = next
      if (announced) return
      announced = true
      schedule(announce)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
