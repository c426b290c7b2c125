/**
 * What people type as an amount: `18,000`, `$18k`, `18.000,00`. Read where the meaning is plain,
 * asked back where it is not, never guessed: a wrong digit here costs the buyer thousands.
 */

import { LIMITS } from './limits'
import { readNumberWords } from './spoken-number'

export type AmountReading =
  | { kind: 'ok'; cents: number }
  | { kind: 'empty' }
  | { kind: 'ambiguous'; readings: number[] }
  | { kind: 'invalid' }
  | { kind: 'too_many_decimals' }
  | { kind: 'out_of_range' }

const INVALID: AmountReading = { kind: 'invalid' }
const PLAIN = /^(\d+)(?:\.(\d*))?$/
const THOUSANDS_BY_COMMA = /^\d{1,3}(?:,\d{3})+(?:\.(\d*))?$/
const THOUSANDS_BY_DOT = /^(\d{1,3}(?:\.\d{3}){2,}|\d{1,3}\.\d{3}(?=,))(?:,(\d*))?$/
const THOUSANDS_BY_SPACE = /^\d{1,3}(?: \d{3})+(?:\.(\d*)|,(\d{1,2}))?$/
const ONE_COMMA = /^(\d{1,3}),(\d{1,2})$/
const DECIMAL_COMMA = /^(\d{4,}),(\d{1,2})$/
const ONE_DOT_THREE_DIGITS = /^(\d{1,3})\.(\d{3})$/
const KILO = /^(\d+)(?:\.(\d+)|,(\d{1,2}))?\s?(?:k|mil|thousand|grand)$/
const CURRENCY = /\s*(?:usd|dollars?|dolares|dólares|\$)$/

/** What a car costs about, where nothing better is known: below a twentieth of it, who types is asked. */
export const USUAL_PRICE = 2_000_000
/** What is typed for thousands has three digits at most. */
const FEWEST_FOR_SURE = 100_000

/** Read `typed`. `near` (cents) is an amount of the same kind: it makes a lone `18` suspicious. */
export function readAmount(typed: string, near?: number): AmountReading {
  const text = normalise(typed)
  if (text === '') return { kind: 'empty' }
  const reading = /\p{L}/u.test(text) ? readWords(text) : readDigits(text)
  if (reading.kind !== 'ok' || near === undefined || saysDollars(typed)) return reading
  return questioned(reading.cents, near)
}

function normalise(typed: string): string {
  return lower(typed)
    .replace(/^(?:usd|us\$|\$)\s*/, '')
    .replace(CURRENCY, '')
    .replace(/['’](?=\d{3}(?!\d))/g, ',')
    .replace(/\s+/g, ' ')
}

/** `18 dollars` is 18 dollars: that is how the smaller reading is chosen. */
function saysDollars(typed: string): boolean {
  return /(?:usd|dollars?|d[oó]lares)$/.test(lower(typed))
}

function lower(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase()
}

function readWords(text: string): AmountReading {
  const kilo = readKilo(text)
  if (kilo.kind !== 'invalid') return kilo
  const whole = readNumberWords(text)
  return whole === null ? INVALID : inRange(whole * 100)
}

function readKilo(text: string): AmountReading {
  const kilo = parts(KILO, text)
  if (!kilo) return INVALID
  const [thousands, fraction] = kilo
  const trimmed = fraction.replace(/0+$/, '')
  if (trimmed.length > 5) return { kind: 'too_many_decimals' }
  return inRange(Number(thousands + trimmed.padEnd(5, '0')))
}

function readDigits(text: string): AmountReading {
  const split = parts(ONE_DOT_THREE_DIGITS, text) ?? parts(ONE_COMMA, text)
  if (split) return ambiguous(...split)
  const byDot = parts(THOUSANDS_BY_DOT, text)
  if (byDot) return dollars(byDot[0].replaceAll('.', ''), byDot[1])
  const byComma = parts(DECIMAL_COMMA, text) ?? (THOUSANDS_BY_SPACE.test(text) ? spaced(text) : null)
  if (byComma) return dollars(...byComma)
  const grouped = THOUSANDS_BY_COMMA.test(text)
  const plain = parts(PLAIN, grouped ? text.replaceAll(',', '') : text)
  return plain ? dollars(...plain) : INVALID
}

function spaced(text: string): [whole: string, fraction: string] {
  const [whole = '', fraction = ''] = text.replaceAll(' ', '').split(/[.,]/)
  return [whole, fraction]
}

/** The whole part and the fraction, empty where the text has none. */
function parts(pattern: RegExp, text: string): [whole: string, fraction: string] | null {
  const match = pattern.exec(text)
  return match && [match[1] ?? '', match[2] ?? match[3] ?? '']
}

function dollars(whole: string, fraction: string): AmountReading {
  const trimmed = fraction.replace(/0+$/, '')
  if (trimmed.length > 2) return { kind: 'too_many_decimals' }
  return inRange(Number(whole + trimmed.padEnd(2, '0')))
}

function inRange(cents: number): AmountReading {
  const fits = Number.isSafeInteger(cents) && cents > 0 && cents <= LIMITS.maxCents
  return fits ? { kind: 'ok', cents } : { kind: 'out_of_range' }
}

/**
 * `18.500` is 18,500 in half the world and 18.50 in the other, `18,5` is a slip or 18.50: both
 * readings are offered. A third decimal that is not 0 leaves the thousands only, which is plain.
 */
function ambiguous(whole: string, fraction: string): AmountReading {
  const thousands = Number(`${whole}${fraction.padEnd(3, '0')}00`)
  const decimals = /^\d\d[1-9]$/.test(fraction) ? [] : [Number(whole + fraction.padEnd(2, '0').slice(0, 2))]
  const readings = [thousands, ...decimals].filter((cents) => cents > 0 && cents <= LIMITS.maxCents)
  if (readings.length === 1) return inRange(thousands)
  return readings.length > 0 ? { kind: 'ambiguous', readings } : { kind: 'out_of_range' }
}

/** Nobody offers $18 or $180 for a $20,000 car; who types that means thousands, but must say so. */
function questioned(cents: number, near: number): AmountReading {
  const isTiny = cents < FEWEST_FOR_SURE && cents * 20 < near
  return isTiny ? { kind: 'ambiguous', readings: [cents * 1000, cents] } : { kind: 'ok', cents }
}

/** Amounts named in a pasted text, e.g. to ask whether one of them is the dealer's price. */
export function amountsIn(text: string): number[] {
  const found = text.match(/\$\s?\d[\d,]*(?:\.\d{1,2})?(?!\d)k?/gi) ?? []
  const readings = found.map((piece) => readAmount(piece.replace(/[,.]$/, '')))
  const cents = readings.flatMap((reading) => (reading.kind === 'ok' ? [reading.cents] : []))
  return [...new Set(cents)]
}
