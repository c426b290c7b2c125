/**
 * The unsent messages of one user, shared by the tabs of a browser: one key of `localStorage` for
 * each message, so that tabs never overwrite each other's, and written before the first try, so
 * that no tab's end loses one. Where the storage is full or off they are held in memory.
 */

import type { MessageObject } from '../contract'
import { keysOf, parsed, readItem, removeItem, writeItem } from '../storage/browser-storage'
import { isOutgoing, outgoingOf, type Draft, type OutgoingMessage } from './outgoing-message'

export interface OutboxListener {
  changed: () => void
  /** The server has stored it: said before the message leaves the outbox, in every tab. */
  accepted: (message: MessageObject) => void
}

/** What a key holds while the other tabs are told that the message was stored. */
interface Accepted {
  accepted: MessageObject
}

export class Outbox {
  private messages: readonly OutgoingMessage[] = []
  /** What this tab must not lose because the storage did not take it. */
  private readonly unkept = new Map<string, OutgoingMessage>()
  private readonly listeners = new Set<OutboxListener>()

  constructor(private readonly userId: string) {
    this.messages = this.read()
  }

  /** In the order in which they were typed; the same array until something changes. */
  getMessages = (): readonly OutgoingMessage[] => this.messages

  find(clientId: string): OutgoingMessage | undefined {
    return this.messages.find((message) => message.client_id === clientId)
  }

  subscribe(listener: OutboxListener): () => void {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  /** Hear of the other tabs. Returns what stops it. */
  listen(): () => void {
    const stored = (event: StorageEvent) => this.otherTabWrote(event.key, event.newValue)
    window.addEventListener('storage', stored)
    return () => window.removeEventListener('storage', stored)
  }

  add(negotiationId: string, draft: Draft): OutgoingMessage {
    const after = this.messages.reduce((last, message) => Math.max(last, message.order), 0)
    const message = outgoingOf(negotiationId, draft, Math.max(Date.now(), after + 1))
    this.write(message)
    this.refresh()
    return message
  }

  /** Nothing where it has left the outbox meanwhile: another tab may have sent or discarded it. */
  change(clientId: string, change: Pick<OutgoingMessage, 'problem' | 'refused'>): void {
    const message = this.read().find((each) => each.client_id === clientId)
    if (message) this.write({ ...message, ...change })
    this.refresh()
  }

  remove(clientId: string): void {
    this.unkept.delete(clientId)
    removeItem('localStorage', this.keyOf(clientId))
    this.refresh()
  }

  /** The server answered with the stored message: every tab shows that instead. */
  accept(clientId: string, stored: MessageObject): void {
    for (const listener of this.listeners) listener.accepted(stored)
    const accepted: Accepted = { accepted: stored }
    if (!this.unkept.has(clientId)) {
      writeItem('localStorage', this.keyOf(clientId), JSON.stringify(accepted))
    }
    this.remove(clientId)
  }

  /** Look again at what is kept: what other tabs write is not always heard of at once. */
  refresh(): void {
    const messages = this.read()
    if (JSON.stringify(messages) === JSON.stringify(this.messages)) return
    this.messages = messages
    for (const listener of this.listeners) listener.changed()
  }

  private write(message: OutgoingMessage): void {
    const kept = writeItem('localStorage', this.keyOf(message.client_id), JSON.stringify(message))
    if (kept) this.unkept.delete(message.client_id)
    else this.unkept.set(message.client_id, message)
  }

  private read(): readonly OutgoingMessage[] {
    const kept = keysOf('localStorage')
      .filter((key) => key.startsWith(this.keyOf('')))
      .filter((key) => !this.unkept.has(key.slice(this.keyOf('').length)))
      .map((key) => parsed(readItem('localStorage', key)))
      .filter(isOutgoing)
    return [...kept, ...this.unkept.values()].sort((one, other) => one.order - other.order)
  }

  private otherTabWrote(key: string | null, text: string | null): void {
    if (key !== null && !key.startsWith(this.keyOf(''))) return
    const value = parsed(text)
    if (isAccepted(value)) {
      for (const listener of this.listeners) listener.accepted(value.accepted)
    }
    this.refresh()
  }

  private keyOf(clientId: string): string {
    return `adg.outbox.${this.userId}.${clientId}`
  }
}

function isAccepted(value: unknown): value is Accepted {
  return typeof value === 'object' && value !== null && 'accepted' in value
}
