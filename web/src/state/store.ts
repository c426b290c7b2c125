/** Holds the state of one negotiation and tells the screen, at most about 30 times a second. */

import { reduce } from './reducer'
import { emptyState, type NegotiationAction, type NegotiationState } from './types'

export interface NegotiationStore {
  getState: () => NegotiationState
  dispatch: (action: NegotiationAction) => void
  subscribe: (listener: () => void) => () => void
}

type Schedule = (task: () => void) => void

const HIDDEN_MS = 250

/** A frame of a usual screen: the one after a change is left to keys and fingers. */
export const REST_MS = 17

/**
 * With the next frame, or a little later while changes come fast: a slow machine that drew each
 * delta of 60 a second dropped a fifth of its frames. A hidden tab draws none, and must still close
 * its gaps.
 */
function byFrame(): Schedule {
  let doneAt = -REST_MS
  return (task) => {
    let frame = 0
    const run = () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
      task()
      // What the screen is told it draws in a task of its own, before this one.
      queueMicrotask(() => {
        doneAt = performance.now()
      })
    }
    const look = (now: number) => {
      if (now - doneAt < REST_MS) frame = requestAnimationFrame(look)
      else run()
    }
    frame = requestAnimationFrame(look)
    const timer = setTimeout(run, HIDDEN_MS)
  }
}

export function createNegotiationStore(id: string, schedule: Schedule = byFrame()): NegotiationStore {
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
