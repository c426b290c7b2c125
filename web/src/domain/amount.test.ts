import { describe, expect, it } from 'vitest'

import { amountsIn, readAmount, USUAL_PRICE } from './amount'
import { formatPlain, toDecimal } from './money'

describe('what is plain', () => {
  it.each([
    ['18000', 1_800_000],
    ['18,000', 1_800_000],
    ['$18,000', 1_800_000],
    ['$ 18,000.50', 1_800_050],
    ['18000.5', 1_800_050],
    ['18000.', 1_800_000],
    ['18 000', 1_800_000],
    ["18'000", 1_800_000],
    ['18k', 1_800_000],
    ['$18K', 1_800_000],
    ['18.5k', 1_850_000],
    ['17.25 k', 1_725_000],
    ['18,5k', 1_850_000],
    ['18 mil', 1_800_000],
    ['18 grand', 1_800_000],
    ['18.5 grand', 1_850_000],
    ['18 thousand five hundred', 1_850_000],
    ['eighteen thousand', 1_800_000],
    ['Eighteen thousand dollars', 1_800_000],
    ['dieciocho mil', 1_800_000],
    ['veintidós mil quinientos dólares', 2_250_000],
    ['18 000,00', 1_800_000],
    ['18 000,5', 1_800_050],
    ['18000,50', 1_800_050],
    ['1800,5', 180_050],
    ['18.501', 1_850_100],
    ['18,000.', 1_800_000],
    ['18 000.00', 1_800_000],
    ['18,5 mil', 1_850_000],
    ['18 thousand', 1_800_000],
    ['18 000', 1_800_000],
    ['18 000', 1_800_000],
    ['18.000,00', 1_800_000],
    ['1.234.567', 123_456_700],
    ['18,000 USD', 1_800_000],
    ['18000 dollars', 1_800_000],
    ['USD 18,000', 1_800_000],
    ['  18,000  ', 1_800_000],
    ['１８０００', 1_800_000],
    ['0.01', 1],
    ['10,000,000', 1_000_000_000],
  ])('%s', (typed, cents) => {
    expect(readAmount(typed)).toEqual({ kind: 'ok', cents })
  })
})

describe('what could be read two ways is asked back', () => {
  it.each([
    ['18.000', [1_800_000, 1_800]],
    ['18.500', [1_850_000, 1_850]],
    ['18,5', [1_850_000, 1_850]],
    ['18,50', [1_850_000, 1_850]],
  ])('%s', (typed, readings) => {
    expect(readAmount(typed)).toEqual({ kind: 'ambiguous', readings })
  })

  it.each(['18', '$18', '18.90', '18.9', '15', '180', '999', 'eighteen'])('%s for a car of about $20,000', (typed) => {
    const plain = readAmount(typed)
    const cents = plain.kind === 'ok' ? plain.cents : 0
    expect(readAmount(typed, USUAL_PRICE)).toEqual({ kind: 'ambiguous', readings: [cents * 1000, cents] })
  })

  it('unless the car is that cheap, or the amount is said in full', () => {
    expect(readAmount('180', 300_000)).toEqual({ kind: 'ok', cents: 18_000 })
    expect(readAmount('1000', USUAL_PRICE)).toEqual({ kind: 'ok', cents: 100_000 })
    expect(readAmount('1200', 4_000_000)).toEqual({ kind: 'ok', cents: 120_000 })
    expect(readAmount('18 dollars', USUAL_PRICE)).toEqual({ kind: 'ok', cents: 1_800 })
  })

  it('once: each of the readings, chosen, is plain', () => {
    for (const cents of [1_890_000, 1_890, 18_000, 100_000, 99_999, 1]) {
      expect(readAmount(formatPlain(toDecimal(cents)), USUAL_PRICE)).toEqual({ kind: 'ok', cents })
    }
  })
})

describe('what is not an amount', () => {
  it.each(['abc', '-5', '18-19k', '1e308', 'NaN', '18,0000', '1,8,000', '18k5', '18,000k', '١٨', 'eighteen nineteen', '18,', '18 00', '18 000,000', 'dieciocho o diecinueve mil', 'about 18000', '18 million', '18000 or 19000'])(
    '%s',
    (typed) => {
      expect(readAmount(typed)).toEqual({ kind: 'invalid' })
    },
  )

  it('is named where it is close to one', () => {
    for (const typed of ['', '  ', '$']) expect(readAmount(typed)).toEqual({ kind: 'empty' })
    expect(readAmount('0')).toEqual({ kind: 'out_of_range' })
    expect(readAmount('10,000,000.01')).toEqual({ kind: 'out_of_range' })
    expect(readAmount('99999999999999999999')).toEqual({ kind: 'out_of_range' })
    expect(readAmount('18000.555')).toEqual({ kind: 'too_many_decimals' })
    expect(readAmount('1.234567k')).toEqual({ kind: 'too_many_decimals' })
  })
})

describe('amounts in a dealer’s text', () => {
  it('finds those with a dollar sign, each once', () => {
    const text = 'Best I can do is $17,900, plus a $499.50 doc fee. So $17,900. Call 555-1234 or 18k?'
    expect(amountsIn(text)).toEqual([1_790_000, 49_950])
  })

  it('takes $17.9k as a price', () => {
    expect(amountsIn('we could do $17.9k')).toEqual([1_790_000])
  })
})
