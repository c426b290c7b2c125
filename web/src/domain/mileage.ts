/** A mileage as people type it: `48,200 miles`, `45.000`, `30k`, `45 mil`. Whole miles only. */

import { LIMITS } from './limits'
import { readNumberWords } from './spoken-number'

export type MileageReading =
  | { kind: 'ok'; miles: number }
  | { kind: 'empty' }
  /** Said to be in kilometres: the server takes miles, and a guess would be wrong by a third. */
  | { kind: 'kilometres' }
  | { kind: 'invalid' }

const KILOMETRES = /\d\s*(?:km|kms|kilomet(?:re|er)s?|kil[oó]metros?)$/
const MILES = /\s*\b(?:mi|miles?|millas?)\.?$/
const THOUSANDS = /^(\d+)(?:[.,](\d{1,3}))?\s?(?:k|mil|thousand|grand)$/
/** Groups of three, all parted by the same sign: miles have no decimals, so that a dot is plain. */
const GROUPED = /^\d{1,3}(?:([.,' ])\d{3})(?:\1\d{3})*$/

export function readMileage(typed: string): MileageReading {
  const text = typed.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ').replaceAll('’', "'")
  if (text === '') return { kind: 'empty' }
  if (KILOMETRES.test(text)) return { kind: 'kilometres' }
  const miles = wholeOf(text.replace(/(\d|k)(?=(?:mi|miles?|millas?)\.?$)/, '$1 ').replace(MILES, ''))
  return miles === null || miles > LIMITS.maxMileage ? { kind: 'invalid' } : { kind: 'ok', miles }
}

function wholeOf(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text)
  if (GROUPED.test(text)) return Number(text.replace(/\D/g, ''))
  const [, thousands, fraction = ''] = THOUSANDS.exec(text) ?? []
  if (thousands !== undefined) return Number(thousands + fraction.padEnd(3, '0'))
  return readNumberWords(text)
}
