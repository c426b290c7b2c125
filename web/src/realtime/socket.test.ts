/** The page's words for a socket, spoken with a real server of Socket.IO. */

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { Server, type Socket } from 'socket.io'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { created, delta, ID, message, moved, updated } from '../testing/objects'
import { openSocket, type SocketLike } from './socket'

let server: Server
let opened: SocketLike[] = []

beforeEach(async () => {
  const http = createServer()
  server = new Server(http, { transports: ['websocket'] })
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening))
  const { port } = http.address() as AddressInfo
  vi.stubGlobal('location', { protocol: 'http:', host: `127.0.0.1:${port}` })
})

afterEach(async () => {
  vi.useRealTimers()
  for (const socket of opened) socket.close()
  opened = []
  await server.close()
})

/** A socket of the page, what it was told, and the server's end of it. */
async function connected() {
  const arrived = new Promise<Socket>((arrive) => server.once('connection', arrive))
  const socket = openSocket()
  opened.push(socket)
  const told = vi.fn<(what: string, more?: unknown) => void>()
  socket.onConnected(() => told('connected'))
  socket.onClosed(() => told('closed'))
  socket.onFailed((failure) => told('failed', failure))
  socket.onAuthExpired(() => told('expired'))
  socket.onGoingAway((milliseconds) => told('going away', milliseconds))
  const other = await arrived
  await vi.waitFor(() => expect(told).toHaveBeenCalledExactlyOnceWith('connected'))
  return { socket, told, other }
}

describe('a socket', () => {
  it('says that it is connected, and that it was closed', async () => {
    const { told, other } = await connected()
    other.disconnect(true)
    await vi.waitFor(() => expect(told).toHaveBeenLastCalledWith('closed'))
  })

  it('does not come back by itself', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { told, other } = await connected()
    const again = vi.fn()
    server.on('connection', again)
    other.conn.close()
    await vi.waitFor(() => expect(told).toHaveBeenLastCalledWith('closed'))
    await vi.advanceTimersByTimeAsync(60_000)
    await connected()
    expect(again).toHaveBeenCalledOnce()
  })

  it('closes its end', async () => {
    const { socket, other } = await connected()
    const left = vi.fn()
    other.on('disconnect', left)
    socket.close()
    await vi.waitFor(() => expect(left).toHaveBeenCalledOnce())
  })

  it('tells when its login ends and when its gateway does', async () => {
    const { told, other } = await connected()
    other.emit('auth_expired', {})
    await vi.waitFor(() => expect(told).toHaveBeenLastCalledWith('expired'))
    other.emit('going_away', { reconnect_in_ms: 250 })
    await vi.waitFor(() => expect(told).toHaveBeenLastCalledWith('going away', 250))
  })

  it.each([
    ['refused', { code: 4001 }],
    ['unreachable', { code: 4002 }],
    ['unreachable', undefined],
    ['unreachable', 'no object'],
    ['unreachable', null],
  ])('that is turned away is %s with %j', async (failure, data) => {
    server.use((_socket, next) => next(Object.assign(new Error('no'), { data })))
    const failed = vi.fn()
    const socket = openSocket()
    opened.push(socket)
    socket.onFailed(failed)
    await vi.waitFor(() => expect(failed).toHaveBeenCalledWith(failure))
  })

  it('that nobody answers is unreachable', async () => {
    await server.close()
    const failed = vi.fn()
    const socket = openSocket()
    opened.push(socket)
    socket.onFailed(failed)
    await vi.waitFor(() => expect(failed).toHaveBeenCalledWith('unreachable'))
  })

  it('whose line ends in order before it was let in is unreachable', async () => {
    server.engine.on('connection', (line: { close: () => void }) => line.close())
    const failed = vi.fn()
    const socket = openSocket()
    opened.push(socket)
    socket.onFailed(failed)
    await vi.waitFor(() => expect(failed).toHaveBeenCalledWith('unreachable'))
  })
})

describe('events', () => {
  it('come to whoever is there for them, until they are no longer wanted', async () => {
    const { socket, other } = await connected()
    const heard = { stored: vi.fn(), delta: vi.fn(), typing: vi.fn(), error: vi.fn() }
    const stop = socket.onEvents(heard)
    const stored = [created(message(2)), updated(3, message(2)), moved(4)]
    for (const event of stored) other.emit(event.type, event)
    const words = delta(0, 'Hi')
    const typing = { negotiation_id: ID, reply_id: 'reply', is_typing: true }
    other.emit('message_delta', words)
    other.emit('typing_indicator', typing)
    other.emit('error', { code: 'odd' })
    await vi.waitFor(() => expect(heard.error).toHaveBeenCalledExactlyOnceWith({ code: 'odd' }))
    expect(heard.stored.mock.calls).toEqual(stored.map((event) => [event]))
    expect(heard.delta).toHaveBeenCalledExactlyOnceWith(words)
    expect(heard.typing).toHaveBeenCalledExactlyOnceWith(typing)
    stop()
    const later = vi.fn()
    socket.onEvents({ ...heard, stored: later })
    other.emit('new_message', stored[0])
    await vi.waitFor(() => expect(later).toHaveBeenCalledOnce())
    expect(heard.stored).toHaveBeenCalledTimes(3)
  })

  it('of the lists come apart', async () => {
    const { socket, other } = await connected()
    const heard = { stored: vi.fn(), activity: vi.fn() }
    const stop = socket.onActivity(heard)
    other.emit('negotiation_updated', moved(2))
    other.emit('negotiation_activity', { negotiation_id: ID })
    await vi.waitFor(() => expect(heard.activity).toHaveBeenCalledExactlyOnceWith({ negotiation_id: ID }))
    expect(heard.stored).toHaveBeenCalledExactlyOnceWith(moved(2))
    stop()
    const later = vi.fn()
    socket.onActivity({ ...heard, activity: later })
    other.emit('negotiation_activity', { negotiation_id: ID })
    await vi.waitFor(() => expect(later).toHaveBeenCalledOnce())
    expect(heard.activity).toHaveBeenCalledOnce()
  })
})

describe('what is asked', () => {
  it('is answered', async () => {
    const { socket, other } = await connected()
    const asked = vi.fn()
    for (const name of ['subscribe', 'sync']) {
      other.on(name, (body: unknown, answer: (ack: unknown) => void) => {
        asked(name, body)
        answer({ last_seq: 7 })
      })
    }
    expect(await socket.subscribe(ID, null)).toEqual({ last_seq: 7 })
    expect(await socket.sync(ID, 5)).toEqual({ last_seq: 7 })
    expect(asked.mock.calls).toEqual([
      ['subscribe', { negotiation_id: ID, after_seq: null }],
      ['sync', { negotiation_id: ID, last_seq: 5 }],
    ])
  })

  it('and left is told without an answer', async () => {
    const { socket, other } = await connected()
    const left = vi.fn()
    other.on('unsubscribe', left)
    socket.unsubscribe(ID)
    await vi.waitFor(() => expect(left).toHaveBeenCalledExactlyOnceWith({ negotiation_id: ID }))
  })

  it('is given up after a while', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { socket } = await connected()
    const answer = expect(socket.sync(ID, 5)).rejects.toThrow('timed out')
    await vi.advanceTimersByTimeAsync(8_000)
    await answer
  })
})
