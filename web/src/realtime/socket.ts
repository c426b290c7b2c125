/** socket.io behind the few words that the page needs, so that tests can speak them too. */

import { io, type Socket } from 'socket.io-client'

import type {
  ErrorEvent,
  GoingAwayEvent,
  MessageDeltaEvent,
  NegotiationActivityEvent,
  StoredEvent,
  SubscribeAck,
  TypingIndicatorEvent,
} from '../contract'
import { STORED_EVENT_NAMES } from '../contract'

/** `refused`: the server knows no log-in (4001). `unreachable`: anything else. */
export type SocketFailure = 'refused' | 'unreachable'

export interface EventHandlers {
  stored: (event: StoredEvent) => void
  delta: (delta: MessageDeltaEvent) => void
  typing: (typing: TypingIndicatorEvent) => void
  error: (error: ErrorEvent) => void
}

export interface ActivityHandlers {
  activity: (activity: NegotiationActivityEvent) => void
  /** Of a negotiation that is still watched, which gets no activity. */
  stored: (event: StoredEvent) => void
}

export interface SocketLike {
  onConnected: (handle: () => void) => void
  onClosed: (handle: () => void) => void
  onFailed: (handle: (failure: SocketFailure) => void) => void
  onAuthExpired: (handle: () => void) => void
  /** The gateway ends; another one is there in so many milliseconds. */
  onGoingAway: (handle: (reconnectInMs: number) => void) => void
  /** Returns what stops it. */
  onEvents: (handlers: EventHandlers) => () => void
  /** What concerns the buyer's lists: any of their negotiations. Returns what stops it. */
  onActivity: (handlers: ActivityHandlers) => () => void
  /** Rejects when no acknowledgement comes in time. */
  subscribe: (negotiationId: string, afterSeq: number | null) => Promise<SubscribeAck>
  sync: (negotiationId: string, lastSeq: number) => Promise<{ last_seq: number }>
  unsubscribe: (negotiationId: string) => void
  close: () => void
}

const ACK_MS = 8_000
const NOT_AUTHENTICATED = 4001

export function openSocket(): SocketLike {
  // Reconnecting is ours: the page shows each try, and polls between them.
  const socket = io({ transports: ['websocket'], reconnection: false, forceNew: true, timeout: 8_000 })
  return {
    onConnected: (handle) => void socket.on('connect', handle),
    onClosed: (handle) => void socket.on('disconnect', handle),
    onFailed: (handle) => {
      socket.on('connect_error', (error) => handle(failureOf(error)))
      // A proxy that hangs up politely makes no error, and socket.io would wait for its time-out.
      socket.io.engine.on('close', () => {
        if (!socket.connected) handle('unreachable')
      })
    },
    onAuthExpired: (handle) => void socket.on('auth_expired', handle),
    onGoingAway: (handle) =>
      void socket.on('going_away', (event: GoingAwayEvent) => handle(event.reconnect_in_ms)),
    onEvents: (handlers) =>
      listen(socket, {
        ...storedHandlers(handlers.stored),
        message_delta: handlers.delta,
        typing_indicator: handlers.typing,
        error: handlers.error,
      }),
    onActivity: (handlers) =>
      listen(socket, { ...storedHandlers(handlers.stored), negotiation_activity: handlers.activity }),
    subscribe: (negotiation_id, after_seq) =>
      ask<SubscribeAck>(socket, 'subscribe', { negotiation_id, after_seq }),
    sync: (negotiation_id, last_seq) =>
      ask<{ last_seq: number }>(socket, 'sync', { negotiation_id, last_seq }),
    unsubscribe: (negotiation_id) => void socket.emit('unsubscribe', { negotiation_id }),
    close: () => void socket.close(),
  }
}

async function ask<Answer>(socket: Socket, name: string, body: object): Promise<Answer> {
  return (await socket.timeout(ACK_MS).emitWithAck(name, body)) as Answer
}

function failureOf(error: Error & { data?: unknown }): SocketFailure {
  const { data } = error
  const code = typeof data === 'object' && data !== null && 'code' in data ? data.code : null
  return code === NOT_AUTHENTICATED ? 'refused' : 'unreachable'
}

function storedHandlers(stored: (event: StoredEvent) => void) {
  return Object.fromEntries(STORED_EVENT_NAMES.map((name) => [name, stored]))
}

function listen(socket: Socket, handlers: Record<string, unknown>): () => void {
  const entries = Object.entries(handlers) as [string, (data: unknown) => void][]
  for (const [name, handle] of entries) socket.on(name, handle)
  return () => {
    for (const [name, handle] of entries) socket.off(name, handle)
  }
}
