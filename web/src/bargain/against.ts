import { formatMoney } from '../domain/money'
import type { Words } from '../words'

type AcceptWords = Words['bargain']['acceptDialog']

/** How an amount stands to the asking price; `saved` is how far it is below, in cents. */
export function againstAsking(saved: number, words: AcceptWords): string {
  if (saved === 0) return words.atAsking
  return (saved > 0 ? words.underAsking : words.overAsking)(formatMoney(Math.abs(saved)))
}
