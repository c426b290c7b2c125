/**
 * Which negotiations hold something that the buyer has not seen, for the whole page. The server
 * keeps it; every number only ever rises, so that what comes twice or late changes nothing.
 */

import type { SeenObject } from '../contract'

export interface Reach {
  news: number
  seen: number
}

export type News = Readonly<Record<string, Reach>>

export function noticed(news: News, { negotiation_id, news_seq, seen_seq }: SeenObject): News {
  const known = news[negotiation_id]
  const reach = { news: Math.max(news_seq, known?.news ?? 0), seen: Math.max(seen_seq, known?.seen ?? 0) }
  if (known?.news === reach.news && known.seen === reach.seen) return news
  return { ...news, [negotiation_id]: reach }
}

/**
 * All that is unseen by the server's word, asked for when the page knew `before`. What is not in it
 * was seen meanwhile, unless it became news after the question.
 */
export function counted(before: News, now: News, unseen: readonly SeenObject[]): News {
  const told = new Set(unseen.map((item) => item.negotiation_id))
  const settled = Object.entries(now).map(([id, reach]): [string, Reach] => {
    const isOld = reach.news === before[id]?.news
    return [id, !told.has(id) && isOld ? { ...reach, seen: Math.max(reach.news, reach.seen) } : reach]
  })
  return unseen.reduce(noticed, Object.fromEntries(settled))
}

export function isUnseen(news: News, id: string): boolean {
  const reach = news[id]
  return reach !== undefined && reach.news > reach.seen
}

export function countUnseen(news: News, except?: string): number {
  return Object.keys(news).filter((id) => id !== except && isUnseen(news, id)).length
}
