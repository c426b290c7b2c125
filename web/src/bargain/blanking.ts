/**
 * Blanks in a text what tells the buyer's limits: an amount that is one, and an amount or a share
 * that leads from a known price to one (`$2,600 below your target`). In whatever language the words
 * around it are, in figures or in words; rather one figure too many than one too few.
 */

import { spelledIn, type Spelled } from './spelled'

export const BLANK = '$•••'
export const BLANK_SHARE = '••%'

/** `$20,000`, `20,000.00`, `$20k`, `20.5 mil`, `20000 dollars`; not a part of a longer number. */
const AMOUNT =
  /(?<![\d.,])(?:(?:US\s?)?\$\s?)?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?(?![\d]|[.,]\d)(?:\s?(k|grand|thousand|mil)\b)?(?:\s(?:dollars|dólares)\b)?/giu
const SHARE = /(?<![\d.,])(\d{1,2})(?:\.(\d{1,2}))?\s?(?:%|percent\b|por ciento\b)/giu
/** A bare number this small is a round, a percentage or a year's day, not a sum worth hiding. */
const LEAST_BARE_CENTS = 10_000
const CURRENCY_NEXT = /^\s(?:dollars|bucks|dólares)(?!\p{L})/iu
const SHARE_NEXT = /^\s?(?:%|(?:percent|per cent|por ciento)(?!\p{L}))/iu

/** `limits` and `known` in cents. */
export function blanked(text: string, limits: readonly number[], known: readonly number[]): string {
  const spelled = spelledIn(text)
  const inText = [...text.matchAll(AMOUNT)].filter(isMoney).map(centsOf)
  const inWords = spelled.map(({ values: [plainly = 0] }) => cents(plainly)).filter((each) => each >= LEAST_BARE_CENTS)
  const tells = telling(limits, new Set(known), [...known, ...inText, ...inWords])
  const shares = tellingShares(limits, known)
  const tellsShare = (share: number, places: number) => shares.some((told) => isRoundingOf(share, told, places))
  return withoutSpelled(text, spelled, tells, tellsShare)
    .replace(SHARE, (share, whole: string, fraction = '') =>
      tellsShare(Number(`${whole}.${String(fraction)}`), String(fraction).length) ? BLANK_SHARE : share,
    )
    .replace(AMOUNT, (...found) => {
      const match = found as unknown as RegExpMatchArray
      return isMoney(match) && tells(centsOf(match)) ? BLANK : match[0]
    })
}

/** Amounts and shares in words go from the last to the first, so that places stay true. */
function withoutSpelled(
  text: string,
  spelled: readonly Spelled[],
  tells: (cents: number) => boolean,
  tellsShare: (share: number, places: number) => boolean,
): string {
  return spelled.reduceRight((whole, { start, end, values }) => {
    const after = whole.slice(end)
    const share = SHARE_NEXT.exec(after)
    const currency = CURRENCY_NEXT.exec(after)
    const blank = (mark: string, unit: RegExpExecArray | null) =>
      whole.slice(0, start) + mark + after.slice(unit?.[0].length ?? 0)
    if (share !== null) {
      const isTold = values.some((value) => tellsShare(value, Number.isInteger(value) ? 0 : 1))
      return isTold ? blank(BLANK_SHARE, share) : whole
    }
    const amounts = values.map(cents).filter((each) => currency !== null || each >= LEAST_BARE_CENTS)
    return amounts.some(tells) ? blank(BLANK, currency) : whole
  }, text)
}

const cents = (dollars: number) => Math.round(dollars * 100)

function telling(
  limits: readonly number[],
  known: ReadonlySet<number>,
  bases: readonly number[],
): (cents: number) => boolean {
  const ways = new Set([...limits, ...bases].flatMap((base) => limits.map((limit) => Math.abs(base - limit))))
  return (amount) => limits.includes(amount) || (!known.has(amount) && ways.has(amount))
}

/** How far limits and known prices lie apart, in percent of either. */
function tellingShares(limits: readonly number[], known: readonly number[]): number[] {
  const pairs = limits.flatMap((limit) => [...known, ...limits].map((other) => [limit, other] as const))
  return pairs.flatMap(([limit, other]) =>
    limit === other ? [] : [limit, other].map((base) => (Math.abs(limit - other) * 100) / base),
  )
}

/** Rounded to as many places as are written, up or down. */
function isRoundingOf(written: number, exact: number, places: number): boolean {
  return Math.abs(written - exact) < 10 ** -places
}

function isMoney(match: RegExpMatchArray): boolean {
  const [whole, , , thousands] = match
  return /[$,]/.test(whole) || thousands !== undefined || /d[oó]l/iu.test(whole) || centsOf(match) >= LEAST_BARE_CENTS
}

function centsOf(match: RegExpMatchArray): number {
  const [, whole = '0', fraction = '', thousands] = match
  const cents = Number(whole.replaceAll(',', '') + fraction.padEnd(2, '0'))
  return thousands === undefined ? cents : cents * 1000
}
