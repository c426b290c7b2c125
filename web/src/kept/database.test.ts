import { IDBDatabase, IDBFactory } from 'fake-indexeddb'
import { createStore, set } from 'idb-keyval'
import { beforeEach, describe, expect, it, vi } from 'vitest'

import { reduce } from '../state/reducer'
import { emptyState, type KeptNegotiation } from '../state/types'
import { created, message, moved, negotiation } from '../testing/objects'
import { keepList, keepUser, keptList, keptUser } from './account'
import { forgetKept, forgetOthers, moveToFront, readKept, removeKept, writeKept } from './database'
import { keptOf, readNegotiation, removeNegotiation, writeNegotiation } from './negotiation'

const factory = new IDBFactory()

beforeEach(async () => {
  vi.stubGlobal('indexedDB', factory)
  await forgetKept()
})

function keptAs(id: string): KeptNegotiation {
  const events = [moved(1), created(message(2))].map((event) => ({ ...event, negotiation_id: id }))
  const state = reduce({ ...emptyState(id), firstSeq: 1 }, { type: 'events_received', events })
  const kept = keptOf({ ...state, negotiation: negotiation({ id }) })
  if (kept === null) throw new Error('nothing is kept')
  return kept
}

describe('what is kept', () => {
  it('comes back as it was, with its time', async () => {
    vi.spyOn(Date, 'now').mockReturnValue(1_234)
    await writeKept('alice', 'list', [1, 2])
    expect(await readKept('alice', 'list')).toMatchObject({ value: [1, 2], at: 1_234 })
  })

  it('is nobody else’s, and nothing under another name', async () => {
    await writeKept('alice', 'list', 1)
    expect(await readKept('bob', 'list')).toBeNull()
    expect(await readKept('alice', 'other')).toBeNull()
  })

  it('is of no use to a page with another schema', async () => {
    await writeKept('alice', 'list', 1)
    await set('alice/list', { schema: 'older', at: 1, value: 1 }, createStore('adg-kept', 'entries'))
    expect(await readKept('alice', 'list')).toBeNull()
  })

  it('is taken out by its name', async () => {
    await writeNegotiation('alice', keptAs('one'))
    await writeNegotiation('alice', keptAs('two'))
    await removeNegotiation('alice', 'one')
    await removeKept('bob', 'negotiation/two')
    expect(await readNegotiation('alice', 'one')).toBeNull()
    expect((await readNegotiation('alice', 'two'))?.value).toEqual(keptAs('two'))
  })

  it('goes when another user logs in, and all of it when somebody logs out', async () => {
    for (const user of ['al', 'alice', 'bob']) await writeKept(user, 'user', user)
    await forgetOthers('al')
    expect((await readKept('al', 'user'))?.value).toBe('al')
    expect([await readKept('alice', 'user'), await readKept('bob', 'user')]).toEqual([null, null])
    await forgetKept()
    expect(await readKept('al', 'user')).toBeNull()
  })

  it('is bounded: the twenty negotiations that were written last', async () => {
    const ids = Array.from({ length: 22 }, (_, place) => `n${place}`)
    for (const id of ids.slice(0, 20)) await writeNegotiation('alice', keptAs(id))
    await writeNegotiation('alice', keptAs('n0'))
    for (const id of ids.slice(20)) await writeNegotiation('alice', keptAs(id))
    const found = await Promise.all(ids.map((id) => readNegotiation('alice', id)))
    expect(ids.filter((_, place) => found[place] === null)).toEqual(['n1', 'n2'])
  })

  it('drops what falls out of a list, of its own user alone', async () => {
    for (const user of ['alice', 'bob']) await writeKept(user, 'a', 1)
    for (const name of ['a', 'b', 'a', 'c']) await moveToFront('alice', 'order', name, 2)
    expect(await readKept('alice', 'a')).not.toBeNull()
    await moveToFront('alice', 'order', 'd', 2)
    expect([await readKept('alice', 'a'), await readKept('bob', 'a')]).toEqual([null, expect.anything()])
  })

  it('of the account is the user, and the top of the list', async () => {
    const user = { id: 'alice', email: 'a@example.com', language: 'en', created_at: '2026-01-01T00:00:00Z' } as const
    await keepUser(user)
    await keepList('alice', Array.from({ length: 60 }, (_, place) => negotiation({ id: `n${place}` })))
    expect((await keptUser('alice'))?.value).toEqual(user)
    const ids = (await keptList('alice'))?.value.map(({ id }) => id)
    expect([ids?.length, ids?.[0], ids?.at(-1)]).toEqual([50, 'n0', 'n49'])
  })
})

it('where the browser refuses, nothing is kept and nothing fails', async () => {
  await writeKept('alice', 'list', 1)
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
    throw new DOMException('denied', 'SecurityError')
  })
  await writeKept('alice', 'other', 1)
  await moveToFront('alice', 'order', 'a', 1)
  await removeKept('alice', 'list')
  await forgetOthers('alice')
  await forgetKept()
  expect(await readKept('alice', 'list')).toBeNull()
  vi.restoreAllMocks()
  expect((await readKept('alice', 'list'))?.value).toBe(1)
})
