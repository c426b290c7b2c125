import { describe, expect, it } from 'vitest'

import { negotiation } from '../testing/objects'
import { discreet, nextOf, suggestionOf } from './suggestion'

const offered = { latest_buyer_offer: '18000.00', suggested_price: '18180.00' }

describe('the suggested move', () => {
  it('is the suggested price, with the reason of the step', () => {
    const suggestion = suggestionOf(negotiation(offered), 'hold')
    expect(suggestion.move).toEqual({ kind: 'offer', cents: 1_818_000 })
    expect(suggestion.reason).toEqual({ key: 'hold', cents: 1_800_000 })
  })

  it.each([
    ['19999.00', 'acceptTarget', 5],
    ['20500.00', 'acceptNext', 5],
    ['21000.00', 'acceptLast', 10],
  ])('is to accept the dealer’s %s, because %s', (dealer, key, round) => {
    const now = negotiation({ latest_dealer_price: dealer, suggested_price: '20500.00', round })
    const suggestion = suggestionOf(now, 'accept')
    expect(suggestion.move.kind).toBe('accept')
    expect(suggestion.reason?.key).toBe(key)
  })

  it('is no offer on the last round, and nothing after the end', () => {
    expect(suggestionOf(negotiation({ ...offered, round: 10 }), 'hold').move).toEqual({ kind: 'none' })
    expect(suggestionOf(negotiation({ ...offered, status: 'agreed' }), 'hold').move).toEqual({ kind: 'none' })
    expect(suggestionOf(negotiation({ round: 10 }), 'walk_away').move).toEqual({ kind: 'walk_away' })
  })

  it('is to hear the dealer after an own offer to hold, with the raise beside it', () => {
    expect(suggestionOf(negotiation(offered), 'hold', true).move).toEqual({ kind: 'hear', cents: 1_818_000 })
    expect(suggestionOf(negotiation(offered), 'raise', true).move.kind).toBe('offer')
  })

  it('is a decision on the last round, without an amount to offer', () => {
    expect(suggestionOf(negotiation({ ...offered, round: 10 }), 'hold')).toEqual({
      action: null,
      cents: null,
      move: { kind: 'none' },
      reason: { key: 'decide', cents: null },
    })
  })

  it.each([
    ['20000.00', '17400.00', 'open'],
    ['25000.00', '21750.00', 'openBelowAsking'],
    ['30000.00', '25000.00', 'openAtAsking'],
  ])('opens a target of %s at %s with a reason that is true: %s', (target_price, suggested_price, key) => {
    const now = negotiation({ asking_price: '25000.00', target_price, suggested_price })
    expect(suggestionOf(now, 'open').reason?.key).toBe(key)
  })

  it('is nothing before there is one', () => {
    const suggestion = suggestionOf(negotiation({ suggested_price: null }), null)
    expect(suggestion).toMatchObject({ cents: null, move: { kind: 'none' }, reason: null })
  })
})

describe('what comes next, from the negotiation alone', () => {
  const now = { target_price: '20000.00', walk_away_price: '21000.00', suggested_price: '20200.00' }

  it.each<[string, object, object]>([
    ['the suggested offer', {}, { kind: 'offer', cents: 2_020_000 }],
    ['the offer while the dealer asks more', { latest_dealer_price: '20900.00' }, { kind: 'offer', cents: 2_020_000 }],
    ['their price at the target', { latest_dealer_price: '20000.00' }, { kind: 'accept', cents: 2_000_000 }],
    ['their price at the own next offer', { latest_dealer_price: '20200.00' }, { kind: 'accept', cents: 2_020_000 }],
    ['their price at the limit, at last', { latest_dealer_price: '21000.00', round: 10 }, { kind: 'accept', cents: 2_100_000 }],
    ['a decision above the limit, at last', { latest_dealer_price: '21000.01', round: 10 }, { kind: 'decide' }],
    ['a decision without a limit, at last', { latest_dealer_price: '21000.00', round: 10, walk_away_price: null }, { kind: 'decide' }],
    ['never the asking price alone', { asking_price: '19000.00' }, { kind: 'offer', cents: 2_020_000 }],
    ['nothing before the first suggestion', { suggested_price: null }, { kind: 'none' }],
    ['nothing after the end', { status: 'agreed', latest_dealer_price: '19000.00' }, { kind: 'none' }],
  ])('is %s', (_what, change, next) => {
    expect(nextOf(negotiation({ ...now, ...change }))).toEqual(next)
  })
})

describe('a reason for eyes over the shoulder', () => {
  it.each(['acceptTarget', 'acceptLast', 'walk_away'] as const)('tells nothing of the limits: %s', (reason) => {
    expect(['acceptNow', 'leaveNow']).toContain(discreet(reason))
  })

  it('is otherwise the reason', () => {
    expect(discreet('hold')).toBe('hold')
    expect(discreet('acceptNext')).toBe('acceptNext')
  })
})
