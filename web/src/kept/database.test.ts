/** What is kept in IndexedDB, in one that lives in memory. */

import { IDBFactory } from 'fake-indexeddb'
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { negotiation } from '../testing/objects'
import type * as Account from './account'
import type * as Database from './database'

let database: typeof Database
let account: typeof Account

beforeEach(async () => {
  vi.stubGlobal('indexedDB', new IDBFactory())
  vi.stubGlobal('STATE_SCHEMA', 'today')
  // The module keeps its database open: each test has one of its own.
  vi.resetModules()
  database = await import('./database')
  account = await import('./account')
})
afterAll(() => vi.resetModules())

const kept = async (user: string, name: string) => (await database.readKept(user, name))?.value ?? null

describe('what was kept', () => {
  it('is read with the moment at which it was true', async () => {
    const before = Date.now()
    await database.writeKept('alice', 'note', { text: 'mine' })
    const read = await database.readKept<{ text: string }>('alice', 'note')
    expect(read?.value).toEqual({ text: 'mine' })
    expect(read?.at).toBeGreaterThanOrEqual(before)
    expect(read?.at).toBeLessThanOrEqual(Date.now())
  })

  it('is its user’s and its name’s alone', async () => {
    await database.writeKept('alice', 'note', 'mine')
    expect(await kept('bob', 'note')).toBeNull()
    expect(await kept('alice', 'other')).toBeNull()
    await database.removeKept('bob', 'note')
    expect(await kept('alice', 'note')).toBe('mine')
    await database.removeKept('alice', 'note')
    expect(await kept('alice', 'note')).toBeNull()
  })

  it('is nothing to a build that makes it of other types', async () => {
    await database.writeKept('alice', 'note', 'mine')
    vi.stubGlobal('STATE_SCHEMA', 'tomorrow')
    expect(await kept('alice', 'note')).toBeNull()
  })

  it('goes when another user logs in, and all of it when one logs out', async () => {
    await database.writeKept('alice', 'note', 'of Alice')
    await database.writeKept('bob', 'note', 'of Bob')
    await database.forgetOthers('bob')
    expect([await kept('alice', 'note'), await kept('bob', 'note')]).toEqual([null, 'of Bob'])
    await database.forgetKept()
    expect(await kept('bob', 'note')).toBeNull()
  })

  it('is nothing where the browser has no database', async () => {
    vi.stubGlobal('indexedDB', undefined)
    await database.writeKept('alice', 'note', 'mine')
    await database.moveToFront('alice', 'list', 'note', 1)
    await database.forgetOthers('alice')
    expect(await kept('alice', 'note')).toBeNull()
  })
})

describe('a list of what is kept', () => {
  it('has the newest first, once, and lets go of the oldest', async () => {
    for (const name of ['a', 'b', 'c']) await database.writeKept('alice', name, name)
    for (const name of ['a', 'b', 'a', 'c']) await database.moveToFront('alice', 'list', name, 2)
    expect(await kept('alice', 'a')).toBe('a')
    expect(await kept('alice', 'b')).toBeNull()
    expect(await kept('alice', 'c')).toBe('c')
    await database.moveToFront('alice', 'list', 'b', 2)
    expect(await kept('alice', 'a')).toBeNull()
    expect(await kept('alice', 'c')).toBe('c')
  })
})

describe('an account', () => {
  it('is kept with its list, the first fifty of it', async () => {
    const user = { id: 'alice', email: 'alice@example.com', language: 'en', created_at: '2026-11-22T10:00:00Z' }
    await account.keepUser(user)
    expect((await account.keptUser('alice'))?.value).toEqual(user)
    const items = Array.from({ length: 60 }, (_, index) => negotiation({ id: `negotiation-${index}` }))
    await account.keepList('alice', items)
    expect((await account.keptList('alice'))?.value).toEqual(items.slice(0, 50))
  })
})
