import type { MessageObject } from '../contract'

/** What was there when the page opened, and which messages were seen whole since. */
export interface Announced {
  sinceSeq: number
  whole: ReadonlySet<string>
  streaming: ReadonlySet<string>
}

/** Messages to read out: new and whole, of others. Older pages and own messages are not news. */
export function announcementsIn(
  messages: readonly MessageObject[],
  before: Announced | null,
): { fresh: MessageObject[]; announced: Announced } {
  const isWhole = (message: MessageObject) => message.status !== 'streaming'
  const announced: Announced = {
    sinceSeq: before?.sinceSeq ?? messages.at(-1)?.seq ?? 0,
    whole: new Set(messages.filter(isWhole).map((message) => message.id)),
    streaming: new Set(messages.filter((message) => !isWhole(message)).map((message) => message.id)),
  }
  if (before === null) return { fresh: [], announced }
  const isNews = (message: MessageObject) =>
    message.seq > before.sinceSeq || before.streaming.has(message.id)
  const fresh = messages.filter(
    (message) =>
      message.role !== 'user' &&
      message.content !== '' &&
      isWhole(message) &&
      !before.whole.has(message.id) &&
      isNews(message),
  )
  return { fresh, announced }
}
