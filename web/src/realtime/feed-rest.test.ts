/** When the feed asks, when it leaves off asking, and what it says of that. */

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { ApiError, noAnswer } from '../api/errors'
import { hasGap } from '../state/selectors'
import { feedServer } from '../testing/feed-server'
import { created, delta, ID, message, moved, negotiation, REPLY } from '../testing/objects'
import { POLL_MS } from './feed'

const settle = () => vi.advanceTimersByTimeAsync(0)

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** A feed that is loaded and hears its socket. */
async function live() {
  const server = feedServer()
  server.feed.start()
  server.become({ phase: 'live' })
  await settle()
  return server
}

/** A promise that is kept when the test says so. */
function later<Value>() {
  let give: (value: Value) => void = () => undefined
  let fail: (error: Error) => void = () => undefined
  const promise = new Promise<Value>((resolve, reject) => {
    give = resolve
    fail = reject
  })
  return { promise, give: (value: Value) => give(value), fail: (error: Error) => fail(error) }
}

describe('a subscription', () => {
  it('that says there is more is followed by a pull, whatever number it was told with', async () => {
    const { feed, become, socket, calls, table, ackOf, seqs } = feedServer()
    feed.start()
    await settle()
    table.push(created(message(3)), created(message(4)))
    // The number was read before the page was; one more happened in between.
    socket.ack = () => Promise.resolve(ackOf([created(message(3))], { last_seq: 3, has_more: true }))
    become({ phase: 'live' })
    await settle()
    expect(calls.eventsAfter).toHaveBeenCalledExactlyOnceWith(ID, 3)
    expect(seqs()).toEqual([2, 3, 4])
  })

  it('that is behind its own number is followed by a pull', async () => {
    const { feed, become, socket, table, ackOf, seqs } = feedServer()
    feed.start()
    await settle()
    table.push(created(message(3)))
    socket.ack = () => Promise.resolve(ackOf([], { last_seq: 3 }))
    become({ phase: 'live' })
    await settle()
    expect(seqs()).toEqual([2, 3])
  })

  it('that brought everything is followed by none', async () => {
    const { calls, table, socket } = await live()
    expect(calls.eventsAfter).not.toHaveBeenCalled()
    socket.syncAck = () => Promise.resolve({ last_seq: table.length })
    await vi.advanceTimersByTimeAsync(30_000)
    expect(socket.syncs).toEqual([2])
    expect(calls.eventsAfter).not.toHaveBeenCalled()
  })

  it('brings the negotiation and the words so far, and is heard', async () => {
    const { feed, become, socket, ackOf, store, heard } = feedServer()
    feed.start()
    await settle()
    heard.mockClear()
    socket.ack = () =>
      Promise.resolve(
        ackOf([], {
          negotiation: negotiation({ last_seq: 3, round: 7 }),
          reply: { id: REPLY, attempt: 1, offset: 2, text: 'Hi' },
        }),
      )
    become({ phase: 'live' })
    await settle()
    expect(store.getState().negotiation?.round).toBe(7)
    expect(store.getState().streams[REPLY]?.text).toBe('Hi')
    expect(heard).toHaveBeenCalledExactlyOnceWith(true)
  })

  it('begins at once where the socket was there before', async () => {
    const { feed, become, socket, table, seqs } = feedServer()
    become({ phase: 'live' })
    feed.start()
    await settle()
    table.push(created(message(3)))
    socket.handlers?.stored(created(message(3)))
    expect(socket.subscriptions).toEqual([{ id: ID, afterSeq: 2 }])
    expect(seqs()).toEqual([2, 3])
  })

  it('is asked for once a socket, and not before there is something to follow', async () => {
    const { feed, become, calls, socket } = feedServer()
    const answer = later<{ negotiation: ReturnType<typeof negotiation> }>()
    calls.getNegotiation.mockReturnValueOnce(answer.promise)
    feed.start()
    become({ phase: 'live' })
    await settle()
    expect(socket.subscriptions).toEqual([])
    answer.give({ negotiation: negotiation({ last_seq: 2 }) })
    await settle()
    await feed.load()
    await vi.advanceTimersByTimeAsync(3 * POLL_MS)
    expect(socket.subscriptions).toEqual([{ id: ID, afterSeq: 2 }])
  })

  it('that never is acknowledged is the end of the line; of an older socket, of none', async () => {
    const { feed, become, socket, connection } = feedServer()
    const ack = later<never>()
    socket.ack = () => ack.promise
    feed.start()
    become({ phase: 'live' })
    await settle()
    become({ phase: 'reconnecting', attempt: 1 })
    ack.fail(new Error('timeout'))
    await settle()
    expect(connection.lost).not.toHaveBeenCalled()
    socket.ack = () => Promise.reject(new Error('timeout'))
    become({ phase: 'live' })
    await settle()
    expect(connection.lost).toHaveBeenCalledTimes(1)
  })

  it('acknowledged after its socket is gone changes nothing', async () => {
    const { feed, become, socket, ackOf, calls, store } = feedServer()
    const ack = later<ReturnType<typeof ackOf>>()
    socket.ack = () => ack.promise
    feed.start()
    become({ phase: 'live' })
    await settle()
    become({ phase: 'connecting' })
    const before = store.getState()
    ack.give(ackOf([created(message(3))]))
    await settle()
    expect(store.getState()).toBe(before)
    expect(calls.eventsAfter).not.toHaveBeenCalled()
  })

  it('asks whether it is behind only where it was taken', async () => {
    const { feed, become, socket } = feedServer()
    socket.ack = () => Promise.resolve({ status: 'error', code: 4429, detail: '' })
    feed.start()
    become({ phase: 'live' })
    await vi.advanceTimersByTimeAsync(29_000)
    socket.ack = () => new Promise(() => undefined)
    become({ phase: 'connecting' })
    await vi.advanceTimersByTimeAsync(61_000)
    expect(socket.syncs).toEqual([])
  })

  it('leaves the words of a socket that is gone unheard', async () => {
    const { become, socket } = await live()
    become({ phase: 'connecting' })
    expect(socket.handlers).toBeNull()
  })
})

describe('a pull', () => {
  it('goes on until there is no more', async () => {
    const { calls, become, limits, table, seqs } = await live()
    limits.page = 2
    for (const seq of [3, 4, 5, 6, 7]) table.push(created(message(seq)))
    become({ phase: 'moving' })
    await settle()
    expect(calls.eventsAfter.mock.calls.map(([, seq]) => seq)).toEqual([2, 4, 6])
    expect(seqs()).toEqual([2, 3, 4, 5, 6, 7])
  })

  it('does not go on for ever where nothing comes', async () => {
    const { calls, become } = await live()
    calls.eventsAfter.mockResolvedValue({ events: [], last_seq: 9, has_more: true })
    become({ phase: 'offline' })
    await settle()
    expect(calls.eventsAfter).toHaveBeenCalledTimes(1)
  })

  it('is one at a time, and is done once more when it was asked for meanwhile', async () => {
    const { calls, become, table, seqs } = await live()
    const first = later<Awaited<ReturnType<typeof calls.eventsAfter>>>()
    calls.eventsAfter.mockReturnValueOnce(first.promise)
    become({ phase: 'reconnecting', attempt: 1 })
    become({ phase: 'reconnecting', attempt: 2 })
    await settle()
    expect(calls.eventsAfter).toHaveBeenCalledTimes(1)
    table.push(created(message(3)))
    first.give({ events: [], last_seq: 2, has_more: false })
    await settle()
    expect(calls.eventsAfter).toHaveBeenCalledTimes(2)
    expect(seqs()).toEqual([2, 3])
  })

  it('that is refused or fails on the server is no silence', async () => {
    const { calls, become, heard } = await live()
    heard.mockClear()
    calls.eventsAfter.mockRejectedValueOnce(new ApiError(500, 'internal', ''))
    become({ phase: 'offline' })
    await settle()
    expect(heard).not.toHaveBeenCalled()
    calls.eventsAfter.mockRejectedValueOnce(noAnswer())
    become({ phase: 'offline' })
    await settle()
    expect(heard).toHaveBeenCalledExactlyOnceWith(false)
  })

  it('closes one gap after another', async () => {
    const { calls, socket, table, store } = await live()
    for (const seq of [4, 6]) {
      table.push(created(message(seq - 1)), created(message(seq)))
      socket.handlers?.stored(created(message(seq)))
      await vi.advanceTimersByTimeAsync(300)
      expect(hasGap(store.getState())).toBe(false)
    }
    expect(calls.eventsAfter).toHaveBeenCalledTimes(2)
  })

  it('waits until the negotiation is there', async () => {
    const { feed, calls, become, socket } = feedServer()
    calls.getNegotiation.mockReturnValueOnce(new Promise(() => undefined))
    feed.start()
    become({ phase: 'live' })
    socket.handlers?.stored(created(message(4)))
    become({ phase: 'offline' })
    await vi.advanceTimersByTimeAsync(3 * POLL_MS)
    expect(calls.eventsAfter).not.toHaveBeenCalled()
  })

  it.each(['moving', 'offline', 'reconnecting'] as const)('begins at once when the line is %s', async (phase) => {
    const { calls, become } = await live()
    become(phase === 'reconnecting' ? { phase, attempt: 1 } : { phase })
    expect(calls.eventsAfter).toHaveBeenCalledTimes(1)
  })

  it.each(['connecting', 'off'] as const)('is left to the socket while it is %s', async (phase) => {
    const { calls, become } = await live()
    become({ phase })
    expect(calls.eventsAfter).not.toHaveBeenCalled()
  })
})

describe('older events', () => {
  it('are asked for up to the first, and no further', async () => {
    const { feed, calls, store } = await live()
    store.dispatch({ type: 'newest_loaded', events: [], lastSeq: 2 })
    calls.eventsBefore.mockClear()
    expect(store.getState().firstSeq).toBe(1)
    await feed.loadOlder()
    expect(calls.eventsBefore).not.toHaveBeenCalled()
  })

  it('come a page at a time', async () => {
    const { feed, limits, table, calls, store } = feedServer()
    for (const seq of [3, 4, 5]) table.push(created(message(seq)))
    limits.page = 2
    feed.start()
    await settle()
    const firsts = [store.getState().firstSeq]
    for (let pages = 0; pages < 3; pages += 1) {
      await feed.loadOlder()
      firsts.push(store.getState().firstSeq)
    }
    expect(firsts).toEqual([4, 2, 1, 1])
    expect(calls.eventsBefore.mock.calls.map(([, seq]) => seq)).toEqual([6, 4, 2])
  })
})

describe('typing', () => {
  it('of several replies ends for each at its own time', async () => {
    const { socket, store } = await live()
    for (const [reply_id, expires_in_ms] of [['one', 4_000], ['two', 2_000]] as const) {
      socket.handlers?.typing({ negotiation_id: ID, reply_id, is_typing: true, expires_in_ms })
    }
    await vi.advanceTimersByTimeAsync(2_100)
    expect(Object.keys(store.getState().typing)).toEqual(['one'])
    await vi.advanceTimersByTimeAsync(2_000)
    expect(store.getState().typing).toEqual({})
  })

  it('is asked for no more once nobody types', async () => {
    const { socket } = await live()
    const timers = vi.getTimerCount()
    socket.handlers?.typing({ negotiation_id: ID, reply_id: REPLY, is_typing: true, expires_in_ms: 4_000 })
    expect(vi.getTimerCount()).toBe(timers + 1)
    socket.handlers?.typing({ negotiation_id: ID, reply_id: REPLY, is_typing: false, expires_in_ms: 0 })
    expect(vi.getTimerCount()).toBe(timers)
  })
})

describe('once stopped', () => {
  it('it leaves the room, its timers and its listeners', async () => {
    const { feed, socket, store, ended, calls } = await live()
    socket.handlers?.stored(created(message(4)))
    socket.handlers?.typing({ negotiation_id: ID, reply_id: REPLY, is_typing: true, expires_in_ms: 4_000 })
    const left = vi.spyOn(socket, 'unsubscribe')
    feed.stop()
    expect(left).toHaveBeenCalledExactlyOnceWith(ID)
    expect(ended).toHaveBeenCalledTimes(1)
    expect(socket.handlers).toBeNull()
    expect(vi.getTimerCount()).toBe(0)
    store.dispatch({ type: 'delta_received', delta: delta(0, 'x') })
    store.dispatch({ type: 'events_received', events: [moved(9)] })
    expect(vi.getTimerCount()).toBe(0)
    expect(calls.eventsAfter).not.toHaveBeenCalled()
  })

  it.each(['answer', 'failure'])('a late %s of the first load is nobody’s any more', async (what) => {
    const { feed, calls, store, loaded, loadFailed, heard } = feedServer()
    const answer = later<{ negotiation: ReturnType<typeof negotiation> }>()
    calls.getNegotiation.mockReturnValueOnce(answer.promise)
    feed.start()
    feed.stop()
    const before = store.getState()
    if (what === 'answer') answer.give({ negotiation: negotiation({ last_seq: 2 }) })
    else answer.fail(noAnswer())
    await settle()
    expect(store.getState()).toBe(before)
    for (const told of [loaded, loadFailed, heard]) expect(told).not.toHaveBeenCalled()
  })

  it('late pages are nobody’s any more', async () => {
    const { feed, calls, become, store, limits, table } = feedServer()
    table.push(created(message(3)))
    limits.page = 1
    feed.start()
    await settle()
    const page = { events: [created(message(2))], last_seq: 3, has_more: true }
    const [older, newer] = [later<typeof page>(), later<typeof page>()]
    calls.eventsBefore.mockReturnValueOnce(older.promise)
    calls.eventsAfter.mockReturnValueOnce(newer.promise)
    const paging = feed.loadOlder()
    become({ phase: 'offline' })
    feed.stop()
    older.give(page)
    newer.give({ ...page, events: [] })
    await paging
    await settle()
    expect(store.getState().firstSeq).toBe(3)
    expect(calls.eventsAfter).toHaveBeenCalledTimes(1)
  })

  it('a late acknowledgement is nobody’s any more', async () => {
    const { feed, become, socket, ackOf, store } = feedServer()
    const ack = later<ReturnType<typeof ackOf>>()
    socket.ack = () => ack.promise
    feed.start()
    become({ phase: 'live' })
    await settle()
    feed.stop()
    const before = store.getState()
    ack.give(ackOf([created(message(3))]))
    await settle()
    expect(store.getState()).toBe(before)
  })
})
