// @vitest-environment jsdom
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { noteOwner } from '../auth/owner'
import { createNegotiationStore, type NegotiationStore } from '../state/store'
import { created, delta, ID, message, moved } from '../testing/objects'
import { forgetKept } from './database'
import { keepUpToDate } from './keeper'
import { keptOf, readNegotiation } from './negotiation'

const SOON_MS = 1_000
const factory = new IDBFactory()
const endings: (() => void)[] = []

beforeEach(async () => {
  vi.stubGlobal('indexedDB', factory)
  await forgetKept()
  noteOwner('alice')
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
})
afterEach(() => {
  for (const end of endings.splice(0)) end()
  vi.useRealTimers()
})

/** A store whose page is loaded, and its keeper. */
function keeping(user = 'alice'): NegotiationStore {
  const store = createNegotiationStore(ID, (task) => task())
  endings.push(keepUpToDate(store, user))
  store.dispatch({ type: 'newest_loaded', events: [moved(1), created(message(2))], lastSeq: 2 })
  return store
}

const found = async (user = 'alice') => await readNegotiation(user, ID)

describe('the keeper', () => {
  it('writes down what is there soon after a change, once for many', async () => {
    const store = keeping()
    vi.advanceTimersByTime(SOON_MS - 1)
    store.dispatch({ type: 'events_received', events: [created(message(3))] })
    expect(await found()).toBeNull()
    vi.advanceTimersByTime(1)
    expect((await found())?.value).toEqual(keptOf(store.getState()))
    const { at } = (await found()) ?? {}
    vi.advanceTimersByTime(10 * SOON_MS)
    expect((await found())?.at).toBe(at)
  })

  it.each([
    ['messages', (store: NegotiationStore) => store.dispatch({ type: 'older_loaded', events: [created(message(1))] })],
    ['events', (store: NegotiationStore) => store.dispatch({ type: 'newest_loaded', events: [{ ...moved(3), seq: 3 }], lastSeq: 2 })],
    [
      'the negotiation',
      (store: NegotiationStore) =>
        store.dispatch({ type: 'negotiation_received', negotiation: moved(9, { round: 4 }).negotiation }),
    ],
  ])('writes again when %s changed', async (_what, change) => {
    const store = keeping()
    vi.advanceTimersByTime(SOON_MS)
    const before = await found()
    change(store)
    vi.advanceTimersByTime(SOON_MS)
    const after = await found()
    expect(after?.value).toEqual(keptOf(store.getState()))
    expect(after?.at).toBeGreaterThan(before?.at ?? 0)
  })

  it('does not write for text that streams in', async () => {
    const store = keeping()
    vi.advanceTimersByTime(SOON_MS)
    const before = await found()
    store.dispatch({ type: 'delta_received', delta: delta(0, 'Hello') })
    vi.advanceTimersByTime(SOON_MS)
    expect(await found()).toEqual(before)
  })

  it('writes at once when the page is hidden, and not when it is seen again', async () => {
    const store = keeping()
    const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible')
    document.dispatchEvent(new Event('visibilitychange'))
    expect(await found()).toBeNull()
    visibility.mockReturnValue('hidden')
    document.dispatchEvent(new Event('visibilitychange'))
    expect((await found())?.value).toEqual(keptOf(store.getState()))
    expect(vi.getTimerCount()).toBe(0)
  })

  it('writes when it ends, and nothing after', async () => {
    const store = keeping()
    for (const end of endings.splice(0)) end()
    const kept = await found()
    expect(kept?.value).toEqual(keptOf(store.getState()))
    expect(vi.getTimerCount()).toBe(0)
    store.dispatch({ type: 'events_received', events: [created(message(3))] })
    document.dispatchEvent(new Event('visibilitychange'))
    vi.advanceTimersByTime(SOON_MS)
    expect(await found()).toEqual(kept)
  })

  it('keeps nothing of somebody who is not logged in any more', async () => {
    noteOwner('bob')
    keeping()
    vi.advanceTimersByTime(SOON_MS)
    expect(await found()).toBeNull()
  })
})
