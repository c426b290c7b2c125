import { describe, expect, it } from 'vitest'

import { discountBasisPoints, formatBasisPoints, formatMoney, formatPlain, toCents, toDecimal } from './money'

describe('money', () => {
  it('goes through cents unchanged', () => {
    for (const decimal of ['0.01', '0.10', '17400.00', '22951.02', '10000000.00']) {
      expect(toDecimal(toCents(decimal))).toBe(decimal)
    }
  })

  it('refuses what is no decimal string', () => {
    for (const text of ['', '1.234', '1e3', '-1.00', 'NaN']) expect(() => toCents(text)).toThrow(RangeError)
  })

  it('is shown with cents only where there are any', () => {
    expect(formatMoney(1_740_000)).toBe('$17,400')
    expect(formatMoney(2_295_102)).toBe('$22,951.02')
    expect(formatMoney(-5)).toBe('−$0.05')
    expect(formatPlain('17400.00')).toBe('17,400')
    expect(formatPlain('18.90')).toBe('18.90 USD')
  })

  it('rounds discounts down, as the contract does', () => {
    const discount = (amount: string) => formatBasisPoints(discountBasisPoints(2_500_000, toCents(amount)) ?? -1)
    expect(discount('22501.00')).toBe('9.99%')
    expect(discount('22500.00')).toBe('10%')
    expect(discount('18000.00')).toBe('28%')
    expect(discountBasisPoints(2_500_000, 2_500_001)).toBeNull()
  })
})
