/** The words that numbers are said with, in English and Spanish, in small letters without accents. */

const counted = (words: string, first: number, step: number) =>
  words.split(' ').map((word, index) => [word, first + index * step] as const)

const SIZES = new Map<string, number>([
  ...counted('one two three four five six seven eight nine ten eleven twelve thirteen fourteen', 1, 1),
  ...counted('fifteen sixteen seventeen eighteen nineteen', 15, 1),
  ...counted('twenty thirty forty fifty sixty seventy eighty ninety', 20, 10),
  ['couple', 2],
  ...counted('uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince', 1, 1),
  ...counted('dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres', 16, 1),
  ...counted('veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve', 24, 1),
  ...counted('treinta cuarenta cincuenta sesenta setenta ochenta noventa', 30, 10),
  ['un', 1],
  ['una', 1],
  ['veintiun', 21],
  ['veintiuna', 21],
  ['cien', 100],
  ...counted('ciento doscientos trescientos cuatrocientos quinientos', 100, 100),
  ...counted('seiscientos setecientos ochocientos novecientos', 600, 100),
  ...counted('doscientas trescientas cuatrocientas quinientas', 200, 100),
  ...counted('seiscientas setecientas ochocientas novecientas', 600, 100),
])

const SCALES = new Map<string, number>([
  ['hundred', 100],
  ['thousand', 1_000],
  ['grand', 1_000],
  ['k', 1_000],
  ['mil', 1_000],
  ['million', 1_000_000],
  ['millon', 1_000_000],
  ['millones', 1_000_000],
])

/** They stand within a number and add nothing to it. */
const JOINS = new Set(['and', 'a', 'an', 'of', 'y', 'con', 'de'])

export const HALF: ReadonlySet<string> = new Set(['half', 'medio', 'media'])
export const POINT = 'point'

export const isJoin = (word: string) => JOINS.has(word)

/** A word or figures that count; null for any other word. */
export function sizeOf(word: string): number | null {
  return SIZES.get(word) ?? (/^\d+$/.test(word) ? Number(word) : null)
}

/** A word that multiplies what stands before it. */
export const scaleOf = (word: string): number | null => SCALES.get(word) ?? null
