/**
 * A bargain as the product really sent it, in every kind of disorder: whatever comes twice, late,
 * out of turn, or not at all until it is pulled, the page ends with what REST says.
 */

import { describe, expect, it } from 'vitest'

import type { MessageDeltaEvent, MessageObject, NegotiationObject, StoredEvent, TypingIndicatorEvent } from '../contract'
import { outgoing } from '../testing/objects'
import recording from '../testing/recorded-run.json'
import { randomOf, shuffled } from '../testing/disorder'
import { reduce } from './reducer'
import { hasGap, messagesOf } from './selectors'
import { emptyState, type NegotiationAction, type NegotiationState } from './types'

interface Recording {
  negotiation: NegotiationObject
  events: StoredEvent[]
  packets: { name: string; data: unknown }[]
  answers: { message: MessageObject }[]
}

const { negotiation, events, packets, answers } = recording as unknown as Recording
const LAST = events.length

/** REST's state: each message in its newest version, in the order of their first. */
function restState() {
  const newest = new Map<string, MessageObject>()
  for (const event of events) if ('message' in event) newest.set(event.message.id, event.message)
  return {
    messages: [...newest.values()].sort((one, other) => one.seq - other.seq),
    negotiation: { ...negotiation, updated_at: '', last_seq: 0 },
    appliedSeq: LAST,
    gap: false,
    streams: {},
    typing: {},
    outbox: [],
  }
}

function shown(state: NegotiationState) {
  return {
    messages: messagesOf(state),
    negotiation: { ...state.negotiation, updated_at: '', last_seq: 0 },
    appliedSeq: state.appliedSeq,
    gap: hasGap(state),
    streams: state.streams,
    typing: state.typing,
    outbox: state.outbox,
  }
}

function actionOf({ name, data }: Recording['packets'][number]): NegotiationAction {
  if (name === 'message_delta') return { type: 'delta_received', delta: data as MessageDeltaEvent }
  if (name === 'typing_indicator') {
    return { type: 'typing_received', typing: data as TypingIndicatorEvent, at: 0 }
  }
  return { type: 'events_received', events: [data as StoredEvent] }
}

const sent = packets.map(actionOf)
const posts = answers.map(({ message }): NegotiationAction => ({ type: 'send_accepted', message }))
const waiting = answers.map(({ message }, place) =>
  outgoing(message.client_id ?? '', { negotiation_id: negotiation.id, order: place }),
)
const outbox: NegotiationAction = { type: 'outbox_changed', outbox: waiting }
/** What a pull answers: everything after some event. */
const pulled = (after: number): NegotiationAction => ({ type: 'events_received', events: events.slice(after) })
const over: NegotiationAction = { type: 'clock_ticked', at: Number.POSITIVE_INFINITY }

const fresh = (): NegotiationState => ({ ...emptyState(negotiation.id), firstSeq: 1 })
const play = (actions: readonly NegotiationAction[], from = fresh()) => actions.reduce(reduce, from)

/** A tab that opens when `known` events are there: it loads the newest page and then subscribes. */
function joining(known: number, pageSize: number): NegotiationState {
  const page = events.slice(Math.max(0, known - pageSize), known)
  const older = events.slice(0, Math.max(0, known - pageSize))
  return play(
    [
      { type: 'newest_loaded', events: page, lastSeq: known },
      { type: 'older_loaded', events: older },
    ],
    emptyState(negotiation.id),
  )
}

const seeds = Array.from({ length: 200 }, (_, seed) => seed)

describe('the recorded run', () => {
  it('is one worth its name', () => {
    const names = new Set(packets.map(({ name }) => name))
    expect([...names].sort()).toEqual([
      'message_delta', 'message_updated', 'negotiation_updated', 'new_message', 'typing_indicator',
    ])
    const attempts = events.flatMap((event) => ('message' in event ? [event.message.data.attempt] : []))
    expect(attempts).toContain(2)
    expect(events.some((event) => 'message' in event && event.message.status === 'stopped')).toBe(true)
  })

  it('ends as REST has it, in the order in which it came', () => {
    expect(shown(play([outbox, ...sent]))).toEqual(restState())
  })

  it.each(seeds)('shuffled and doubled, with answers to posts in between, seed %i', (seed) => {
    const random = randomOf(seed + 1)
    const twice = sent.filter(() => random() < 0.4)
    const actions = shuffled([...sent, ...twice, ...posts, outbox], random)
    expect(shown(play([...actions, over]))).toEqual(restState())
  })

  it.each(seeds)('with losses that pulls make up for, seed %i', (seed) => {
    const random = randomOf(seed + 1_000)
    const arrived = sent.filter(() => random() < 0.5)
    const pulls = [1, 2, 3].map(() => pulled(Math.floor(random() * LAST)))
    const actions = shuffled([...arrived, ...pulls, ...posts, outbox], random)
    const state = play(actions)
    expect(shown(play([pulled(state.appliedSeq), over], state))).toEqual(restState())
  })

  it.each(Array.from({ length: LAST + 1 }, (_, known) => known))(
    'in a second tab that is opened after event %i, while the rest comes late and out of turn',
    (known) => {
      for (const pageSize of [3, 100]) {
        const random = randomOf(known + pageSize)
        const joined = joining(known, pageSize)
        const state = play([...shuffled(sent, random), outbox, over], joined)
        expect(shown(state)).toEqual(restState())
      }
    },
  )

  it('never shows a message twice, nor one out of order, on the way', () => {
    const wrong: string[] = []
    for (const seed of seeds.slice(0, 40)) {
      let state = fresh()
      for (const [step, action] of shuffled([...sent, ...posts, outbox], randomOf(seed + 2_000)).entries()) {
        state = reduce(state, action)
        const messages = messagesOf(state)
        const isOrdered = messages.every(({ seq }, place) => seq > (messages[place - 1]?.seq ?? 0))
        const stored = new Set(messages.map((message) => message.client_id))
        const isOnce = state.outbox.every(({ client_id }) => !stored.has(client_id))
        if (!isOrdered || !isOnce) wrong.push(`seed ${seed}, step ${step}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it('shows of a running reply, at any moment and in any order, nothing but its text so far', () => {
    const deltas = packets.filter(({ name }) => name === 'message_delta').map(({ data }) => data as MessageDeltaEvent)
    const texts = new Map<string, string>()
    for (const delta of deltas) {
      const key = `${delta.reply_id}:${delta.attempt}`
      texts.set(key, (texts.get(key) ?? '') + delta.text)
    }
    const wrong: string[] = []
    for (const seed of seeds) {
      let state = fresh()
      const newest = new Map<string, number>()
      for (const action of shuffled([...sent, ...sent], randomOf(seed + 3_000))) {
        state = reduce(state, action)
        for (const [reply, stream] of Object.entries(state.streams)) {
          const isSoFar = texts.get(`${reply}:${stream.attempt}`)?.startsWith(stream.text) ?? false
          if (!isSoFar || stream.attempt < (newest.get(reply) ?? 0)) wrong.push(`seed ${seed}: ${stream.text}`)
          newest.set(reply, stream.attempt)
        }
      }
    }
    expect(wrong).toEqual([])
  })
})
