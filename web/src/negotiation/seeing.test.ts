// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { createNegotiationStore } from '../state/store'
import { advice, created, ID, moved, updated } from '../testing/objects'
import { keepSeen } from './seeing'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

function looking() {
  const store = createNegotiationStore(ID, (task) => task())
  const markSeen = vi.fn((id: string, seq: number) => Promise.resolve({ negotiation_id: id, news_seq: seq, seen_seq: seq }))
  const seen = vi.fn()
  const stop = keepSeen({ store, markSeen, seen })
  store.dispatch({ type: 'newest_loaded', events: [moved(1)], lastSeq: 1 })
  return { store, markSeen, seen, stop }
}

it('tells what is whole, once', async () => {
  const { store, markSeen, seen, stop } = looking()
  await vi.runAllTimersAsync()
  expect(markSeen).toHaveBeenLastCalledWith(ID, 1)
  const written = advice(2, { status: 'streaming', content: '' })
  store.dispatch({ type: 'events_received', events: [created(written)] })
  await vi.runAllTimersAsync()
  expect(markSeen).toHaveBeenCalledTimes(1)
  store.dispatch({ type: 'events_received', events: [updated(3, { ...written, status: 'complete' })] })
  await vi.runAllTimersAsync()
  expect(markSeen).toHaveBeenCalledTimes(2)
  expect(seen).toHaveBeenLastCalledWith({ negotiation_id: ID, news_seq: 3, seen_seq: 3 })
  stop()
})

it('tells nothing while nobody looks', async () => {
  const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  const { markSeen, stop } = looking()
  await vi.runAllTimersAsync()
  expect(markSeen).not.toHaveBeenCalled()
  visibility.mockReturnValue('visible')
  document.dispatchEvent(new Event('visibilitychange'))
  await vi.runAllTimersAsync()
  expect(markSeen).toHaveBeenCalledExactlyOnceWith(ID, 1)
  stop()
})

it('tells again with what comes next when it did not get through', async () => {
  const { store, markSeen, stop } = looking()
  markSeen.mockRejectedValueOnce(new Error('no answer'))
  await vi.runAllTimersAsync()
  store.dispatch({ type: 'events_received', events: [moved(2)] })
  await vi.runAllTimersAsync()
  expect(markSeen).toHaveBeenLastCalledWith(ID, 2)
  stop()
})
