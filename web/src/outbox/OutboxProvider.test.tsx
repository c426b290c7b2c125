// @vitest-environment jsdom
/** What a user has not sent yet goes out by itself, whatever screen is open, and with nobody else's log-in. */

import { act, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { noteOwner } from '../auth/owner'
import { ConnectionProvider } from '../realtime/ConnectionProvider'
import { FakeSocket } from '../testing/fake-socket'
import { ID, message } from '../testing/objects'
import { useSending } from './context'
import { Outbox } from './outbox'
import { OutboxProvider } from './OutboxProvider'

let socket: FakeSocket
vi.mock('../realtime/socket', () => ({ openSocket: () => (socket = new FakeSocket()) }))

const LONGEST_WAIT_MS = 30_000
const chat = (content: string) => ({ kind: 'chat', content }) as const
const server = vi.fn<(path: string, init: RequestInit) => Promise<Response>>()
const isUp = () => server.mockImplementation((_path, init) => Promise.resolve(answerTo(init)))
const isAway = () => server.mockRejectedValue(new TypeError('failed to fetch'))
const settle = () => act(() => vi.advanceTimersByTimeAsync(0))
const tried = () => server.mock.calls.map(([, init]) => sentIn(init).content)

function sentIn({ body }: RequestInit) {
  return JSON.parse(body as string) as { content: string; client_id: string }
}

function answerTo(init: RequestInit): Response {
  const reply = { id: 'reply', message_id: null, status: 'pending', attempt: 0 }
  return Response.json({ message: message(2, sentIn(init)), reply }, { status: 201 })
}

/** The page of a user, with what they have not sent. */
function pageOf(userId: string) {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <ConnectionProvider>
      <OutboxProvider userId={userId}>{children}</OutboxProvider>
    </ConnectionProvider>
  )
  return renderHook(useSending, { wrapper })
}

beforeEach(() => {
  localStorage.clear()
  vi.useFakeTimers()
  vi.stubGlobal('fetch', server)
  server.mockReset()
  isUp()
  noteOwner('alice')
})
afterEach(() => vi.useRealTimers())

it('sends what an earlier visit left, and what is written now', async () => {
  new Outbox('alice').add(ID, chat('left behind'))
  const { result } = pageOf('alice')
  await settle()
  act(() => void result.current.outbox.add(ID, chat('new')))
  await settle()
  expect(tried()).toEqual(['left behind', 'new'])
  expect(result.current.outbox.getMessages()).toEqual([])
})

it.each([
  ['the line comes back', () => void window.dispatchEvent(new Event('online'))],
  ['the page is looked at', () => void document.dispatchEvent(new Event('visibilitychange'))],
  ['the socket is connected', () => socket.connect()],
])('tries again at once when %s', async (_what, happen) => {
  new Outbox('alice').add(ID, chat('held up'))
  isAway()
  pageOf('alice')
  await settle()
  isUp()
  await act(async () => {
    happen()
    await vi.advanceTimersByTimeAsync(0)
  })
  expect(tried()).toEqual(['held up', 'held up'])
})

it('waits while another is logged in in this browser, and goes on when its owner is again', async () => {
  new Outbox('alice').add(ID, chat('of alice'))
  noteOwner('bob')
  pageOf('alice')
  await act(() => vi.advanceTimersByTimeAsync(LONGEST_WAIT_MS))
  expect(tried()).toEqual([])
  noteOwner('alice')
  window.dispatchEvent(new StorageEvent('storage', { key: 'adg.user' }))
  await settle()
  expect(tried()).toEqual(['of alice'])
})

it('hears of what is written in other tabs', async () => {
  const { result } = pageOf('alice')
  new Outbox('alice').add(ID, chat('of the other tab'))
  isAway()
  act(() => void window.dispatchEvent(new StorageEvent('storage')))
  await settle()
  expect(result.current.outbox.getMessages()).toMatchObject([{ content: 'of the other tab' }])
})

it('sends and hears nothing more once its user is gone', async () => {
  const { result, unmount } = pageOf('alice')
  const { outbox } = result.current
  unmount()
  new Outbox('alice').add(ID, chat('of the other tab'))
  window.dispatchEvent(new StorageEvent('storage'))
  expect(outbox.getMessages()).toEqual([])
  outbox.add(ID, chat('too late'))
  window.dispatchEvent(new Event('online'))
  await vi.advanceTimersByTimeAsync(LONGEST_WAIT_MS)
  expect(tried()).toEqual([])
})
