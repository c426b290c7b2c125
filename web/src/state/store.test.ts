// @vitest-environment jsdom
/** However fast deltas come, the screen is told once a frame. */

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { created, delta, ID, advice } from '../testing/objects'
import { textOf } from './selectors'
import { createNegotiationStore } from './store'

const FRAME_MS = 1000 / 60

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'requestAnimationFrame', 'cancelAnimationFrame'] }))
afterEach(() => vi.useRealTimers())

describe('the store', () => {
  it.each([60, 240, 1_000])('tells the screen at most once a frame of %i deltas a second', async (rate) => {
    const store = createNegotiationStore(ID)
    store.dispatch({ type: 'newest_loaded', events: [], lastSeq: 1 })
    const streaming = advice(2, { status: 'streaming', content: '' })
    store.dispatch({ type: 'events_received', events: [created(streaming)] })
    await vi.advanceTimersByTimeAsync(FRAME_MS * 2)
    let told = 0
    store.subscribe(() => {
      told += 1
    })
    let frames = 0
    const count = () => {
      frames += 1
      requestAnimationFrame(count)
    }
    requestAnimationFrame(count)
    for (let sent = 0; sent < rate; sent += 1) {
      store.dispatch({ type: 'delta_received', delta: delta(sent, 'x') })
      await vi.advanceTimersByTimeAsync(1_000 / rate)
    }
    await vi.advanceTimersByTimeAsync(FRAME_MS)
    expect(textOf(store.getState(), streaming)).toHaveLength(rate)
    expect(told).toBeGreaterThan(50)
    expect(told).toBeLessThanOrEqual(frames)
  })

  it('tells a hidden tab, which draws no frames, all the same', async () => {
    vi.stubGlobal('requestAnimationFrame', () => 0)
    const store = createNegotiationStore(ID)
    const told = vi.fn()
    store.subscribe(told)
    store.dispatch({ type: 'sent' })
    store.dispatch({ type: 'sent' })
    await vi.advanceTimersByTimeAsync(1_000)
    expect(told).toHaveBeenCalledTimes(1)
    vi.unstubAllGlobals()
  })
})
