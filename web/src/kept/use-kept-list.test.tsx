// @vitest-environment jsdom
import { renderHook, waitFor } from '@testing-library/react'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, expect, it, vi } from 'vitest'

import { noteOwner } from '../auth/owner'
import { negotiation } from '../testing/objects'
import { keepList, keptList } from './account'
import { forgetKept } from './database'
import { useKeptList } from './use-kept-list'

const { user } = vi.hoisted(() => ({ user: { id: 'alice' } }))
vi.mock('../auth/context', () => ({ useUserId: () => user.id }))

const factory = new IDBFactory()

beforeEach(async () => {
  user.id = 'alice'
  vi.stubGlobal('indexedDB', factory)
  await forgetKept()
})

const ids = (list: { value: { id: string }[] } | null) => list?.value.map(({ id }) => id) ?? null

it('gives the list that was kept until one has come, and keeps that', async () => {
  await keepList('alice', [negotiation({ id: 'kept' })])
  noteOwner('alice')
  const { result, rerender } = renderHook(({ items }) => useKeptList(items), {
    initialProps: { items: null as ReturnType<typeof negotiation>[] | null },
  })
  await waitFor(() => expect(ids(result.current)).toEqual(['kept']))
  rerender({ items: [negotiation({ id: 'loaded' })] })
  expect(result.current).toBeNull()
  await vi.waitFor(async () => expect(ids(await keptList('alice'))).toEqual(['loaded']))
})

it('is each user’s own', async () => {
  await keepList('alice', [negotiation({ id: 'of alice' })])
  await keepList('bob', [negotiation({ id: 'of bob' })])
  const { result, rerender } = renderHook(() => useKeptList(null))
  await waitFor(() => expect(ids(result.current)).toEqual(['of alice']))
  user.id = 'bob'
  rerender()
  await waitFor(() => expect(ids(result.current)).toEqual(['of bob']))
})

it('keeps nothing for who is not logged in any more', async () => {
  noteOwner('bob')
  renderHook(() => useKeptList([negotiation({ id: 'late' })]))
  await keepList('bob', [negotiation({ id: 'later' })])
  expect(await keptList('alice')).toBeNull()
})
