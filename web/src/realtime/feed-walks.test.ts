/**
 * Whatever is lost, late, doubled or cut on the way, once the line is calm the page has what the event
 * table has: over any socket, in pages of any size.
 */

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { noAnswer } from '../api/errors'
import type { StoredEvent } from '../contract'
import { hasGap } from '../state/selectors'
import { randomOf } from '../testing/disorder'
import { feedServer } from '../testing/feed-server'
import { created, ID, message, moved } from '../testing/objects'

const SYNC_MS = 30_000

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

type Server = ReturnType<typeof feedServer>

/** Acknowledges as the gateway does: a page after what the client has, and whether there is more. */
function acknowledge({ table, limits, socket, ackOf }: Server): void {
  socket.ack = () => {
    const after = socket.subscriptions.at(-1)?.afterSeq ?? 0
    const events = table.filter((event) => event.seq > after)
    return Promise.resolve(ackOf(events.slice(0, limits.page), { has_more: events.length > limits.page }))
  }
  socket.syncAck = () => Promise.resolve({ last_seq: table.length })
}

function stepsOf(server: Server, random: () => number): (() => void)[] {
  const { table, socket, calls, become } = server
  const happens = () => {
    const seq = table.length + 1
    const event: StoredEvent = random() < 0.7 ? created(message(seq)) : moved(seq, { round: seq })
    table.push(event)
    for (let times = Math.floor(random() * 3); times > 0; times -= 1) socket.handlers?.stored(event)
  }
  const comesLate = () => {
    const event = table[Math.floor(random() * table.length)]
    if (event) socket.handlers?.stored(event)
  }
  return [
    happens,
    happens,
    comesLate,
    () => become({ phase: 'live' }),
    () => become({ phase: 'reconnecting', attempt: 1 }),
    () => become({ phase: 'moving' }),
    () => void calls.eventsAfter.mockRejectedValueOnce(noAnswer()),
  ]
}

describe('a feed', () => {
  it.each(Array.from({ length: 80 }, (_, seed) => seed))('ends with all that happened, seed %i', async (seed) => {
    const random = randomOf(seed + 1)
    const server = feedServer()
    const { table, limits, calls, feed, become, store, heard } = server
    limits.page = 1 + Math.floor(random() * 4)
    acknowledge(server)
    feed.start()
    const steps = stepsOf(server, random)
    for (let taken = 0; taken < 25; taken += 1) {
      steps[Math.floor(random() * steps.length)]?.()
      await vi.advanceTimersByTimeAsync(random() < 0.5 ? 0 : random() * 4_000)
    }
    calls.eventsAfter.mockReset().mockImplementation((_id, seq) => {
      const events = table.filter((event) => event.seq > seq)
      return Promise.resolve({ events: events.slice(0, 2), last_seq: table.length, has_more: events.length > 2 })
    })
    become({ phase: 'live' })
    await vi.advanceTimersByTimeAsync(2 * SYNC_MS)
    const state = store.getState()
    expect([state.id, state.appliedSeq, hasGap(state)]).toEqual([ID, table.length, false])
    expect(state.order).toEqual(
      table.flatMap((event) => ('message' in event && event.seq >= (state.firstSeq ?? 0) ? [event.message.id] : [])),
    )
    expect(state.negotiation?.last_seq).toBe(table.length)
    expect(heard).toHaveBeenLastCalledWith(true)
    // At rest it asks whether it is behind, and nothing else.
    const asked = calls.eventsAfter.mock.calls.length
    await vi.advanceTimersByTimeAsync(10 * SYNC_MS)
    expect(calls.eventsAfter.mock.calls.length).toBe(asked)
    feed.stop()
    expect(vi.getTimerCount()).toBe(0)
  })
})
