/** Money as whole cents. The contract's decimal strings come in and go out; no float arithmetic. */

import { perLocale } from '../language/current'

const DECIMAL = /^(\d+)(?:\.(\d{1,2}))?$/

/** Cents of a decimal string of the contract. @throws RangeError when it is not one. */
export function toCents(decimal: string): number {
  const match = DECIMAL.exec(decimal)
  if (!match) throw new RangeError(`not an amount: ${decimal}`)
  const [, dollars = '0', fraction = ''] = match
  return Number(dollars + fraction.padEnd(2, '0'))
}

export function toCentsOrNull(decimal: string | null): number | null {
  return decimal === null ? null : toCents(decimal)
}

/** The contract's decimal string: `1740000` → `"17400.00"`. */
export function toDecimal(cents: number): string {
  const digits = String(cents).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}

type Formatter = (cents: number) => string

function formatter(locale: string, places: 0 | 2): Formatter {
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'USD',
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  })
  // The formatter takes decimal strings exactly; a division by 100 would go through a float.
  return (cents) => format.format(toDecimal(cents) as `${number}`)
}

/** Dollars for people: cents are shown only where there are any. */
export function moneyFormat(locale: string): Formatter {
  const whole = formatter(locale, 0)
  const exact = formatter(locale, 2)
  return (cents) => {
    const amount = Math.abs(cents)
    const text = amount % 100 === 0 ? whole(amount) : exact(amount)
    return cents < 0 ? `−${text}` : text
  }
}

const money = perLocale(moneyFormat)

/** US dollars, as they are written in the language spoken now. */
export const formatMoney = (cents: number) => money()(cents)

/** A discount off `asking` in hundredths of a percent, rounded down; null when it is none. */
export function discountBasisPoints(asking: number, amount: number): number | null {
  if (asking <= 0 || amount > asking) return null
  return Math.floor(((asking - amount) * 10_000) / asking)
}

const percent = perLocale(
  (locale) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }),
)

/** `999` → `9.99%`, `1000` → `10%`. */
export function formatBasisPoints(points: number): string {
  return percent().format(`${points}e-4` as `${number}`)
}

const plain = moneyFormat('en-US')

/** Below this, an amount typed without a word for dollars may be meant as thousands (see `amount.ts`). */
const FEWEST_WITHOUT_A_WORD = 100_000

/**
 * A decimal string for an input, so that it can be read one way only: `"17400.00"` → `17,400`,
 * `"18.90"` → `18.90 USD`.
 */
export function formatPlain(decimal: string): string {
  const cents = toCents(decimal)
  const digits = plain(cents).replace('$', '')
  return cents < FEWEST_WITHOUT_A_WORD ? `${digits} USD` : digits
}
