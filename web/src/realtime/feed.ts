/**
 * Keeps the state of one negotiation true: over the socket while there is one, by polling REST
 * while there is none. Socket events are hints; the event table behind REST is the truth.
 */

import { asApiError, type ApiError } from '../api/errors'
import type { SubscribedAck } from '../contract'
import type { EventsPage, NegotiationAnswer } from '../api/bodies'
import type { Kept } from '../kept/database'
import { hasGap, nextExpiry } from '../state/selectors'
import type { NegotiationStore } from '../state/store'
import type { KeptNegotiation } from '../state/types'
import type { ConnectionStatus } from './connection'
import type { SocketLike } from './socket'

export interface FeedCalls {
  getNegotiation: (id: string) => Promise<NegotiationAnswer>
  eventsAfter: (id: string, seq: number) => Promise<EventsPage>
  eventsBefore: (id: string, seq: number) => Promise<EventsPage>
}

export interface FeedConnection {
  getStatus: () => ConnectionStatus
  getSocket: () => SocketLike | null
  subscribe: (listener: (status: ConnectionStatus) => void) => () => void
  pollSucceeded: () => void
  lost: () => void
}

export interface FeedParts {
  store: NegotiationStore
  calls: FeedCalls
  connection: FeedConnection
  /** What this browser has of it from before. */
  readKept: () => Promise<Kept<KeptNegotiation> | null>
  /** There is nothing to show: not found, not the buyer's, or no answer and nothing kept. */
  loadFailed: (error: ApiError) => void
  /** Until the server is heard, what is shown may be as of then (ms). */
  loaded: (keptAt: number | null) => void
  /** Polls and pulls fail or answer: whether the page still hears anything at all. */
  heard: (hears: boolean) => void
}

export const POLL_MS = 3_000
const SYNC_MS = 30_000
/** A POST's answer often overtakes the events before it by a moment: that is no gap yet. */
const GAP_MS = 300

export class Feed {
  private stopped = false
  private subscribed = false
  private pulling: Promise<void> | null = null
  private pullAgain = false
  private gapTimer: ReturnType<typeof setTimeout> | null = null
  private typingTimer: ReturnType<typeof setTimeout> | null = null
  private beat: ReturnType<typeof setInterval> | null = null
  private poller: ReturnType<typeof setInterval> | null = null
  private readonly endings: (() => void)[] = []
  private endEvents: (() => void) | null = null

  constructor(private readonly parts: FeedParts) {}

  start(): void {
    const { store, connection } = this.parts
    this.endings.push(
      connection.subscribe((status) => this.connectionChanged(status)),
      store.subscribe(() => this.watch()),
    )
    this.beat = setInterval(() => void this.sync(), SYNC_MS)
    this.poller = setInterval(() => void this.poll(), POLL_MS)
    this.connectionChanged(connection.getStatus())
    void Promise.all([this.restore(), this.load()])
  }

  stop(): void {
    this.stopped = true
    this.endEvents?.()
    for (const end of this.endings) end()
    for (const timer of [this.gapTimer, this.typingTimer, this.beat, this.poller]) {
      if (timer !== null) clearTimeout(timer)
    }
    this.parts.connection.getSocket()?.unsubscribe(this.id)
  }

  /** The first page, or what came since the kept one; again after a failure. */
  async load(): Promise<void> {
    const { store, calls, heard, loaded } = this.parts
    try {
      const { negotiation } = await calls.getNegotiation(this.id)
      if (this.isLoaded) await this.pull()
      else await this.loadNewest(negotiation.last_seq)
      if (this.stopped) return
      store.dispatch({ type: 'negotiation_received', negotiation })
      heard(true)
      loaded(null)
      await this.subscribe()
    } catch (error) {
      if (!this.stopped) this.loadFailed(asApiError(error))
    }
  }

  private async loadNewest(lastSeq: number): Promise<void> {
    const { events } = await this.parts.calls.eventsBefore(this.id, lastSeq + 1)
    if (!this.stopped) this.parts.store.dispatch({ type: 'newest_loaded', events, lastSeq })
  }

  /** Show what was kept, without waiting for the server. */
  private async restore(): Promise<void> {
    const kept = await this.parts.readKept()
    if (kept === null || this.stopped || this.isLoaded) return
    this.parts.store.dispatch({ type: 'kept_restored', kept: kept.value })
    this.parts.loaded(kept.at)
    void this.subscribe()
  }

  private loadFailed(error: ApiError): void {
    if (this.isLoaded && !error.isRefusal) this.parts.heard(false)
    else this.parts.loadFailed(error)
  }

  /** One page of older events. @throws ApiError */
  async loadOlder(): Promise<void> {
    const { store, calls } = this.parts
    const { firstSeq } = store.getState()
    if (firstSeq === null || firstSeq <= 1) return
    const { events } = await calls.eventsBefore(this.id, firstSeq)
    if (!this.stopped) store.dispatch({ type: 'older_loaded', events })
  }

  private get id(): string {
    return this.parts.store.getState().id
  }

  private get isLoaded(): boolean {
    return this.parts.store.getState().firstSeq !== null
  }

  private connectionChanged(status: ConnectionStatus): void {
    this.subscribed = false
    this.endEvents?.()
    this.endEvents = null
    if (status.phase === 'live') {
      this.listen()
      void this.subscribe()
    } else if (['moving', 'reconnecting', 'offline'].includes(status.phase)) {
      void this.poll()
    }
  }

  private listen(): void {
    const { store, connection } = this.parts
    this.endEvents =
      connection.getSocket()?.onEvents({
        stored: (event) => store.dispatch({ type: 'events_received', events: [event] }),
        delta: (delta) => store.dispatch({ type: 'delta_received', delta }),
        typing: (typing) => store.dispatch({ type: 'typing_received', typing, at: Date.now() }),
        // A failed reply says so in its message; there is nothing to add on the page.
        error: () => undefined,
      }) ?? null
  }

  private async subscribe(): Promise<void> {
    const socket = this.parts.connection.getSocket()
    if (socket === null || !this.isLoaded || this.subscribed) return
    this.subscribed = true
    try {
      const ack = await socket.subscribe(this.id, this.parts.store.getState().appliedSeq)
      if (this.stopped || socket !== this.parts.connection.getSocket()) return
      if (ack.status === 'ok') this.caughtUp(ack)
      else this.subscribed = false
    } catch {
      if (socket === this.parts.connection.getSocket()) this.parts.connection.lost()
    }
  }

  private caughtUp(ack: SubscribedAck): void {
    const { store } = this.parts
    store.dispatch({ type: 'events_received', events: ack.events })
    store.dispatch({ type: 'negotiation_received', negotiation: ack.negotiation })
    store.dispatch({ type: 'running_reply_received', reply: ack.reply })
    this.parts.heard(true)
    if (ack.has_more || ack.last_seq > store.getState().appliedSeq) void this.pull()
  }

  private async sync(): Promise<void> {
    const socket = this.parts.connection.getSocket()
    if (socket === null || !this.subscribed) return
    try {
      const ack = await socket.sync(this.id, this.parts.store.getState().appliedSeq)
      if (ack.last_seq > this.parts.store.getState().appliedSeq) void this.pull()
    } catch {
      if (socket === this.parts.connection.getSocket()) this.parts.connection.lost()
    }
  }

  /** While no socket carries the events; also the way back to one. */
  private async poll(): Promise<void> {
    if (!this.isLoaded) return
    if (this.subscribed && this.parts.connection.getSocket() !== null) return
    await this.pull()
    // A refused subscription (too many) is asked for again in the same rhythm.
    void this.subscribe()
  }

  /** Everything after what is applied; one pull at a time, repeated if asked for meanwhile. */
  private pull(): Promise<void> {
    this.pullAgain = true
    this.pulling ??= this.pullAll().finally(() => {
      this.pulling = null
    })
    return this.pulling
  }

  private async pullAll(): Promise<void> {
    const { store, calls, connection, heard } = this.parts
    while (this.pullAgain && !this.stopped) {
      this.pullAgain = false
      try {
        const page = await calls.eventsAfter(this.id, store.getState().appliedSeq)
        store.dispatch({ type: 'events_received', events: page.events })
        this.pullAgain ||= page.has_more && page.events.length > 0
        heard(true)
        connection.pollSucceeded()
      } catch (error) {
        if (asApiError(error).status === 0) heard(false)
      }
    }
  }

  private watch(): void {
    const state = this.parts.store.getState()
    if (hasGap(state) && this.isLoaded) this.gapTimer ??= setTimeout(() => this.closeGap(), GAP_MS)
    this.expireTyping(nextExpiry(state))
  }

  private closeGap(): void {
    this.gapTimer = null
    if (hasGap(this.parts.store.getState())) void this.pull()
  }

  private expireTyping(at: number | null): void {
    if (this.typingTimer !== null) clearTimeout(this.typingTimer)
    this.typingTimer = null
    if (at === null) return
    this.typingTimer = setTimeout(
      () => this.parts.store.dispatch({ type: 'clock_ticked', at: Date.now() }),
      Math.max(0, at - Date.now()) + 1,
    )
  }
}
