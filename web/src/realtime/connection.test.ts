import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { ApiError } from '../api/errors'
import { FakeSocket } from '../testing/fake-socket'
import { backoff } from './backoff'
import { Connection } from './connection'

const sockets: FakeSocket[] = []
const renewLogin = vi.fn()
const signedOut = vi.fn()

function started(): Connection {
  const connection = new Connection({
    openSocket: () => {
      const socket = new FakeSocket()
      sockets.push(socket)
      return socket
    },
    renewLogin,
    signedOut,
    random: () => 0,
  })
  connection.start()
  return connection
}

const newest = () => sockets.at(-1) ?? new FakeSocket()

/** Let `count` tries fail, the first being the one that is under way. */
function failTries(count: number): void {
  for (let tried = 0; tried < count; tried += 1) {
    newest().fail('unreachable')
    vi.advanceTimersByTime(10_000)
  }
}

beforeEach(() => {
  vi.useFakeTimers()
  sockets.length = 0
  renewLogin.mockReset().mockResolvedValue({ ok: true })
  signedOut.mockReset()
})
afterEach(() => vi.useRealTimers())

describe('waiting', () => {
  it('doubles from 1 s to 10 s', () => {
    expect([1, 2, 3, 4, 5].map((n) => backoff(n, () => 0))).toEqual([1_000, 2_000, 4_000, 8_000, 10_000])
  })

  it('is jittered, and never above 10 s', () => {
    expect([1, 4, 5].map((n) => backoff(n, () => 0.999))).toEqual([1_250, 9_998, 10_000])
  })
})

describe('the connection', () => {
  it('is live once connected', () => {
    const connection = started()
    expect(connection.getStatus()).toEqual({ phase: 'connecting' })
    newest().connect()
    expect(connection.getStatus()).toEqual({ phase: 'live' })
  })

  it('counts its tries, waits longer each time, and gives up after five', () => {
    const connection = started()
    newest().connect()
    newest().drop()
    const waits: number[] = []
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      expect(connection.getStatus()).toEqual({ phase: 'reconnecting', attempt })
      const before = sockets.length
      let waited = 0
      while (sockets.length === before) {
        vi.advanceTimersByTime(500)
        waited += 500
      }
      waits.push(waited)
      newest().fail('unreachable')
    }
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 10_000])
    expect(connection.getStatus()).toEqual({ phase: 'offline' })
    vi.advanceTimersByTime(60_000)
    expect(sockets).toHaveLength(6)
  })

  it('starts counting anew after it was live', () => {
    const connection = started()
    failTries(2)
    newest().connect()
    newest().drop()
    expect(connection.getStatus()).toEqual({ phase: 'reconnecting', attempt: 1 })
  })

  it('tries again when a poll succeeds after it gave up, at most every 10 s', () => {
    const connection = started()
    failTries(6)
    expect(connection.getStatus()).toEqual({ phase: 'offline' })
    const before = sockets.length
    connection.pollSucceeded()
    expect(sockets).toHaveLength(before + 1)
    newest().fail('unreachable')
    expect(connection.getStatus()).toEqual({ phase: 'offline' })
    connection.pollSucceeded()
    expect(sockets).toHaveLength(before + 1)
    vi.advanceTimersByTime(10_000)
    connection.pollSucceeded()
    newest().connect()
    expect(connection.getStatus()).toEqual({ phase: 'live' })
  })

  it('leaves polls alone while it still tries by itself', () => {
    const connection = started()
    newest().fail('unreachable')
    connection.pollSucceeded()
    expect(sockets).toHaveLength(1)
  })

  it('tries at once when asked to', () => {
    const connection = started()
    failTries(6)
    const before = sockets.length
    connection.reconnectNow()
    expect(connection.getStatus()).toEqual({ phase: 'reconnecting', attempt: 1 })
    expect(sockets).toHaveLength(before + 1)
  })

  it('uses the moment when the line comes back', () => {
    const connection = started()
    newest().fail('unreachable')
    connection.nudge()
    newest().connect()
    expect(connection.getStatus()).toEqual({ phase: 'live' })
    expect(sockets).toHaveLength(2)
  })

  it('treats a line reported as cut as gone, and ignores what the old socket says later', () => {
    const connection = started()
    const old = newest()
    old.connect()
    connection.lost()
    expect(connection.getStatus()).toEqual({ phase: 'reconnecting', attempt: 1 })
    expect(old.isClosed).toBe(true)
    old.connect()
    expect(connection.getStatus()).toEqual({ phase: 'reconnecting', attempt: 1 })
  })

  it('is started once', () => {
    const connection = started()
    connection.start()
    expect(sockets).toHaveLength(1)
    newest().connect()
    connection.start()
    expect(sockets).toHaveLength(1)
  })

  it('begins anew when it is started again', () => {
    const connection = started()
    failTries(3)
    connection.stop()
    connection.start()
    expect(connection.getStatus()).toEqual({ phase: 'connecting' })
    newest().fail('unreachable')
    expect(connection.getStatus()).toEqual({ phase: 'reconnecting', attempt: 1 })
  })

  it('asked to try at once, does so only where it is not live, and has four tries left then', () => {
    const connection = started()
    newest().connect()
    connection.reconnectNow()
    expect(sockets).toHaveLength(1)
    newest().drop()
    failTries(2)
    connection.reconnectNow()
    newest().fail('unreachable')
    expect(connection.getStatus()).toEqual({ phase: 'reconnecting', attempt: 2 })
    connection.stop()
    const before = sockets.length
    connection.reconnectNow()
    expect(sockets).toHaveLength(before)
  })

  it('leaves a try that is under way alone, whatever says that the server may be back', () => {
    const connection = started()
    connection.nudge()
    expect(sockets).toHaveLength(1)
    failTries(6)
    connection.pollSucceeded()
    const before = sockets.length
    vi.advanceTimersByTime(10_000)
    connection.pollSucceeded()
    connection.nudge()
    expect(sockets).toHaveLength(before)
  })

  it.each(['reconnecting', 'offline'])('reported as cut while it is %s, waits on as before', (phase) => {
    const connection = started()
    failTries(phase === 'offline' ? 6 : 2)
    newest().fail('unreachable')
    const before = connection.getStatus()
    connection.lost()
    expect(connection.getStatus()).toEqual(before)
  })

  it('reported as cut while it connects, tries later', () => {
    const connection = started()
    connection.lost()
    expect(connection.getStatus()).toEqual({ phase: 'reconnecting', attempt: 1 })
    newest().connect()
    expect(connection.getStatus()).toEqual({ phase: 'reconnecting', attempt: 1 })
  })

  it('lends its socket only while it is live', () => {
    const connection = started()
    expect(connection.getSocket()).toBeNull()
    newest().connect()
    expect(connection.getSocket()).toBe(newest())
  })

  it('tells each change, until nobody listens', () => {
    const connection = started()
    const heard: string[] = []
    const end = connection.subscribe(({ phase }) => heard.push(phase))
    newest().connect()
    newest().drop()
    end()
    vi.advanceTimersByTime(1_000)
    newest().connect()
    expect(heard).toEqual(['live', 'reconnecting'])
  })

  it('is quiet once stopped', () => {
    const connection = started()
    newest().fail('unreachable')
    connection.stop()
    vi.advanceTimersByTime(60_000)
    expect(sockets).toHaveLength(1)
    expect(connection.getStatus()).toEqual({ phase: 'off' })
    expect(newest().isClosed).toBe(true)
    for (const late of [() => connection.nudge(), () => connection.lost(), () => connection.pollSucceeded()]) late()
    expect(sockets).toHaveLength(1)
  })
})

describe('a gateway that ends', () => {
  it('is left at once for another one, at the moment that it gave', () => {
    const connection = started()
    const old = newest()
    old.connect()
    old.goAway(2_500)
    expect(old.isClosed).toBe(true)
    expect([connection.getStatus(), connection.getSocket()]).toEqual([{ phase: 'moving' }, null])
    old.drop()
    vi.advanceTimersByTime(2_499)
    expect(sockets).toHaveLength(1)
    vi.advanceTimersByTime(1)
    expect(connection.getStatus()).toEqual({ phase: 'moving' })
    newest().connect()
    expect(connection.getStatus()).toEqual({ phase: 'live' })
    expect(sockets).toHaveLength(2)
  })

  it('counts as no try: five are left when the next one is not there', () => {
    const connection = started()
    failTries(3)
    newest().connect()
    newest().goAway(200)
    vi.advanceTimersByTime(200)
    newest().fail('unreachable')
    expect(connection.getStatus()).toEqual({ phase: 'reconnecting', attempt: 1 })
    vi.advanceTimersByTime(10_000)
    failTries(4)
    expect(connection.getStatus()).toEqual({ phase: 'reconnecting', attempt: 5 })
  })

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY, 86_400_000])(
    'that says %d is left for 10 s at most',
    (delay) => {
      started()
      newest().connect()
      newest().goAway(delay)
      vi.advanceTimersByTime(10_000)
      expect(sockets).toHaveLength(2)
    },
  )

  it('is waited for no longer once the line comes back, or the page is left', () => {
    const connection = started()
    newest().connect()
    newest().goAway(3_000)
    connection.nudge()
    expect(sockets).toHaveLength(2)
    newest().connect()
    newest().goAway(3_000)
    connection.stop()
    vi.advanceTimersByTime(10_000)
    expect(sockets).toHaveLength(2)
  })
})

describe('the log-in', () => {
  it('is renewed when the server says that it ended, and the socket comes back', async () => {
    const connection = started()
    newest().connect()
    newest().expire()
    expect(connection.getStatus()).toEqual({ phase: 'connecting' })
    await vi.advanceTimersByTimeAsync(0)
    newest().connect()
    expect(connection.getStatus()).toEqual({ phase: 'live' })
    expect(renewLogin).toHaveBeenCalledTimes(1)
  })

  it('is renewed when the server refuses the socket; refused again, it waits', async () => {
    const connection = started()
    newest().fail('refused')
    await vi.advanceTimersByTimeAsync(0)
    expect(sockets).toHaveLength(2)
    newest().fail('refused')
    await vi.advanceTimersByTimeAsync(0)
    expect(connection.getStatus()).toEqual({ phase: 'reconnecting', attempt: 1 })
    expect(sockets).toHaveLength(2)
  })

  it('that cannot be renewed leads to the log-in page', async () => {
    renewLogin.mockResolvedValue({ ok: false, error: new ApiError(401, 'not_authenticated', '') })
    const connection = started()
    newest().fail('refused')
    await vi.advanceTimersByTimeAsync(0)
    expect(signedOut).toHaveBeenCalledTimes(1)
    expect(connection.getStatus()).toEqual({ phase: 'off' })
  })

  it('that could not be asked for is tried later', async () => {
    renewLogin.mockResolvedValue({ ok: false, error: new ApiError(0, 'no_answer', '') })
    const connection = started()
    newest().fail('refused')
    await vi.advanceTimersByTimeAsync(0)
    expect(signedOut).not.toHaveBeenCalled()
    expect(connection.getStatus()).toEqual({ phase: 'reconnecting', attempt: 1 })
  })

  it('is renewed once, however often the server says that it ended, and not raced by the line', async () => {
    const connection = started()
    const socket = newest()
    socket.connect()
    let renewed: () => void = () => undefined
    renewLogin.mockReturnValueOnce(new Promise((resolve) => (renewed = () => resolve({ ok: true }))))
    socket.drop()
    vi.advanceTimersByTime(1_000)
    newest().fail('refused')
    const before = sockets.length
    connection.nudge()
    expect([renewLogin.mock.calls.length, sockets.length]).toEqual([1, before])
    renewed()
    await vi.advanceTimersByTimeAsync(0)
    expect(sockets).toHaveLength(before + 1)
  })

  it('renewed too late for a page that is left opens nothing', async () => {
    const connection = started()
    newest().connect()
    newest().expire()
    connection.stop()
    await vi.advanceTimersByTimeAsync(60_000)
    expect([connection.getStatus(), sockets.length]).toEqual([{ phase: 'off' }, 1])
  })

  it('is renewed at once each time that the connection was live since', async () => {
    const connection = started()
    for (let times = 0; times < 3; times += 1) {
      newest().connect()
      newest().expire()
      await vi.advanceTimersByTimeAsync(0)
      expect(connection.getStatus()).toEqual({ phase: 'connecting' })
    }
    expect([renewLogin.mock.calls.length, sockets.length]).toEqual([3, 4])
  })

  it('that ended leaves no socket open, and tells so before anybody is sent away', async () => {
    const heard: string[] = []
    const connection = started()
    connection.subscribe(({ phase }) => heard.push(phase))
    signedOut.mockImplementation(() => heard.push('signed out'))
    renewLogin.mockResolvedValue({ ok: false, error: new ApiError(401, 'not_authenticated', '') })
    newest().connect()
    newest().expire()
    expect(newest().isClosed).toBe(true)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(heard).toEqual(['live', 'connecting', 'off', 'signed out'])
    expect(sockets).toHaveLength(1)
  })
})
