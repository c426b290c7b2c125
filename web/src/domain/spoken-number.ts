/**
 * Amounts in words, as an English or Spanish buyer says them: `eighteen thousand five hundred`,
 * `dieciocho mil quinientos`, `18 thousand five hundred`. Only what can be read in one way.
 */

import { sizeOf } from './number-words'

const THOUSAND = /^(?:thousand|grand|mil)$/
const JOINS = /^(?:and|y)$/
const MOST_DIGITS = /^\d{1,3}$/

/** The whole number that `text` (lower case) says, or null where it says none, or more than one. */
export function readNumberWords(text: string): number | null {
  const words = unaccented(text).split(/[\s-]+/)
  if (JOINS.test(words[0] ?? '') || JOINS.test(words.at(-1) ?? '')) return null
  const said = words.filter((word) => !JOINS.test(word))
  // Digits alone are not for here: whether they are one number depends on what stands between them.
  if (said.every((word) => /^\d/.test(word))) return null
  const at = said.findIndex((word) => THOUSAND.test(word))
  return at === -1 ? readHundreds(said) : readThousands(said, at)
}

function readThousands(said: readonly string[], at: number): number | null {
  // A bare `mil` is a thousand, as in `mil quinientos`; nobody says `thousand` alone for one.
  const thousands = at === 0 && said[0] === 'mil' ? 1 : readHundreds(said.slice(0, at))
  const rest = said.slice(at + 1)
  const below = rest.length === 0 ? 0 : readHundreds(rest)
  if (thousands === null || below === null) return null
  return thousands < 1000 && below < 1000 ? thousands * 1000 + below : null
}

/** `five hundred twenty`: each word fits into the zeros of the one before, or it is another number. */
function readHundreds(words: readonly string[]): number | null {
  let total = 0
  let room = 1000
  for (const word of words) {
    if (word === 'hundred') {
      if (total === 0 || total >= 100) return null
      total *= 100
      room = 100
      continue
    }
    const value = sizeOf(word)
    if (value === null || value === 0 || value >= room) return null
    total += value
    room = zerosOf(value, word)
  }
  return total === 0 ? null : total
}

function zerosOf(value: number, word: string): number {
  if (MOST_DIGITS.test(word)) return 1
  if (value >= 100) return 100
  return value >= 20 && value % 10 === 0 ? 10 : 1
}

function unaccented(text: string): string {
  return text.normalize('NFD').replace(/\p{Mn}/gu, '')
}
