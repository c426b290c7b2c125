/**
 * What people type as an amount: `18,000`, `$18k`, `18.000,00`. Read where the meaning is plain,
 * asked back where it is not, never guessed: a wrong digit here costs the buyer thousands.
 */

import { LIMITS } from './limits'

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
const THOUSANDS_BY_SPACE = /^\d{1,3}(?: \d{3})+(?:\.(\d*))?$/
const DECIMAL_COMMA = /^(\d+),(\d{1,2})$/
const ONE_DOT_THREE_DIGITS = /^(\d{1,3})\.(\d{3})$/
const KILO = /^(\d+)(?:\.(\d+)|,(\d{1,2}))?\s?(?:k|mil|thousand)$/

/** Read `typed`. `near` (cents) is an amount of the same kind: it makes a lone `18` suspicious. */
export function readAmount(typed: string, near?: number): AmountReading {
  const text = normalise(typed)
  if (text === '') return { kind: 'empty' }
  const reading = /[a-z]$/.test(text) ? readKilo(text) : readDigits(text)
  if (reading.kind !== 'ok') return reading
  return near === undefined ? reading : questioned(reading.cents, near)
}

function normalise(typed: string): string {
  return typed
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/^(?:usd|us\$|\$)\s*/, '')
    .replace(/\s*(?:usd|dollars?|\$)$/, '')
    .replace(/['’](?=\d{3}(?!\d))/g, ',')
    .replace(/\s+/g, ' ')
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
  const split = parts(ONE_DOT_THREE_DIGITS, text) ?? parts(DECIMAL_COMMA, text)
  if (split) return ambiguous(...split)
  const byDot = parts(THOUSANDS_BY_DOT, text)
  if (byDot) return dollars(byDot[0].replaceAll('.', ''), byDot[1])
  const grouped = THOUSANDS_BY_COMMA.test(text) || THOUSANDS_BY_SPACE.test(text)
  const plain = parts(PLAIN, grouped ? text.replace(/[, ]/g, '') : text)
  return plain ? dollars(...plain) : INVALID
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
 * readings are offered. A third decimal that is not 0 leaves the thousands only.
 */
function ambiguous(whole: string, fraction: string): AmountReading {
  const thousands = Number(`${whole}${fraction.padEnd(3, '0')}00`)
  const decimals = /^\d\d[1-9]$/.test(fraction) ? [] : [Number(whole + fraction.padEnd(2, '0').slice(0, 2))]
  const readings = [thousands, ...decimals].filter((cents) => cents > 0 && cents <= LIMITS.maxCents)
  return readings.length > 0 ? { kind: 'ambiguous', readings } : { kind: 'out_of_range' }
}

/** Nobody offers $18 for a $20,000 car; who types `18` there means thousands, but must say so. */
function questioned(cents: number, near: number): AmountReading {
  const asThousands = cents * 1000
  const tiny = cents * 20 < near
  const plausible = asThousands * 5 > near && asThousands < near * 5
  if (!tiny || !plausible || asThousands > LIMITS.maxCents) return { kind: 'ok', cents }
  return { kind: 'ambiguous', readings: [asThousands, cents] }
}

/** Amounts named in a pasted text, e.g. to ask whether one of them is the dealer's price. */
export function amountsIn(text: string): number[] {
  const found = text.match(/\$\s?\d[\d,]*(?:\.\d{1,2})?(?!\d)k?/gi) ?? []
  const readings = found.map((piece) => readAmount(piece.replace(/[,.]$/, '')))
  const cents = readings.flatMap((reading) => (reading.kind === 'ok' ? [reading.cents] : []))
  return [...new Set(cents)]
}
