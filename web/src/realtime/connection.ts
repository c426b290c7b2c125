/**
 * The one socket of a tab, as a small state machine. It reconnects by itself up to five tries;
 * then it waits for the buyer's click or for a poll that shows that the server is back.
 */

import type { Renewal } from '../api/refresh'
import { backoff, LONGEST_MS, MAX_TRIES } from './backoff'
import type { SocketFailure, SocketLike } from './socket'

export type ConnectionStatus =
  | { phase: 'off' }
  | { phase: 'connecting' }
  | { phase: 'live' }
  /** Between a gateway that ends and the next one: no socket for a moment, and nothing wrong. */
  | { phase: 'moving' }
  | { phase: 'reconnecting'; attempt: number }
  | { phase: 'offline' }

export interface ConnectionParts {
  openSocket: () => SocketLike
  renewLogin: () => Promise<Renewal>
  signedOut: () => void
  random?: () => number
}

type Listener = (status: ConnectionStatus) => void

const OFF: ConnectionStatus = { phase: 'off' }

export class Connection {
  private status: ConnectionStatus = OFF
  private socket: SocketLike | null = null
  private timer: ReturnType<typeof setTimeout> | null = null
  private tries = 0
  private lastOfflineTry = 0
  private renewing = false
  /** Renewed since the socket was last live: a second refusal then needs a pause. */
  private renewed = false
  private readonly listeners = new Set<Listener>()

  constructor(private readonly parts: ConnectionParts) {}

  getStatus = (): ConnectionStatus => this.status

  getSocket(): SocketLike | null {
    return this.status.phase === 'live' ? this.socket : null
  }

  subscribe = (listener: Listener): (() => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  start(): void {
    if (this.status.phase !== 'off') return
    this.tries = 0
    this.connect({ phase: 'connecting' })
  }

  stop(): void {
    this.close()
    this.become(OFF)
  }

  /** The buyer asks for it: a new row of tries, the first at once. */
  reconnectNow(): void {
    if (this.status.phase === 'off' || this.status.phase === 'live') return
    this.tries = 1
    this.connect({ phase: 'reconnecting', attempt: 1 })
  }

  /** REST answers, so the server may be back. Not oftener than the longest wait. */
  pollSucceeded(): void {
    if (this.status.phase !== 'offline' || this.socket !== null) return
    if (Date.now() - this.lastOfflineTry < LONGEST_MS) return
    this.lastOfflineTry = Date.now()
    this.connect(this.status)
  }

  /** The line or the tab came back: use the moment instead of waiting for the next try. */
  nudge(): void {
    const isWaiting = ['reconnecting', 'offline', 'moving'].includes(this.status.phase)
    if (isWaiting && this.socket === null && !this.renewing) this.connect(this.status)
  }

  /** The socket is gone although it has not said so (the line is cut, an acknowledgement is due). */
  lost(): void {
    if (['live', 'connecting', 'moving'].includes(this.status.phase)) this.tryLater()
  }

  private connect(status: ConnectionStatus): void {
    this.close()
    this.become(status)
    const socket = this.parts.openSocket()
    this.socket = socket
    const current = (handle: () => void) => () => {
      if (this.socket === socket) handle()
    }
    socket.onConnected(current(() => this.connected()))
    socket.onClosed(current(() => this.tryLater()))
    socket.onFailed((failure) => current(() => this.failed(failure))())
    socket.onAuthExpired(current(() => void this.renew()))
    socket.onGoingAway((delay) => current(() => this.move(delay))())
  }

  /** Deploys are not the buyer's business: no try is counted before the next gateway has failed. */
  private move(delay: number): void {
    this.close()
    this.tries = 0
    this.become({ phase: 'moving' })
    const wait = Number.isFinite(delay) ? Math.min(Math.max(delay, 0), LONGEST_MS) : LONGEST_MS
    this.timer = setTimeout(() => this.connect({ phase: 'moving' }), wait)
  }

  private connected(): void {
    this.tries = 0
    this.lastOfflineTry = 0
    this.renewed = false
    this.become({ phase: 'live' })
  }

  private failed(failure: SocketFailure): void {
    if (failure === 'refused') void this.renew()
    else this.tryLater()
  }

  /** The log-in ended: renew it and connect again, or hand over to the log-in page. */
  private async renew(): Promise<void> {
    if (this.renewing) return
    this.renewing = true
    this.close()
    if (this.status.phase === 'live') this.become({ phase: 'connecting' })
    const renewal = await this.parts.renewLogin()
    this.renewing = false
    if (this.status.phase === 'off') return
    if (renewal.ok) this.afterRenewal()
    else if (renewal.error.status === 401) this.signOut()
    else this.tryLater()
  }

  private afterRenewal(): void {
    if (this.renewed) {
      this.tryLater()
      return
    }
    this.renewed = true
    this.connect(this.status)
  }

  private signOut(): void {
    this.stop()
    this.parts.signedOut()
  }

  private tryLater(): void {
    this.close()
    if (this.tries >= MAX_TRIES || this.status.phase === 'offline') {
      this.become({ phase: 'offline' })
      return
    }
    this.tries += 1
    const attempt = this.tries
    this.become({ phase: 'reconnecting', attempt })
    this.timer = setTimeout(
      () => this.connect({ phase: 'reconnecting', attempt }),
      backoff(attempt, this.parts.random),
    )
  }

  private close(): void {
    if (this.timer !== null) clearTimeout(this.timer)
    this.timer = null
    const { socket } = this
    this.socket = null
    socket?.close()
  }

  private become(status: ConnectionStatus): void {
    this.status = status
    for (const listener of this.listeners) listener(status)
  }
}
