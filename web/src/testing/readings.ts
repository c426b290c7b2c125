/** What the server makes of a dealer's message, and words for the dealer: whole, changed by the test. */

import type { DraftAnswer, FeeObject, FigureObject, ReadingObject } from '../api/bodies'

const quote = { start: 0, end: 5, text: 'words' }

export function figure(change: Partial<FigureObject> = {}): FigureObject {
  return { ...quote, amount: '18400.00', role: 'offer', step: null, all_in: null, ...change }
}

export function fee(change: Partial<FeeObject> = {}): FeeObject {
  return { ...quote, name: 'doc fee', amount: null, ...change }
}

/** A reading that found nothing. */
export function reading(change: Partial<ReadingObject> = {}): ReadingObject {
  return {
    source: 'rules',
    message_id: 'message-1',
    offer: null,
    is_counteroffer: false,
    figures: [],
    fees: [],
    payments: [],
    signals: [],
    ...change,
  }
}

export function draftAnswer(change: Partial<DraftAnswer> = {}): DraftAnswer {
  return {
    kind: 'text',
    tone: 'firm',
    language: 'en',
    subject: null,
    text: 'Words.',
    suggested_price: '17400.00',
    source: 'playbook',
    ...change,
  }
}
