import { describe, expect, it } from 'vitest'

import { readMileage } from './mileage'

describe('a mileage', () => {
  it.each([
    ['0', 0],
    ['45', 45],
    ['41,200', 41_200],
    ['48,200 miles', 48_200],
    ['48200mi', 48_200],
    ['48 200', 48_200],
    ['45.000', 45_000],
    ["45'000", 45_000],
    ['1.234.567', 1_234_567],
    ['30k', 30_000],
    ['30 K miles', 30_000],
    ['30kmi', 30_000],
    ['30.5k', 30_500],
    ['45 mil', 45_000],
    ['45 mil millas', 45_000],
    ['45,5 mil', 45_500],
    ['cuarenta y cinco mil', 45_000],
    ['forty-five thousand', 45_000],
    ['2000000', 2_000_000],
  ])('%s', (typed, miles) => {
    expect(readMileage(typed)).toEqual({ kind: 'ok', miles })
  })

  it.each(['45000 km', '45,000km', '45.000 kilómetros', '45 000 kilometers'])('in kilometres is not one: %s', (typed) => {
    expect(readMileage(typed)).toEqual({ kind: 'kilometres' })
  })

  it.each(['abc', '-5', '12.5', '48,20', '48,200.000', '2000001', '45 50', 'about 45000', 'k', 'miles'])('is not “%s”', (typed) => {
    expect(readMileage(typed)).toEqual({ kind: 'invalid' })
  })

  it('may be left empty', () => {
    expect(readMileage('  ')).toEqual({ kind: 'empty' })
  })
})
