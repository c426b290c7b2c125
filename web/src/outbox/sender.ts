/**
 * Brings the messages of an outbox to the server, in order, until it has them all or has refused
 * them. What fails in passing is tried again by itself, after longer and longer waits, and at once
 * when something tells that the server is back.
 */

import type { PostedAnswer } from '../api/bodies'
import { asApiError, type ApiError } from '../api/errors'
import { backoff } from '../realtime/backoff'
import type { OutgoingMessage } from './outgoing-message'
import type { Outbox } from './outbox'
import type { TabLock } from './tab-lock'

export interface SenderParts {
  outbox: Outbox
  /** Rejects with an ApiError. */
  post: (message: OutgoingMessage) => Promise<PostedAnswer>
  /** One tab sends at a time. */
  lock: TabLock
  /** Whether the outbox's owner is still the one who is logged in in this browser. */
  isOwnersTurn: () => boolean
  random?: () => number
}

const LONGEST_WAIT_MS = 30_000
const LONGEST_TOLD_WAIT_MS = 60_000

type Outcome = 'done' | 'try-the-others' | 'stop'

export class Sender {
  private isRunning = false
  private isWanted = false
  private isStopped = true
  private failures = 0
  private toldWaitMs = 0
  private timer: ReturnType<typeof setTimeout> | null = null
  private waiting: ReadonlySet<string> = new Set()
  private ends: (() => void) | null = null

  constructor(private readonly parts: SenderParts) {}

  start(): void {
    this.isStopped = false
    const changed = () => this.outboxChanged()
    this.ends = this.parts.outbox.subscribe({ changed, accepted: () => undefined })
    this.outboxChanged()
  }

  stop(): void {
    this.isStopped = true
    this.ends?.()
    this.clearTimer()
  }

  /** Send what waits, now. */
  wake(): void {
    if (this.isStopped) return
    this.clearTimer()
    this.isWanted = true
    if (!this.isRunning) void this.run()
  }

  /** A new message, of whichever tab, or one that the buyer wants sent again. */
  private outboxChanged(): void {
    const waits = this.parts.outbox.getMessages().filter((message) => !message.refused)
    const isNew = waits.some(({ client_id }) => !this.waiting.has(client_id))
    this.waiting = new Set(waits.map(({ client_id }) => client_id))
    if (isNew) this.wake()
  }

  private async run(): Promise<void> {
    this.isRunning = true
    while (this.isWanted && !this.isStopped) {
      this.isWanted = false
      if (this.next(new Set()) === undefined) this.failures = 0
      else await this.parts.lock(() => this.deliverAll())
    }
    this.isRunning = false
    if (this.failures > 0) this.tryLater()
  }

  private async deliverAll(): Promise<void> {
    this.parts.outbox.refresh()
    const passedOver = new Set<string>()
    let failed = false
    for (let next = this.next(passedOver); next; next = this.next(passedOver)) {
      const outcome = await this.deliver(next)
      if (outcome !== 'done') failed = true
      if (outcome === 'stop') break
      if (outcome === 'try-the-others') passedOver.add(next.negotiation_id)
    }
    this.failures = failed ? this.failures + 1 : 0
  }

  private next(passedOver: ReadonlySet<string>): OutgoingMessage | undefined {
    if (this.isStopped || !this.parts.isOwnersTurn()) return undefined
    return this.parts.outbox
      .getMessages()
      .find((message) => !message.refused && !passedOver.has(message.negotiation_id))
  }

  private async deliver(message: OutgoingMessage): Promise<Outcome> {
    const { outbox, post } = this.parts
    this.toldWaitMs = 0
    try {
      outbox.accept(message.client_id, (await post(message)).message)
      return 'done'
    } catch (caught) {
      return this.failed(message, asApiError(caught))
    }
  }

  private failed(message: OutgoingMessage, error: ApiError): Outcome {
    const problem = { code: error.code, detail: error.detail }
    if (error.isRefusal) {
      this.parts.outbox.change(message.client_id, { problem, refused: true })
      return 'done'
    }
    const isOnlyThere = error.status >= 500
    for (const each of this.parts.outbox.getMessages()) {
      const isHeldUp = !isOnlyThere || each.negotiation_id === message.negotiation_id
      if (!each.refused && isHeldUp) this.parts.outbox.change(each.client_id, { problem, refused: false })
    }
    this.toldWaitMs = Math.min(LONGEST_TOLD_WAIT_MS, (error.retryAfterSeconds ?? 0) * 1_000)
    return isOnlyThere ? 'try-the-others' : 'stop'
  }

  private tryLater(): void {
    if (this.isStopped) return
    const wait = Math.max(this.toldWaitMs, backoff(this.failures, this.parts.random, LONGEST_WAIT_MS))
    this.clearTimer()
    this.timer = setTimeout(() => this.wake(), wait)
  }

  private clearTimer(): void {
    if (this.timer !== null) clearTimeout(this.timer)
    this.timer = null
  }
}
