/** The chart's numbers, in cents: where a line runs is all that they decide. */

import type { NamedAmount } from '../state/selectors'

export interface CoursePoint {
  step: number
  buyer: number | null
  dealer: number | null
}

/** The first amount of each round, by its step: where the chart's scale names the round. */
export function roundStarts(amounts: readonly NamedAmount[]): Map<number, number> {
  const starts = amounts.flatMap(({ round }, place) =>
    round === amounts[place - 1]?.round ? [] : [[place + 1, round] as const],
  )
  return new Map(starts)
}

const STEPS = [
  10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000, 2_000_000, 5_000_000, 10_000_000,
  50_000_000, 100_000_000, 500_000_000,
]

export function pointsOf(amounts: readonly NamedAmount[]): CoursePoint[] {
  return amounts.map(({ party, cents }, place) => ({
    step: place + 1,
    buyer: party === 'buyer' ? cents : null,
    dealer: party === 'dealer' ? cents : null,
  }))
}

/** From below the least to above the most, on round amounts, with asking and target in sight. */
export function rangeOf(
  amounts: readonly NamedAmount[],
  asking: number,
  target: number | null,
): [least: number, most: number] {
  const all = [asking, target ?? asking, ...amounts.map(({ cents }) => cents)]
  const [least, most] = [Math.min(...all), Math.max(...all)]
  const step = stepOf(most - least)
  return [Math.max(0, Math.floor(least / step) * step - step), Math.ceil(most / step) * step + step]
}

export function ticksOf([least, most]: [number, number]): number[] {
  const step = stepOf(most - least)
  const first = Math.ceil(least / step) * step
  return Array.from({ length: Math.floor((most - first) / step) + 1 }, (_, place) => first + place * step)
}

function stepOf(span: number): number {
  return STEPS.find((step) => span / step <= 6) ?? span
}
