import { expect, it, vi } from 'vitest'

import type { SeenObject } from '../contract'
import type { ConnectionStatus } from '../realtime/connection'
import { FakeSocket } from '../testing/fake-socket'
import { ID, moved, negotiation } from '../testing/objects'
import { Lookout } from './lookout'
import { isUnseen } from './news'

function watching(unseen: SeenObject[] = []) {
  const socket = new FakeSocket()
  let status: ConnectionStatus = { phase: 'live' }
  let announce: (status: ConnectionStatus) => void = () => undefined
  const listUnseen = vi.fn(() => Promise.resolve({ items: unseen }))
  const lookout = new Lookout({
    connection: {
      getStatus: () => status,
      getSocket: () => (status.phase === 'live' ? socket : null),
      subscribe: (listener) => {
        announce = listener
        return () => undefined
      },
    },
    listUnseen,
  })
  const hearer = { moved: vi.fn(), stale: vi.fn() }
  lookout.hear(hearer)
  const stop = lookout.start()
  const become = (next: ConnectionStatus) => {
    status = next
    announce(next)
  }
  return { socket, lookout, hearer, listUnseen, become, stop }
}

const activity = { negotiation_id: ID, last_seq: 4, news_seq: 4, seen_seq: 0, negotiation: negotiation({ last_seq: 4 }) }

it('passes on how negotiations stand, and keeps what is unseen', () => {
  const { socket, lookout, hearer } = watching()
  socket.activityHandlers?.activity(activity)
  expect(hearer.moved).toHaveBeenCalledExactlyOnceWith(activity.negotiation)
  expect(isUnseen(lookout.getNews(), ID)).toBe(true)
  lookout.notice({ negotiation_id: ID, news_seq: 4, seen_seq: 4 })
  expect(isUnseen(lookout.getNews(), ID)).toBe(false)
})

it('asks anew when the line is back, and has lists ask too', async () => {
  const { lookout, hearer, listUnseen, become } = watching([{ negotiation_id: 'x', news_seq: 2, seen_seq: 0 }])
  await vi.waitFor(() => expect(isUnseen(lookout.getNews(), 'x')).toBe(true))
  become({ phase: 'reconnecting', attempt: 1 })
  expect(listUnseen).toHaveBeenCalledTimes(1)
  become({ phase: 'live' })
  expect(listUnseen).toHaveBeenCalledTimes(2)
  expect(hearer.stale).toHaveBeenCalledTimes(2)
})

it('has lists ask when an event comes of a negotiation that is still watched', () => {
  const { socket, hearer, stop } = watching()
  hearer.stale.mockClear()
  socket.activityHandlers?.stored(moved(2))
  expect(hearer.stale).toHaveBeenCalledTimes(1)
  stop()
  expect(socket.activityHandlers).toBeNull()
})

it('keeps what it knows when the server does not answer', async () => {
  const { socket, lookout, listUnseen } = watching()
  socket.activityHandlers?.activity(activity)
  listUnseen.mockRejectedValueOnce(new Error('no answer'))
  await lookout.refresh()
  expect(isUnseen(lookout.getNews(), ID)).toBe(true)
})
