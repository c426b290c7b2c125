// @vitest-environment jsdom
/** However fast deltas come, the screen is told at a pace that it can keep. */

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { created, delta, ID, advice } from '../testing/objects'
import { textOf } from './selectors'
import { createNegotiationStore, REST_MS } from './store'

const FRAME_MS = 1000 / 60

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'requestAnimationFrame', 'cancelAnimationFrame', 'performance'] }))
afterEach(() => vi.useRealTimers())

describe('the store', () => {
  it.each([60, 240, 1_000])('tells the screen about 30 times a second of %i deltas a second', async (rate) => {
    const store = createNegotiationStore(ID)
    store.dispatch({ type: 'newest_loaded', events: [], lastSeq: 1 })
    const streaming = advice(2, { status: 'streaming', content: '' })
    store.dispatch({ type: 'events_received', events: [created(streaming)] })
    await vi.advanceTimersByTimeAsync(FRAME_MS * 2)
    let told = 0
    store.subscribe(() => {
      told += 1
    })
    for (let sent = 0; sent < rate; sent += 1) {
      store.dispatch({ type: 'delta_received', delta: delta(sent, 'x') })
      await vi.advanceTimersByTimeAsync(1_000 / rate)
    }
    await vi.advanceTimersByTimeAsync(FRAME_MS * 3)
    expect(textOf(store.getState(), streaming)).toHaveLength(rate)
    expect(told).toBeGreaterThan(25)
    expect(told).toBeLessThanOrEqual(1 + 1_000 / REST_MS)
  })

  it('tells of a change after a quiet time with the next frame', async () => {
    const store = createNegotiationStore(ID)
    const told = vi.fn()
    store.subscribe(told)
    store.dispatch({ type: 'sent' })
    await vi.advanceTimersByTimeAsync(REST_MS * 2)
    store.dispatch({ type: 'newest_loaded', events: [], lastSeq: 1 })
    await vi.advanceTimersByTimeAsync(FRAME_MS + 1)
    expect(told).toHaveBeenCalledTimes(2)
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
