import type { SubscribeAck } from '../contract'
import type { ActivityHandlers, EventHandlers, SocketFailure, SocketLike } from '../realtime/socket'

type Handle = () => void

/** A socket whose other end is the test. */
export class FakeSocket implements SocketLike {
  isClosed = false
  handlers: EventHandlers | null = null
  activityHandlers: ActivityHandlers | null = null
  readonly subscriptions: { id: string; afterSeq: number | null }[] = []
  readonly syncs: number[] = []
  ack: () => Promise<SubscribeAck> = () => new Promise(() => undefined)
  syncAck: () => Promise<{ last_seq: number }> = () => new Promise(() => undefined)

  connect: Handle = () => undefined
  drop: Handle = () => undefined
  expire: Handle = () => undefined
  goAway: (reconnectInMs: number) => void = () => undefined
  fail: (failure: SocketFailure) => void = () => undefined

  onConnected(handle: Handle): void {
    this.connect = handle
  }

  onClosed(handle: Handle): void {
    this.drop = handle
  }

  onFailed(handle: (failure: SocketFailure) => void): void {
    this.fail = handle
  }

  onAuthExpired(handle: Handle): void {
    this.expire = handle
  }

  onGoingAway(handle: (reconnectInMs: number) => void): void {
    this.goAway = handle
  }

  onEvents(handlers: EventHandlers): Handle {
    this.handlers = handlers
    return () => {
      this.handlers = null
    }
  }

  onActivity(handlers: ActivityHandlers): Handle {
    this.activityHandlers = handlers
    return () => {
      this.activityHandlers = null
    }
  }

  subscribe(id: string, afterSeq: number | null): Promise<SubscribeAck> {
    this.subscriptions.push({ id, afterSeq })
    return this.ack()
  }

  sync(_id: string, lastSeq: number): Promise<{ last_seq: number }> {
    this.syncs.push(lastSeq)
    return this.syncAck()
  }

  unsubscribe(): void {
    this.subscriptions.length = 0
  }

  close(): void {
    this.isClosed = true
  }
}
