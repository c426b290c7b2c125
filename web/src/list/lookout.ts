/**
 * Hears what happens in all of the buyer's negotiations, on whatever screen the tab is: keeps what is
 * unseen, and passes on how each negotiation stands. What is heard is a hint; lists ask REST as well.
 */

import type { UnseenAnswer } from '../api/bodies'
import type { NegotiationActivityEvent, NegotiationObject, SeenObject } from '../contract'
import type { FeedConnection } from '../realtime/feed'
import type { ConnectionStatus } from '../realtime/connection'
import { counted, noticed, type News } from './news'

export interface Hearer {
  moved: (negotiation: NegotiationObject) => void
  /** Something may have been missed: ask REST. */
  stale: () => void
}

export interface LookoutParts {
  connection: Pick<FeedConnection, 'getStatus' | 'getSocket' | 'subscribe'>
  listUnseen: () => Promise<UnseenAnswer>
}

export class Lookout {
  private news: News = {}
  private endEvents: (() => void) | null = null
  private readonly listeners = new Set<() => void>()
  private readonly hearers = new Set<Hearer>()

  constructor(private readonly parts: LookoutParts) {}

  /** Returns what stops it. */
  start(): () => void {
    const { connection } = this.parts
    const endStatus = connection.subscribe((status) => this.connectionChanged(status))
    this.connectionChanged(connection.getStatus())
    return () => {
      endStatus()
      this.endEvents?.()
      this.endEvents = null
    }
  }

  getNews = (): News => this.news

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  hear(hearer: Hearer): () => void {
    this.hearers.add(hearer)
    return () => void this.hearers.delete(hearer)
  }

  notice(seen: SeenObject): void {
    this.become(noticed(this.news, seen))
  }

  /** Ask the server what is unseen; without an answer what is known stays. */
  refresh = async (): Promise<void> => {
    const before = this.news
    try {
      const { items } = await this.parts.listUnseen()
      this.become(counted(before, this.news, items))
    } catch {
      // Asked again when the line is back or a list is opened.
    }
  }

  private connectionChanged(status: ConnectionStatus): void {
    this.endEvents?.()
    this.endEvents = null
    if (status.phase !== 'live') return
    this.endEvents =
      this.parts.connection.getSocket()?.onActivity({
        activity: (activity) => this.told(activity),
        stored: () => this.tellStale(),
      }) ?? null
    void this.refresh()
    this.tellStale()
  }

  private told(activity: NegotiationActivityEvent): void {
    this.notice(activity)
    for (const hearer of this.hearers) hearer.moved(activity.negotiation)
  }

  private tellStale(): void {
    for (const hearer of this.hearers) hearer.stale()
  }

  private become(news: News): void {
    if (news === this.news) return
    this.news = news
    for (const listener of this.listeners) listener()
  }
}
