/**
 * What is kept, at whatever moment and however short, is as good a beginning as any other: with what
 * came since, the page ends with what REST says.
 */

import { describe, expect, it } from 'vitest'

import type { NegotiationObject, StoredEvent } from '../contract'
import { reduce } from '../state/reducer'
import { hasGap, hasOlder, messagesOf } from '../state/selectors'
import { emptyState, type KeptNegotiation, type NegotiationAction, type NegotiationState } from '../state/types'
import { randomOf, shuffled } from '../testing/disorder'
import { created, delta, loadedState, message, moved, negotiation, outgoing } from '../testing/objects'
import recording from '../testing/recorded-run.json'
import { keptOf, type Bounds } from './negotiation'

const run = recording as unknown as { negotiation: NegotiationObject; events: StoredEvent[] }
const WIDE: Bounds = { messages: 1_000, characters: 10_000_000 }

const received = (events: readonly StoredEvent[]): NegotiationAction => ({ type: 'events_received', events })
const fresh = (id: string): NegotiationState => ({ ...emptyState(id), firstSeq: 1 })

function kept(state: NegotiationState, bounds = WIDE): KeptNegotiation {
  const found = keptOf(state, bounds)
  if (found === null) throw new Error('nothing is kept')
  // As a database gives it back: a copy.
  return structuredClone(found)
}

const restored = (value: KeptNegotiation) =>
  reduce(emptyState(value.id), { type: 'kept_restored', kept: value })

const shown = (state: NegotiationState) => ({
  messages: messagesOf(state),
  negotiation: state.negotiation,
  appliedSeq: state.appliedSeq,
  gap: hasGap(state),
})

it('keeps nothing before anything is loaded', () => {
  expect(keptOf(emptyState('talk'))).toBeNull()
  expect(keptOf({ ...emptyState('talk'), negotiation: run.negotiation })).toBeNull()
})

const whole = shown(reduce(fresh(run.negotiation.id), received(run.events)))
const seeds = Array.from({ length: 150 }, (_, seed) => seed)

describe('a kept negotiation', () => {
  it.each(seeds)('goes on from any disorder to the state of REST, seed %i', (seed) => {
    const random = randomOf(seed + 1)
    const some = shuffled(run.events, random).filter(() => random() < 0.6)
    const first = run.events.filter((event) => event.type === 'negotiation_updated').slice(0, 1)
    const before = reduce(fresh(run.negotiation.id), received([...first, ...some]))
    const again = restored(kept(before))
    expect(messagesOf(again)).toEqual(messagesOf(before))
    const since = run.events.filter((event) => event.seq > again.appliedSeq)
    expect(shown(reduce(again, received(shuffled(since, random))))).toEqual(whole)
  })

  it.each([1, 2, 3, 5, 8])('cut to %i messages, pages the rest in again', (messages) => {
    const before = reduce(fresh(run.negotiation.id), received(run.events))
    const again = restored(kept(before, { ...WIDE, messages }))
    expect(messagesOf(again)).toHaveLength(messages)
    expect(hasOlder(again)).toBe(true)
    const older = run.events.filter((event) => event.seq < (again.firstSeq ?? 0))
    const all = reduce(again, { type: 'older_loaded', events: older })
    expect(shown(all)).toEqual(whole)
    expect(hasOlder(all)).toBe(false)
  })

  it('is bounded in size as well', () => {
    const long = [1, 2, 3].map((seq) => created(message(seq + 1, { content: 'x'.repeat(1_000) })))
    const state = reduce(loadedState(), received([moved(1), ...long]))
    const cut = kept(state, { messages: 100, characters: 2_500 })
    expect(cut.messages.map(({ version }) => version).sort()).toEqual([4])
    expect(cut.firstSeq).toBe(4)
    expect(JSON.stringify(cut).length).toBeLessThan(4_000)
  })

  it('holds nothing that is in passing', () => {
    const state = [
      received([moved(1)]),
      { type: 'delta_received', delta: delta(0, 'half a word') } as const,
      { type: 'outbox_changed', outbox: [outgoing('c')] } as const,
    ].reduce(reduce, loadedState())
    expect(JSON.stringify(kept(state))).not.toMatch(/half a word|typed/)
  })

  it('is nothing before anything is loaded', () => {
    expect(keptOf(emptyState('id'))).toBeNull()
  })

  it('never takes the place of what the server has said, nor of another negotiation', () => {
    const old = kept(reduce(loadedState(), received([moved(1), created(message(2))])))
    const loaded = reduce(loadedState(), received([moved(1, { round: 3 })]))
    expect(reduce(loaded, { type: 'kept_restored', kept: old })).toBe(loaded)
    const other = emptyState('another')
    expect(reduce(other, { type: 'kept_restored', kept: old })).toBe(other)
  })

  it('leaves a message that is on its way where it is, unless it is stored', () => {
    const old = kept(
      reduce(loadedState(), received([moved(1), created(message(2, { client_id: 'stored' }))])),
    )
    const waiting = reduce(emptyState(old.id), {
      type: 'outbox_changed',
      outbox: [outgoing('stored'), outgoing('waiting')],
    })
    const state = reduce(waiting, { type: 'kept_restored', kept: old })
    expect(state.outbox.map(({ client_id }) => client_id)).toEqual(['waiting'])
    expect(state.negotiation).toEqual(negotiation())
  })
})
