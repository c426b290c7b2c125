import { vi } from 'vitest'

import type { StoredEvent, SubscribedAck } from '../contract'
import type { ConnectionStatus } from '../realtime/connection'
import { Feed, type FeedParts } from '../realtime/feed'
import { messagesOf } from '../state/selectors'
import { createNegotiationStore } from '../state/store'
import { FakeSocket } from './fake-socket'
import { created, ID, message, moved, negotiation } from './objects'

/** What REST answers of a table, by pages of so many events as `limits` says. */
function restOf(table: StoredEvent[]) {
  const limits = { page: 100 }
  const page = (events: StoredEvent[]) => ({
    events: events.slice(0, limits.page),
    last_seq: table.length,
    has_more: events.length > limits.page,
  })
  const calls = {
    getNegotiation: vi.fn(() => Promise.resolve({ negotiation: negotiation({ last_seq: table.length }) })),
    eventsAfter: vi.fn((_id: string, seq: number) => Promise.resolve(page(table.filter((event) => event.seq > seq)))),
    eventsBefore: vi.fn((_id: string, seq: number) => Promise.resolve({ ...page([]), events: table.filter((event) => event.seq < seq).slice(-limits.page) })),
  }
  return { limits, calls }
}

/** The event table of a server, and a connection that the test opens and cuts. */
export function feedServer() {
  const table: StoredEvent[] = [moved(1), created(message(2))]
  const { limits, calls } = restOf(table)
  const socket = new FakeSocket()
  let status: ConnectionStatus = { phase: 'connecting' }
  let listener: (status: ConnectionStatus) => void = () => undefined
  const store = createNegotiationStore(ID, (task) => task())
  const ended = vi.fn()
  const connection = {
    getStatus: () => status,
    getSocket: () => (status.phase === 'live' ? socket : null),
    subscribe: (each: typeof listener) => {
      listener = each
      return ended
    },
    pollSucceeded: vi.fn(),
    lost: vi.fn(),
  }
  const heard = vi.fn()
  const loadFailed = vi.fn()
  const loaded = vi.fn()
  const readKept = vi.fn<FeedParts['readKept']>().mockResolvedValue(null)
  const feed = new Feed({ store, calls, connection, readKept, heard, loadFailed, loaded })
  socket.ack = () => Promise.resolve(ackOf([]))
  const become = (next: ConnectionStatus) => {
    status = next
    listener(next)
  }
  const ackOf = (events: StoredEvent[], change: Partial<SubscribedAck> = {}): SubscribedAck => ({
    status: 'ok',
    negotiation: negotiation({ last_seq: table.length }),
    events,
    last_seq: table.length,
    has_more: false,
    reply: null,
    ...change,
  })
  const seqs = () => messagesOf(store.getState()).map((each) => each.seq)
  return { table, limits, ended, socket, store, calls, connection, readKept, heard, loadFailed, loaded, feed, become, ackOf, seqs }
}
