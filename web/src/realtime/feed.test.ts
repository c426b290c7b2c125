import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { ApiError, noAnswer } from '../api/errors'
import { keptOf } from '../kept/negotiation'
import { reduce } from '../state/reducer'
import { feedServer } from '../testing/feed-server'
import { created, delta, ID, loadedState, message, negotiation, REPLY } from '../testing/objects'
import { POLL_MS } from './feed'

const settle = () => vi.advanceTimersByTimeAsync(0)

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

describe('the first load', () => {
  it('brings the newest page, then subscribes from its end', async () => {
    const { feed, become, socket, loaded, seqs } = feedServer()
    feed.start()
    become({ phase: 'live' })
    await settle()
    expect(loaded).toHaveBeenCalledTimes(1)
    expect(seqs()).toEqual([2])
    expect(socket.subscriptions).toEqual([{ id: ID, afterSeq: 2 }])
  })

  it('tells of its failure, and can be tried again', async () => {
    const { feed, calls, loadFailed, loaded } = feedServer()
    const error = new ApiError(404, 'not_found', '')
    calls.getNegotiation.mockRejectedValueOnce(error)
    feed.start()
    await settle()
    expect(loadFailed).toHaveBeenCalledWith(error)
    await feed.load()
    expect(loaded).toHaveBeenCalledTimes(1)
  })
})

describe('with something kept', () => {
  const AT = 1_000
  /** What this browser has of the table's first two events. */
  function setUpKept() {
    const parts = feedServer()
    const before = parts.table.reduce(
      (state, event) => reduce(state, { type: 'events_received', events: [event] }),
      loadedState(),
    )
    const value = keptOf(before)
    parts.readKept.mockResolvedValue(value && { value, at: AT })
    return parts
  }

  it('shows it at once, then pulls what came since, by seq', async () => {
    const { feed, table, calls, loaded, heard, seqs } = setUpKept()
    table.push(created(message(3)))
    let answer: () => void = () => undefined
    calls.getNegotiation.mockReturnValueOnce(
      new Promise((resolve) => {
        answer = () => resolve({ negotiation: negotiation({ last_seq: 3 }) })
      }),
    )
    feed.start()
    await settle()
    expect(loaded).toHaveBeenCalledExactlyOnceWith(AT)
    expect(seqs()).toEqual([2])
    expect(heard).not.toHaveBeenCalled()
    answer()
    await settle()
    expect(calls.eventsBefore).not.toHaveBeenCalled()
    expect(calls.eventsAfter).toHaveBeenCalledWith(ID, 2)
    expect(seqs()).toEqual([2, 3])
    expect(heard).toHaveBeenLastCalledWith(true)
  })

  it('shows it when nobody answers, says so, and goes on when somebody does', async () => {
    const { feed, table, calls, loadFailed, heard, seqs } = setUpKept()
    table.push(created(message(3)))
    calls.getNegotiation.mockRejectedValueOnce(noAnswer())
    calls.eventsAfter.mockRejectedValueOnce(noAnswer())
    feed.start()
    await settle()
    expect(loadFailed).not.toHaveBeenCalled()
    expect(heard).toHaveBeenLastCalledWith(false)
    expect(seqs()).toEqual([2])
    await vi.advanceTimersByTimeAsync(2 * POLL_MS)
    expect(heard).toHaveBeenLastCalledWith(true)
    expect(seqs()).toEqual([2, 3])
  })

  it('shows it no longer when the server says that it is not the buyer’s', async () => {
    const { feed, calls, loadFailed } = setUpKept()
    const error = new ApiError(403, 'not_yours', '')
    calls.getNegotiation.mockRejectedValueOnce(error)
    feed.start()
    await settle()
    expect(loadFailed).toHaveBeenCalledExactlyOnceWith(error)
  })

  it('ignores it when the server was faster', async () => {
    const { feed, readKept, loaded, seqs } = setUpKept()
    const late = await readKept()
    let find: () => void = () => undefined
    readKept.mockReturnValueOnce(
      new Promise((resolve) => {
        find = () => resolve(late)
      }),
    )
    feed.start()
    await settle()
    find()
    await settle()
    expect(loaded).toHaveBeenCalledExactlyOnceWith(null)
    expect(seqs()).toEqual([2])
  })
})

describe('with a socket', () => {
  it('takes events and deltas as they come', async () => {
    const { feed, become, socket, store, seqs } = feedServer()
    feed.start()
    become({ phase: 'live' })
    await settle()
    socket.handlers?.stored(created(message(3)))
    socket.handlers?.delta(delta(0, 'Hi'))
    expect(seqs()).toEqual([2, 3])
    expect(store.getState().streams[REPLY]?.text).toBe('Hi')
  })

  it('pulls what is missing when it sees a gap', async () => {
    const { feed, become, socket, calls, table, seqs } = feedServer()
    feed.start()
    become({ phase: 'live' })
    await settle()
    table.push(created(message(3)), created(message(4)))
    socket.handlers?.stored(created(message(4)))
    expect(calls.eventsAfter).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(300)
    expect(calls.eventsAfter).toHaveBeenCalledExactlyOnceWith(ID, 2)
    expect(seqs()).toEqual([2, 3, 4])
  })

  it('does not pull for a gap that closes by itself', async () => {
    const { feed, become, socket, calls } = feedServer()
    feed.start()
    become({ phase: 'live' })
    await settle()
    socket.handlers?.stored(created(message(4)))
    socket.handlers?.stored(created(message(3)))
    await vi.advanceTimersByTimeAsync(1_000)
    expect(calls.eventsAfter).not.toHaveBeenCalled()
  })

  it('asks every 30 s whether it is behind, and pulls if so', async () => {
    const { feed, become, socket, table, seqs } = feedServer()
    feed.start()
    become({ phase: 'live' })
    await settle()
    table.push(created(message(3)))
    socket.syncAck = () => Promise.resolve({ last_seq: 3 })
    await vi.advanceTimersByTimeAsync(30_000)
    expect(socket.syncs).toEqual([2])
    expect(seqs()).toEqual([2, 3])
  })

  it('takes an acknowledgement that does not come as the end of the line', async () => {
    const { feed, become, socket, connection } = feedServer()
    feed.start()
    become({ phase: 'live' })
    await settle()
    socket.syncAck = () => Promise.reject(new Error('timeout'))
    await vi.advanceTimersByTimeAsync(30_000)
    expect(connection.lost).toHaveBeenCalledTimes(1)
  })

  it('ends a typing indicator when its time is over', async () => {
    const { feed, become, socket, store } = feedServer()
    feed.start()
    become({ phase: 'live' })
    await settle()
    const typing = { negotiation_id: ID, reply_id: REPLY, is_typing: true, expires_in_ms: 4_000 }
    socket.handlers?.typing(typing)
    await vi.advanceTimersByTimeAsync(3_900)
    expect(store.getState().typing).toHaveProperty(REPLY)
    await vi.advanceTimersByTimeAsync(200)
    expect(store.getState().typing).toEqual({})
  })
})

describe('without a socket', () => {
  it('polls from the moment it is gone, and every 3 s', async () => {
    const { feed, become, calls, table, connection, heard, seqs } = feedServer()
    feed.start()
    become({ phase: 'live' })
    await settle()
    table.push(created(message(3)))
    become({ phase: 'reconnecting', attempt: 1 })
    await settle()
    expect(seqs()).toEqual([2, 3])
    expect(heard).toHaveBeenLastCalledWith(true)
    const polls = calls.eventsAfter.mock.calls.length
    await vi.advanceTimersByTimeAsync(9_000)
    expect(calls.eventsAfter.mock.calls.length - polls).toBe(3)
    expect(connection.pollSucceeded).toHaveBeenCalled()
  })

  it('says when nothing is heard at all, and does not stop asking', async () => {
    const { feed, become, calls, heard } = feedServer()
    feed.start()
    await settle()
    calls.eventsAfter.mockRejectedValueOnce(noAnswer())
    become({ phase: 'reconnecting', attempt: 1 })
    await settle()
    expect(heard).toHaveBeenLastCalledWith(false)
    await vi.advanceTimersByTimeAsync(3_000)
    expect(heard).toHaveBeenLastCalledWith(true)
  })

  it('subscribes after what it has when the socket is back, and stops polling', async () => {
    const { feed, become, socket, calls, ackOf, seqs } = feedServer()
    feed.start()
    become({ phase: 'live' })
    await settle()
    become({ phase: 'reconnecting', attempt: 1 })
    await settle()
    socket.ack = () =>
      Promise.resolve(ackOf([created(message(3))], { last_seq: 3, reply: { id: REPLY, attempt: 1, offset: 2, text: 'Hi' } }))
    become({ phase: 'live' })
    await settle()
    expect(socket.subscriptions.at(-1)).toEqual({ id: ID, afterSeq: 2 })
    expect(seqs()).toEqual([2, 3])
    const polls = calls.eventsAfter.mock.calls.length
    await vi.advanceTimersByTimeAsync(9_000)
    expect(calls.eventsAfter.mock.calls.length).toBe(polls)
  })

  it('goes on polling where the subscription is refused, and asks again after what that brought', async () => {
    const { feed, become, socket, table } = feedServer()
    socket.ack = () => Promise.resolve({ status: 'error', code: 4429, detail: '' })
    feed.start()
    become({ phase: 'live' })
    await settle()
    table.push(created(message(3)))
    await vi.advanceTimersByTimeAsync(3_000)
    expect(socket.subscriptions.map(({ afterSeq }) => afterSeq)).toEqual([2, 3])
  })
})
