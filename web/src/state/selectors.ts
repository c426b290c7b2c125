/** What the screen shows, derived from the state. */

import type { AdviceData, FallbackReason, MessageObject, Party } from '../contract'
import { adviceOf, amountNamed, attemptOf, fallbackReasonOf, offerOf } from '../domain/message-data'
import type { OutgoingMessage } from '../outbox/outgoing-message'
import { adviceOfReply } from './streams'
import type { NegotiationState } from './types'

const lists = new WeakMap<NegotiationState['messages'], readonly MessageObject[]>()

/** The messages in order; the same array until one of them changes, so that each frame is cheap. */
export function messagesOf(state: NegotiationState): readonly MessageObject[] {
  const known = lists.get(state.messages)
  if (known) return known
  const list = state.order.flatMap((id) => state.messages[id]?.message ?? [])
  lists.set(state.messages, list)
  return list
}

export function hasGap(state: NegotiationState): boolean {
  return state.ahead.length > 0
}

export function hasOlder(state: NegotiationState): boolean {
  return state.firstSeq !== null && state.firstSeq > 1
}

/** The text to show: of a reply being written, as far as it has come. */
export function textOf(state: NegotiationState, message: MessageObject): string {
  if (message.status !== 'streaming' || message.reply_id === null) return message.content
  const stream = state.streams[message.reply_id]
  return stream && stream.attempt >= attemptOf(message) ? stream.text : message.content
}

/** Replies of which a typing indicator has come and neither ended nor expired. */
export function isTyping(state: NegotiationState, replyId: string | null): boolean {
  return replyId !== null && state.typing[replyId] !== undefined
}

/** Whether the adviser types a reply of which nothing is on the page yet. */
export function typesUnseen(state: NegotiationState): boolean {
  return Object.keys(state.typing).some((replyId) => adviceOfReply(state, replyId) === null)
}

/** Whether the newest move of the buyer or dealer has no advice yet. */
export function awaitsAdvice(state: NegotiationState): boolean {
  if (state.negotiation === null || state.firstSeq === null) return false
  if (newestMove(state) !== undefined) return unansweredMove(state) !== undefined
  return !messagesOf(state).some((message) => message.kind === 'advice') && !hasOlder(state)
}

/** Whether the buyer's own offer is the newest move: questions to the adviser are none. */
export function awaitsDealer(state: NegotiationState): boolean {
  const newest = messagesOf(state).findLast((message) => message.role === 'dealer' || offerOf(message) !== null)
  return newest !== undefined && offerOf(newest)?.party === 'buyer'
}

/** Whether an offer of the buyer is on its way or unanswered: another click would be a second one. */
export function offerPending(state: NegotiationState): boolean {
  const unanswered = unansweredMove(state)
  return offerOnItsWay(state) !== undefined || (unanswered !== undefined && offerOf(unanswered)?.party === 'buyer')
}

/** Whether that offer is held up, for nobody knows how long. */
export function offerHeldUp(state: NegotiationState): boolean {
  return (offerOnItsWay(state)?.problem ?? null) !== null
}

function offerOnItsWay({ outbox }: NegotiationState): OutgoingMessage | undefined {
  return outbox.find(({ kind, party, refused }) => kind === 'offer' && party === 'buyer' && !refused)
}

function newestMove(state: NegotiationState): MessageObject | undefined {
  return messagesOf(state).findLast(({ role }) => role === 'user' || role === 'dealer')
}

function unansweredMove(state: NegotiationState): MessageObject | undefined {
  const move = newestMove(state)
  const answer = messagesOf(state).findLast((message) => message.in_reply_to === move?.id)
  return answer === undefined ? move : undefined
}

/** When (ms) the next typing indicator expires, or null. */
export function nextExpiry(state: NegotiationState): number | null {
  const times = Object.values(state.typing)
  return times.length > 0 ? Math.min(...times) : null
}

export interface LatestAdvice {
  message: MessageObject
  data: AdviceData
}

/** The newest advice that has numbers: what the suggestion's reason is read from. */
export function latestAdvice(state: NegotiationState): LatestAdvice | null {
  const message = messagesOf(state).findLast((each) => adviceOf(each) !== null)
  const data = message && adviceOf(message)
  return data ? { message, data } : null
}

/** The newest advice that moved the bargain; an answer to a question leaves its step standing. */
export function latestStep(state: NegotiationState): AdviceData | null {
  const step = messagesOf(state).findLast((message) => {
    const action = adviceOf(message)?.action
    return action !== undefined && action !== 'answer'
  })
  return step ? adviceOf(step) : (latestAdvice(state)?.data ?? null)
}

export interface NamedAmount {
  id: string
  party: Party
  cents: number
  round: number
  at: string
}

/** The course of the bargaining: every amount that was named, in order. */
export function amountsNamed(messages: readonly MessageObject[]): NamedAmount[] {
  return messages.flatMap((message) => {
    const named = amountNamed(message)
    return named ? [{ id: message.id, round: message.round, at: message.created_at, ...named }] : []
  })
}

/** Words of the dealer since their last recorded price, newest first: one may hold a new price. */
export function unpricedDealerMessages(messages: readonly MessageObject[]): MessageObject[] {
  const last = messages.findLastIndex((message) => amountNamed(message)?.party === 'dealer')
  return messages.slice(last + 1).filter(({ kind }) => kind === 'dealer_message').reverse()
}

/** Whether a price of the dealer is on its way to be recorded. */
export function dealerPriceOnItsWay({ outbox }: NegotiationState): boolean {
  return outbox.some(({ party, amount, refused }) => party === 'dealer' && amount !== null && !refused)
}

/** Why the playbook answered where a model was asked: said on the page, quietly. */
export function fallbackOf(state: NegotiationState, message: MessageObject): FallbackReason | null {
  if (adviceOf(message)?.source !== 'playbook') return null
  const asked = state.messages[message.id]?.askedModel === true
  return fallbackReasonOf(message) ?? (asked ? 'model_unavailable' : null)
}
