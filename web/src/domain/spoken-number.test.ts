import { describe, expect, it } from 'vitest'

import { readNumberWords } from './spoken-number'

describe('an amount in words', () => {
  it.each([
    ['eighteen thousand', 18_000],
    ['eighteen thousand five hundred', 18_500],
    ['twenty-one thousand, two', null],
    ['twenty-one thousand and fifty', 21_050],
    ['one hundred twenty thousand', 120_000],
    ['eighteen hundred', 1_800],
    ['18 thousand five hundred', 18_500],
    ['18 mil 500', 18_500],
    ['18 grand', 18_000],
    ['dieciocho mil', 18_000],
    ['dieciocho mil quinientos', 18_500],
    ['treinta y un mil doscientos cincuenta', 31_250],
    ['veintidós mil novecientos noventa y nueve', 22_999],
    ['mil quinientos', 1_500],
    ['cien mil', 100_000],
  ])('%s is %s', (text, value) => {
    expect(readNumberWords(text)).toBe(value)
  })

  it.each([
    'eighteen nineteen',
    'eighteen-nineteen thousand',
    '18-19 thousand',
    'twenty or thirty thousand',
    'eighteen thousand thousand',
    'thousand',
    'hundred',
    'eighteen million',
    'eighteen five',
    'five hundred hundred',
    'and five',
    'five and',
    '-five',
    '18 500',
    'zero thousand',
    '0 mil',
    '',
  ])('is not “%s”', (text) => {
    expect(readNumberWords(text)).toBeNull()
  })

  it('is every number below a thousand thousand, said in either language', () => {
    for (const [thousands, hundreds] of [[1, 0], [20, 5], [45, 9], [99, 1]] as const) {
      const tail = hundreds === 0 ? '' : ` ${hundreds} hundred`
      expect(readNumberWords(`${thousands} thousand${tail}`)).toBe(thousands * 1000 + hundreds * 100)
    }
  })
})
