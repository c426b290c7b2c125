import { describe, expect, it } from 'vitest'

import { bodyOf, check, EMPTY_FORM, warningsOf, type NegotiationForm } from './validation'

const filled: NegotiationForm = {
  ...EMPTY_FORM,
  year: '2019',
  make: ' Toyota ',
  model: 'Camry',
  asking: '25k',
  target: '20,000',
}

describe('the form', () => {
  it('needs car, asking price and target', () => {
    expect(Object.keys(check(EMPTY_FORM, 2026)).sort()).toEqual(['asking', 'make', 'model', 'target', 'year'])
    expect(check(filled, 2026)).toEqual({})
  })

  it.each<[Partial<NegotiationForm>, object]>([
    [{ year: '1899' }, { year: 'year' }],
    [{ year: '2028' }, { year: 'year' }],
    [{ year: '19x9' }, { year: 'year' }],
    [{ mileage: '2000001' }, { mileage: 'mileage' }],
    [{ mileage: '12.5' }, { mileage: 'mileage' }],
    [{ mileage: '45000 km' }, { mileage: 'kilometres' }],
    [{ asking: '18.9', target: '15', walkAway: '16' }, { asking: 'ambiguous', target: 'ambiguous', walkAway: 'ambiguous' }],
    [{ asking: '180' }, { asking: 'ambiguous' }],
    [{ walkAway: '180' }, { walkAway: 'ambiguous' }],
    [{ vin: '123' }, { vin: 'vin' }],
    [{ trim: 'x'.repeat(61) }, { trim: 'tooLong' }],
    [{ asking: '0' }, { asking: 'out_of_range' }],
    [{ target: '18.500' }, { target: 'ambiguous' }],
    [{ target: '20' }, { target: 'ambiguous' }],
    [{ walkAway: '19,999.99' }, { walkAway: 'walkAwayBelowTarget' }],
    [{ maxRounds: '51' }, { maxRounds: 'rounds' }],
  ])('refuses %o', (change, errors) => {
    expect(check({ ...filled, ...change }, 2026)).toEqual(errors)
  })

  it('allows a target above the asking price, with a warning', () => {
    const form = { ...filled, target: '26,000' }
    expect(check(form, 2026)).toEqual({})
    expect(warningsOf(form)).toEqual(['target_above_asking'])
    expect(warningsOf(filled)).toEqual([])
  })

  it('takes a cheap car whose price is said in full, and measures the target by it', () => {
    const form = { ...filled, asking: '18.90 USD', target: '15' }
    expect(check(form, 2026)).toEqual({})
    expect(bodyOf(form, 'c1')).toMatchObject({ asking_price: '18.90', target_price: '15.00' })
  })

  it('becomes the contract’s body, without what was left empty', () => {
    const body = bodyOf({ ...filled, mileage: '41.2k miles', walkAway: '21.5k' }, 'c1')
    expect(body).toEqual({
      vehicle: { year: 2019, make: 'Toyota', model: 'Camry', mileage: 41_200 },
      asking_price: '25000.00',
      target_price: '20000.00',
      walk_away_price: '21500.00',
      strategy: 'discount_tiers',
      max_rounds: 10,
      client_id: 'c1',
    })
  })
})

describe('the label', () => {
  const form = { ...EMPTY_FORM, year: '2019', make: 'Toyota', model: 'Camry', asking: '25000', target: '20000' }

  it('is sent trimmed where there is one, and is no longer than the server takes', () => {
    expect(bodyOf({ ...form, label: ' Downtown ' }, 'id')).toHaveProperty('label', 'Downtown')
    expect(bodyOf({ ...form, label: '  ' }, 'id')).not.toHaveProperty('label')
    expect(check({ ...form, label: 'x'.repeat(60) }, 2026)).toEqual({})
    expect(check({ ...form, label: 'x'.repeat(61) }, 2026)).toEqual({ label: 'tooLong' })
  })
})
