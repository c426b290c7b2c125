/** What the talk's list is made of, top to bottom: the messages, what is on its way, the wait. */

import type { MessageObject } from '../contract'
import type { OutgoingMessage } from '../outbox/outgoing-message'

export type RowContent =
  | { kind: 'message'; message: MessageObject }
  | { kind: 'outgoing'; outgoing: OutgoingMessage }
  /** An answer is on its way of which nothing is stored yet. */
  | { kind: 'waiting' }

export type Row = RowContent & {
  key: string
  /** What parts it from the row below. It hangs on the upper row, so that older rows change none below. */
  after: Separator | null
}

export type Separator = { kind: 'day'; at: string } | { kind: 'pause'; at: string; hours: number }

const HOUR_MS = 3_600_000

export function rowsOf(
  messages: readonly MessageObject[],
  outbox: readonly OutgoingMessage[],
  isWaiting: boolean,
): Row[] {
  const contents: RowContent[] = [
    ...messages.map((message) => ({ kind: 'message' as const, message })),
    ...outbox.map((outgoing) => ({ kind: 'outgoing' as const, outgoing })),
  ]
  const rows = contents.map((content, place) => ({
    ...content,
    key: keyOf(content),
    after: between(content, contents[place + 1]),
  }))
  return isWaiting ? [...rows, { kind: 'waiting', key: 'waiting', after: null }] : rows
}

/** A message keeps its row when it goes from waiting to stored. */
function keyOf(content: RowContent): string {
  if (content.kind === 'outgoing') return `sent:${content.outgoing.client_id}`
  if (content.kind === 'waiting') return 'waiting'
  const { client_id, id } = content.message
  return client_id === null ? id : `sent:${client_id}`
}

function timeOf(content: RowContent): string | null {
  if (content.kind === 'waiting') return null
  return content.kind === 'message' ? content.message.created_at : content.outgoing.created_at
}

function between(upper: RowContent, lower: RowContent | undefined): Separator | null {
  const at = lower && timeOf(lower)
  const before = timeOf(upper)
  return at && before ? separatorOf(before, at) : null
}

/** Between two times: a new day, or else a pause of whole hours. */
export function separatorOf(before: string, at: string): Separator | null {
  const [from, to] = [new Date(before), new Date(at)]
  if (from.toDateString() !== to.toDateString()) return { kind: 'day', at }
  const hours = Math.floor((to.getTime() - from.getTime()) / HOUR_MS)
  return hours > 0 ? { kind: 'pause', at, hours } : null
}

const LINE_PX = 24
const CHARACTERS_A_LINE = 64
const FRAME_PX = { message: 70, advice: 190 }

/** A guess at a row's height (px) until it was drawn: what is far off is counted, not drawn. */
export function guessedHeight(row: Row): number {
  if (row.kind === 'waiting') return 32
  const { content, kind } = row.kind === 'message' ? row.message : row.outgoing
  const lines = Math.ceil(content.length / CHARACTERS_A_LINE)
  return (kind === 'advice' ? FRAME_PX.advice : FRAME_PX.message) + lines * LINE_PX + (row.after ? 40 : 0)
}
