/** A message's `data` by its kind. What is missing or malformed reads as null, never as a crash. */

import type {
  AdviceAction,
  AdviceData,
  DealerMessageData,
  FallbackReason,
  MessageObject,
  OfferData,
} from '../contract'
import { toCents } from './money'

const ACTIONS: readonly string[] = ['open', 'hold', 'raise', 'lower', 'accept', 'walk_away', 'answer']

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

export function offerOf(message: MessageObject): OfferData | null {
  if (message.kind !== 'offer') return null
  const { amount, party, note } = message.data
  if (typeof amount !== 'string' || (party !== 'buyer' && party !== 'dealer')) return null
  return { amount, party, note: text(note) }
}

export function dealerMessageOf(message: MessageObject): DealerMessageData | null {
  if (message.kind !== 'dealer_message') return null
  return { price: text(message.data.price), channel: text(message.data.channel) }
}

/** Null for an advice without numbers, e.g. one stopped before anyone computed them. */
export function adviceOf(message: MessageObject): AdviceData | null {
  if (message.kind !== 'advice') return null
  const { suggested_price, action, discount_percent, strategy, talking_points, source } = message.data
  if (typeof suggested_price !== 'string' || !isAction(action)) return null
  return {
    suggested_price,
    action,
    discount_percent: text(discount_percent),
    strategy: text(strategy) ?? '',
    talking_points: Array.isArray(talking_points)
      ? talking_points.filter((point): point is string => typeof point === 'string')
      : [],
    source: source === 'model' ? 'model' : 'playbook',
    model: text(message.data.model),
    attempt: attemptOf(message),
  }
}

const FALLBACKS: readonly FallbackReason[] = ['daily_limit', 'reply_limit', 'model_unavailable']

/** Why the playbook stands in for a model in an advice; null where it does not, or nobody says why. */
export function fallbackReasonOf(message: MessageObject): FallbackReason | null {
  return FALLBACKS.find((reason) => reason === message.data.fallback_reason) ?? null
}

function isAction(value: unknown): value is AdviceAction {
  return typeof value === 'string' && ACTIONS.includes(value)
}

/** The attempt that an advice's text belongs to; 0 where none was made. */
export function attemptOf(message: MessageObject): number {
  return typeof message.data.attempt === 'number' ? message.data.attempt : 0
}

/** The amount (cents) a message names for its party, or null. */
export function amountNamed(message: MessageObject): { party: 'buyer' | 'dealer'; cents: number } | null {
  const offer = offerOf(message)
  if (offer) return { party: offer.party, cents: toCents(offer.amount) }
  const price = dealerMessageOf(message)?.price
  return price ? { party: 'dealer', cents: toCents(price) } : null
}
