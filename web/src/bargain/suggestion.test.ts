import { describe, expect, it } from 'vitest'

import { negotiation } from '../testing/objects'
import { discreet, suggestionOf } from './suggestion'

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

  it('is nothing before there is one', () => {
    const suggestion = suggestionOf(negotiation({ suggested_price: null }), null)
    expect(suggestion).toMatchObject({ cents: null, move: { kind: 'none' }, reason: null })
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
