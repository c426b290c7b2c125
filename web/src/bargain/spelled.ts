/**
 * Numbers in words, English or Spanish: `twenty-one thousand five hundred`, `veintiún mil quinientos`,
 * `21 and a half thousand`, and `twenty-one five` as it is said over a price.
 */

import { HALF, isJoin, POINT, scaleOf, sizeOf } from '../domain/number-words'

export interface Spelled {
  start: number
  end: number
  /** What it may mean, the plain reading first. */
  values: number[]
}

interface Token {
  word: string
  start: number
  end: number
  /** Nothing but a space or a hyphen before it. */
  isClose: boolean
}

/** A number that is being read: `total` is behind a thousand, `group` not yet. */
interface Reading {
  from: number
  to: number
  total: number
  group: number
  groupFrom: number
  totalTo: number
  scale: number
  places: number | null
  hasWord: boolean
}

const WORD = /(?<![\d.,$\p{L}])\d{1,3}(?![\d\p{L}]|[.,]\d)|(?<![\d\p{L}])\p{L}+/gu
const GAP = /^(?:,?\s+|\s*[-‐‑–]\s*)$/u

/** Every number in words, in the order of the text. */
export function spelledIn(text: string): Spelled[] {
  return runsIn(text).flatMap((run) => spelledOf(run, readingsOf(run)))
}

/** Number words that follow each other with nothing between. */
function runsIn(text: string): Token[][] {
  const runs: Token[][] = []
  let end = -1
  for (const found of text.matchAll(WORD)) {
    const gap = text.slice(Math.max(end, 0), found.index)
    const word = plain(found[0])
    if (!isNumberWord(word)) continue
    const token = { word, start: found.index, end: found.index + found[0].length, isClose: !gap.includes(',') }
    const run = end >= 0 && GAP.test(gap) ? runs.at(-1) : undefined
    if (run === undefined) runs.push([token])
    else run.push(token)
    end = token.end
  }
  return runs
}

/** In small letters without accents. */
function plain(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

const isWord = (word: string) => !/^\d/.test(word)

function isNumberWord(word: string): boolean {
  return isJoin(word) || word === POINT || HALF.has(word) || sizeOf(word) !== null || scaleOf(word) !== null
}

function readingsOf(run: readonly Token[]): Reading[] {
  const readings: Reading[] = []
  run.forEach(({ word, isClose }, at) => {
    if (isJoin(word)) return
    const last = readings.at(-1)
    // Behind a comma a number goes on only after its thousands.
    const open = isClose || last?.group === 0 ? last : undefined
    if (open !== undefined && takes(open, word, at)) {
      open.to = at
      open.hasWord ||= isWord(word)
      return
    }
    const next = begun(open, word, at)
    if (next !== null) readings.push(next)
  })
  return readings
}

/** A number that begins with a word, or with what the last one had not yet multiplied. */
function begun(open: Reading | undefined, word: string, at: number): Reading | null {
  const fresh = (from: number): Reading => ({
    from, to: at, total: 0, group: 0, groupFrom: from, totalTo: from, scale: Infinity, places: null, hasWord: isWord(word),
  })
  if (open !== undefined && open.total > 0 && open.group > 0 && scaleOf(word) !== null) {
    const split = { ...fresh(open.groupFrom), group: open.group }
    open.group = 0
    open.to = open.totalTo
    return takes(split, word, at) ? split : null
  }
  const next = fresh(at)
  return takes(next, word, at) ? next : null
}

/** Reads one more word into the number, if it can go on with it. */
function takes(reading: Reading, word: string, at: number): boolean {
  const size = sizeOf(word)
  if (size !== null) return takesSize(reading, size, at)
  if (HALF.has(word)) return takesHalf(reading)
  if (word === POINT) {
    if (reading.group === 0 || reading.places !== null) return false
    reading.places = 0
    return true
  }
  return takesScale(reading, scaleOf(word) ?? 0, at)
}

function takesSize(reading: Reading, size: number, at: number): boolean {
  const { group, places } = reading
  if (places !== null) {
    if (size > 9) return false
    reading.places = places + 1
    reading.group = group + size / 10 ** reading.places
    return true
  }
  const room = size < 10 ? 10 : size < 100 ? 100 : 1_000
  if (group % room !== 0 || group % 100 === 10) return false
  if (group === 0) reading.groupFrom = at
  reading.group = group + size
  return true
}

function takesHalf(reading: Reading): boolean {
  if (!Number.isInteger(reading.group)) return false
  if (reading.group > 0 || reading.total === 0) reading.group += 0.5
  else reading.total += reading.scale / 2
  return true
}

function takesScale(reading: Reading, scale: number, at: number): boolean {
  const { total, group } = reading
  if (scale === 100) {
    if (group >= 100) return false
    if (group === 0) reading.groupFrom = at
    reading.group = (group || 1) * 100
    return true
  }
  if (scale >= reading.scale || (group === 0 && total > 0)) return false
  reading.total = total + (group || 1) * scale
  reading.group = 0
  reading.scale = scale
  reading.totalTo = at
  reading.places = null
  return true
}

/** The numbers with their places in the text; numbers said close together may be one price. */
function spelledOf(run: readonly Token[], readings: readonly Reading[]): Spelled[] {
  const found: Spelled[] = []
  readings.forEach((reading, at) => {
    const start = run[reading.from]?.start ?? 0
    const end = run[reading.to]?.end ?? 0
    const last = found.at(-1)
    if (last !== undefined && areOnePrice(run, readings[at - 1], reading)) {
      last.end = end
      last.values = [...last.values, ...last.values.map((head) => headed(head, said(reading)))]
    } else if (reading.hasWord) found.push({ start, end, values: [...meanings(reading), ...partsOf(run, reading)] })
  })
  return found
}

function areOnePrice(run: readonly Token[], before: Reading | undefined, reading: Reading): boolean {
  if (before?.to !== reading.from - 1 || run[reading.from]?.isClose === false) return false
  return said(before) < 1_000 && said(reading) < 1_000
}

const said = ({ total, group }: Reading) => total + group

/** `twenty-one` and `nine fifty` over a price: 21,950. */
function headed(head: number, rest: number): number {
  if (head >= 1_000) return head + rest
  return head * 1_000 + (rest < 10 ? rest * 100 : rest)
}

function meanings(reading: Reading): number[] {
  const plainly = said(reading)
  if (!Number.isInteger(plainly) && plainly < 1_000) return [plainly, plainly * 1_000]
  // `twenty-one thousand five`
  const isShort = reading.total > 0 && reading.group > 0 && reading.group < 10
  return isShort ? [plainly, reading.total + reading.group * 100] : [plainly]
}

/** `five hundred and twenty thousand` may be two prices; so may numbers with a comma between. */
function partsOf(run: readonly Token[], { from, to }: Reading): number[] {
  const joints = run.flatMap(({ word, isClose }, at) => (at > from && at <= to && (isJoin(word) || !isClose) ? [at] : []))
  return joints.flatMap((at) => {
    const parts = [run.slice(from, at), run.slice(at, to + 1)].map(readingsOf)
    const values = parts.map((readings) => (readings.length === 1 ? readings.reduce((sum, each) => sum + said(each), 0) : 0))
    return values.every((value) => value >= 100) ? values : []
  })
}
