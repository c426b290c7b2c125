import { describe, expect, it } from 'vitest'

import { message, outgoing } from '../testing/objects'
import { rowsOf, separatorOf } from './rows'

const at = (time: string) => new Date(`2026-11-22T${time}:00`).toISOString()

describe('the rows of a talk', () => {
  it('are its messages, then what is on its way, then the wait', () => {
    const rows = rowsOf([message(2), message(3)], [outgoing('c1')], true)
    expect(rows.map(({ kind }) => kind)).toEqual(['message', 'message', 'outgoing', 'waiting'])
  })

  it('keep their keys when older ones are put before them and when a message is stored', () => {
    const keys = (...parts: Parameters<typeof rowsOf>) => rowsOf(...parts).map(({ key }) => key)
    const newer = keys([message(8)], [outgoing('c1')], false)
    expect(keys([message(2), message(8), message(9, { client_id: 'c1' })], [], false)).toEqual([
      expect.anything(),
      ...newer,
    ])
  })

  it('have keys of their own where an offer carries the id of the words it was found in', () => {
    const dealer = message(2, { role: 'dealer', kind: 'dealer_message' })
    const offer = message(3, { client_id: dealer.id })
    expect(new Set(rowsOf([dealer, offer], [], false).map(({ key }) => key)).size).toBe(2)
  })

  it('are parted by days and long pauses, on the row above', () => {
    const times = ['10:00', '10:59', '12:30'].map(at)
    const rows = rowsOf([...times.map((created_at, place) => message(place + 2, { created_at }))], [], true)
    expect(rows.map(({ after }) => after)).toEqual([null, { kind: 'pause', at: times[2], hours: 1 }, null, null])
  })
})

it('a new day is one by the reader’s clock, however short the night', () => {
  const morning = new Date('2026-11-23T00:10:00').toISOString()
  expect(separatorOf(at('23:50'), morning)).toEqual({ kind: 'day', at: morning })
  expect(separatorOf(at('00:10'), at('23:50'))).toMatchObject({ kind: 'pause', hours: 23 })
})
