import { describe, expect, it } from 'vitest'

import { pointsOf, rangeOf, roundStarts, ticksOf } from './course-scale'

const named = (party: 'buyer' | 'dealer', cents: number) => ({ id: String(cents), party, cents, round: 1, at: '' })

describe('the course', () => {
  it('names each round where it begins', () => {
    const rounds = [1, 1, 2, 4].map((round, place) => ({ ...named('buyer', place), round }))
    expect([...roundStarts(rounds)]).toEqual([
      [1, 1],
      [3, 2],
      [4, 4],
    ])
  })

  it('keeps the order, each amount on its party’s line', () => {
    expect(pointsOf([named('buyer', 100), named('dealer', 200)])).toEqual([
      { step: 1, buyer: 100, dealer: null },
      { step: 2, buyer: null, dealer: 200 },
    ])
  })

  it('has everything within its range, on round ticks', () => {
    const range = rangeOf([named('buyer', 1_740_000), named('dealer', 2_450_000)], 2_500_000, 2_000_000)
    expect(range[0]).toBeLessThan(1_740_000)
    expect(range[1]).toBeGreaterThan(2_500_000)
    expect(ticksOf(range).every((tick) => tick % 100_000 === 0)).toBe(true)
  })

  it('stands one price alone', () => {
    const range = rangeOf([], 50_000, 50_000)
    expect(range[0]).toBeLessThan(50_000)
    expect(range[1]).toBeGreaterThan(50_000)
    expect(ticksOf(range).length).toBeGreaterThan(1)
  })
})
