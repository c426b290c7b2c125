import { describe, expect, it } from 'vitest'

import { negotiation } from '../testing/objects'
import { canOffer, excessOf, stepOf, stepped } from './steps'

describe('a step', () => {
  it.each([
    [999_999, 10_000],
    [1_000_000, 25_000],
    [3_999_999, 25_000],
    [4_000_000, 50_000],
  ])('from %i goes %i far', (cents, step) => {
    expect(stepOf(cents)).toBe(step)
    expect(stepped(cents, 1)).toBe(cents + step)
    expect(stepped(cents, -1)).toBe(cents - step)
  })

  it('never leaves what an offer may be', () => {
    expect(stepped(10_000, -1)).toBe(10_000)
    expect(stepped(999_990_000, 1)).toBe(1_000_000_000)
  })
})

describe('an offer', () => {
  const limited = negotiation({ walk_away_price: '21000.00', latest_dealer_price: '23000.00' })

  it.each([
    [2_100_000, null],
    [2_100_001, 'limit'],
    [2_300_001, 'limit'],
  ])('of %i passes %s', (cents, excess) => {
    expect(excessOf(limited, cents)).toBe(excess)
  })

  it('above what the dealer asks is told, first of the asking price', () => {
    expect(excessOf(negotiation(), 2_500_000)).toBeNull()
    expect(excessOf(negotiation(), 2_500_001)).toBe('ask')
    expect(excessOf(negotiation({ latest_dealer_price: '19000.00' }), 1_900_001)).toBe('ask')
  })

  it('is possible until the last round and the end', () => {
    expect(canOffer(negotiation({ round: 9 }))).toBe(true)
    expect(canOffer(negotiation({ round: 10 }))).toBe(false)
    expect(canOffer(negotiation({ status: 'agreed' }))).toBe(false)
  })
})
