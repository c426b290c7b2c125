import { describe, expect, it } from 'vitest'

import { randomOf } from '../testing/disorder'
import { negotiation } from '../testing/objects'
import { ladderOf, spread } from './ladder'

const ALL = { target: true, limit: true }
const bargain = negotiation({
  latest_dealer_price: '23000.00',
  latest_buyer_offer: '17400.00',
  suggested_price: '17574.00',
  walk_away_price: '21000.00',
})
const placesOf = (shown = ALL) => Object.fromEntries(ladderOf(bargain, [], shown).rungs.map(({ name, place }) => [name, place]))

describe('the ladder', () => {
  it('is drawn to scale, the highest amount on top', () => {
    const places = placesOf()
    expect(Object.keys(places)).toEqual(['asking', 'dealer', 'limit', 'target', 'suggested', 'buyer'])
    expect(places).toMatchObject({ asking: 0, buyer: 1 })
    expect(places.dealer).toBeCloseTo(2_000 / 7_600)
    expect(places.target).toBeCloseTo(5_000 / 7_600)
  })

  it('shows target and limit only where it may', () => {
    expect(placesOf({ target: false, limit: false })).not.toHaveProperty('target')
    expect(placesOf({ target: false, limit: false })).not.toHaveProperty('limit')
    expect(placesOf({ target: true, limit: false })).not.toHaveProperty('limit')
  })

  it('does not betray a hidden target by its scale', () => {
    const low = { ...bargain, target_price: '9000.00' }
    const hidden = { target: false, limit: false }
    expect(ladderOf(low, [], hidden)).toEqual(ladderOf(bargain, [], hidden))
  })

  it('leaves a trace of what was named before, also beyond the rest', () => {
    const amounts = [{ id: 'm', party: 'buyer', cents: 1_000_000, round: 1, at: '' }] as const
    const { traces, rungs } = ladderOf(bargain, amounts, ALL)
    expect(traces).toEqual([{ id: 'm', party: 'buyer', place: 1 }])
    expect(rungs.at(-1)?.place).toBeLessThan(1)
  })

  it('stands where everything is one amount, and offers nothing after the end', () => {
    const flat = negotiation({ target_price: '25000.00', suggested_price: '25000.00', status: 'agreed' })
    expect(ladderOf(flat, [], ALL).rungs.map(({ name, place }) => [name, place])).toEqual([
      ['asking', 0],
      ['target', 0],
    ])
  })
})

describe('labels', () => {
  it.each(Array.from({ length: 100 }, (_, seed) => seed))('never overlap, stay in order and in sight, seed %i', (seed) => {
    const random = randomOf(seed + 1)
    const places = Array.from({ length: 1 + Math.floor(random() * 6) }, () => random()).sort((a, b) => a - b)
    const spots = spread(places, 200, 24)
    for (const [at, spot] of spots.entries()) {
      expect(spot).toBeGreaterThanOrEqual(0)
      expect(spot).toBeLessThanOrEqual(200)
      if (at > 0) expect(spot - (spots[at - 1] ?? 0)).toBeGreaterThanOrEqual(24 - 1e-9)
    }
  })

  it('stay at their places where there is room', () => {
    expect(spread([0, 0.5, 1], 200, 24)).toEqual([0, 100, 200])
  })
})
