/**
 * The text of replies being written. Deltas carry an offset and an attempt, so repeats, overlaps,
 * holes and late ones of an earlier attempt all end in the same text.
 */

import type { MessageDeltaEvent, MessageObject, RunningReplyObject } from '../contract'
import { attemptOf } from '../domain/message-data'
import type { NegotiationState, Stream } from './types'

export function applyDelta(state: NegotiationState, delta: MessageDeltaEvent): NegotiationState {
  if (delta.negotiation_id !== state.id) return state
  if (isSettled(state, delta.reply_id, delta.attempt)) return state
  const current = state.streams[delta.reply_id]
  if (current && delta.attempt < current.attempt) return state
  const base = current?.attempt === delta.attempt ? current : newStream(delta.attempt)
  const next = added(base, delta.offset, delta.text)
  return next === current ? state : withStream(state, delta.reply_id, next)
}

/** The text so far, from `subscribe`: it fills whatever this tab missed. */
export function applyRunningReply(
  state: NegotiationState,
  reply: RunningReplyObject | null,
): NegotiationState {
  if (reply === null || isSettled(state, reply.id, reply.attempt)) return state
  const current = state.streams[reply.id]
  if (current && reply.attempt < current.attempt) return state
  const base = current?.attempt === reply.attempt ? current : newStream(reply.attempt)
  // `text` is the whole text so far, whether `offset` names its start or its end.
  return withStream(state, reply.id, added(base, 0, reply.text))
}

/** A stored version of an advice ends its stream, or opens a new attempt. */
export function settleStream(state: NegotiationState, message: MessageObject): NegotiationState {
  const { reply_id } = message
  if (message.kind !== 'advice' || reply_id === null) return state
  const stream = state.streams[reply_id]
  const over = message.status !== 'streaming'
  const outdated = stream && (over || stream.attempt < attemptOf(message))
  const settled = outdated ? withoutStream(state, reply_id) : state
  return over ? withoutTyping(settled, reply_id) : settled
}

export function withoutTyping(state: NegotiationState, replyId: string): NegotiationState {
  if (state.typing[replyId] === undefined) return state
  return { ...state, typing: without(state.typing, replyId) }
}

/** Whether that attempt of the reply has a final text already: what comes late is dropped. */
export function isSettled(state: NegotiationState, replyId: string, attempt: number): boolean {
  const message = adviceOfReply(state, replyId)
  if (message === null) return false
  const final = attemptOf(message)
  return attempt < final || (message.status !== 'streaming' && attempt <= final)
}

/** The advice of a reply; searched from the end, where running replies are. */
export function adviceOfReply(state: NegotiationState, replyId: string): MessageObject | null {
  for (let place = state.order.length - 1; place >= 0; place -= 1) {
    const message = state.messages[state.order[place] ?? '']?.message
    if (message?.kind === 'advice' && message.reply_id === replyId) return message
  }
  return null
}

function newStream(attempt: number): Stream {
  return { attempt, text: '', length: 0, early: [] }
}

function withStream(state: NegotiationState, replyId: string, stream: Stream): NegotiationState {
  return { ...state, streams: { ...state.streams, [replyId]: stream } }
}

function withoutStream(state: NegotiationState, replyId: string): NegotiationState {
  return { ...state, streams: without(state.streams, replyId) }
}

function without<Value>(record: Readonly<Record<string, Value>>, key: string): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([each]) => each !== key))
}

function added(stream: Stream, offset: number, text: string): Stream {
  const points = Array.from(text)
  if (offset > stream.length) {
    return { ...stream, early: [...stream.early, { offset, text }] }
  }
  const fresh = points.slice(stream.length - offset)
  if (fresh.length === 0) return stream
  return withEarly({
    ...stream,
    text: stream.text + fresh.join(''),
    length: stream.length + fresh.length,
  })
}

/** Deltas that came before their turn, now that the text reaches them. */
function withEarly(stream: Stream): Stream {
  const next = stream.early.find((early) => early.offset <= stream.length)
  if (!next) return stream
  const rest = { ...stream, early: stream.early.filter((early) => early !== next) }
  const longer = added(rest, next.offset, next.text)
  return longer === rest ? withEarly(rest) : longer
}
