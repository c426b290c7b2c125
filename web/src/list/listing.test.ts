import { describe, expect, it } from 'vitest'

import type { ListQuery } from '../api/calls'
import type { NegotiationObject } from '../contract'
import { negotiation } from '../testing/objects'
import { comparedWith, sameCars } from './cars'
import { columnsOf, idsOf } from './comparison'
import { isAskedFor, NOTHING, withNegotiation, withPage, type Listing } from './listing'
import { addressOf, queryOf, searchOf } from './query'

const item = (id: string, change: Partial<NegotiationObject> = {}) =>
  negotiation({ id, created_at: `2026-11-0${id}T10:00:00Z`, ...change })
const ids = ({ items }: Listing) => items?.map(({ id }) => id)
const page = (items: NegotiationObject[], next_cursor: string | null = null) => ({ items, next_cursor })
const car = (make: string, model: string, year = 2019) => ({ year, make, model, trim: null, mileage: null, vin: null })

describe('the list', () => {
  it('takes pages, and a fresh first page leaves those below it', () => {
    const first = withPage(NOTHING, page([item('6'), item('5')], 'c5'), true)
    const both = withPage(first, page([item('4'), item('3')], 'c3'), false)
    expect(ids(both)).toEqual(['6', '5', '4', '3'])
    const fresh = withPage(both, page([item('7'), item('6')], 'c6'), true)
    expect(ids(fresh)).toEqual(['7', '6', '5', '4', '3'])
    expect(fresh.cursor).toBe('c3')
    expect(ids(withPage(both, page([item('7')]), true))).toEqual(['7'])
  })

  it('never goes back: an answer that an event overtook does not undo it', () => {
    const now = withPage(NOTHING, page([item('1', { last_seq: 9, round: 3 })]), true)
    expect(withPage(now, page([item('1', { last_seq: 4 })]), true).items?.[0]?.round).toBe(3)
    expect(withNegotiation(now, item('1', { last_seq: 8 }), {})).toBe(now)
  })

  it('puts what is new in its place, and leaves what belongs to a later page to it', () => {
    const whole = withPage(NOTHING, page([item('5'), item('3')]), true)
    expect(ids(withNegotiation(whole, item('4'), {}))).toEqual(['5', '4', '3'])
    expect(ids(withNegotiation(whole, item('1'), {}))).toEqual(['5', '3', '1'])
    expect(ids(withNegotiation({ ...whole, cursor: 'c' }, item('1'), {}))).toEqual(['5', '3'])
    expect(withNegotiation(NOTHING, item('1'), {})).toBe(NOTHING)
  })

  it('drops what is not asked for any more, and takes what is now', () => {
    const query = { status: 'active' } as const
    const active = withPage(NOTHING, page([item('2'), item('1')]), true)
    expect(ids(withNegotiation(active, item('2', { status: 'agreed', last_seq: 5 }), query))).toEqual(['1'])
    expect(ids(withNegotiation(active, item('3', { status: 'agreed' }), query))).toEqual(['2', '1'])
  })

  it.each([
    ['camry', true],
    ['TOYOTA 2019', true],
    ['citroen', false],
    ['hoher', true],
    ['toyota honda', false],
  ])('finds by words like the server: %s', (search, expected) => {
    expect(isAskedFor(item('1', { label: 'Höher & Sons' }), { search })).toBe(expected)
  })
})

describe('the address', () => {
  it.each<[string, ListQuery]>([
    ['', {}],
    ['?status=agreed&search=camry+2019', { status: 'agreed', search: 'camry 2019' }],
    ['?status=sold&search=+++', {}],
    ['?search=a%00b', { search: 'a b' }],
  ])('holds what is asked for: %s', (address, query) => {
    expect(queryOf(address)).toEqual(query)
    expect(queryOf(addressOf(query))).toEqual(query)
  })

  it('asks for no more than the server takes', () => {
    expect(searchOf('x'.repeat(200))).toHaveLength(80)
    expect(searchOf('a b c d e f g h i j')).toBe('a b c d e f g h')
  })

  it('names two to four negotiations, each once', () => {
    const [one = '', two = '', three = '', four = '', five = ''] = [1, 2, 3, 4, 5].map((n) => `01900000-0000-7000-8000-00000000000${n}`)
    expect(idsOf(`?ids=${one},${two},${one},nonsense,${three},${four},${five}`)).toEqual([one, two, three, four])
    expect(idsOf('')).toEqual([])
  })
})

describe('the same car', () => {
  it('is known by year, make and model, however they are written', () => {
    const items = [
      item('1', { vehicle: car('Toyota', 'Camry') }),
      item('2', { vehicle: car('toyota ', 'CAMRY'), status: 'walked_away' }),
      item('3', { vehicle: car('Toyota', 'Camry') }),
      item('4', { vehicle: car('Toyota', 'Camry', 2020) }),
    ]
    const groups = sameCars(items)
    expect(groups.has('4')).toBe(false)
    expect(comparedWith(items[0] ?? item('1'), groups.get('1') ?? [])).toEqual(['1', '3', '2'])
  })
})

describe('side by side', () => {
  it('tells how far each dealer has come, and which asks least', () => {
    const [open, agreed, silent] = columnsOf([
      item('1', { latest_dealer_price: '22500.00', round: 4 }),
      item('2', { agreed_price: '19900.00', latest_dealer_price: '19900.00', status: 'agreed' }),
      item('3'),
    ])
    expect(open).toMatchObject({ now: 2_250_000, saved: 250_000, savedPoints: 1000, toTarget: 250_000, roundsLeft: 6, isLowest: false })
    expect(agreed).toMatchObject({ now: 1_990_000, toTarget: -10_000, next: { kind: 'none' }, roundsLeft: null, isLowest: true })
    expect(silent).toMatchObject({ now: 2_500_000, dealer: null, saved: 0 })
  })

  it('marks none where all ask the same', () => {
    expect(columnsOf([item('1'), item('2')]).map(({ isLowest }) => isLowest)).toEqual([false, false])
  })
})
