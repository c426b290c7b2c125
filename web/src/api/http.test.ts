// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest'

import { ApiError } from './errors'
import { call, callUnasked, onSignedOut } from './http'

type Answer = [status: number, body?: object, headers?: Record<string, string>]

const server = vi.fn<(input: string, init: RequestInit) => Promise<Response>>()

/** Each path answers its list in turn, the last one for good. */
function answers(byPath: Record<string, Answer[]>): void {
  server.mockImplementation((path) => {
    const list = byPath[path.replace('/api/v1', '')] ?? [[404] as Answer]
    const [status, body, headers = {}] = (list.length > 1 ? list.shift() : list[0]) ?? [500]
    return Promise.resolve(new Response(body ? JSON.stringify(body) : null, { status, headers }))
  })
}

const paths = () => server.mock.calls.map(([path]) => path.replace('/api/v1', ''))
const headerOf = (at: number, header: string) => new Headers(server.mock.calls[at]?.[1].headers).get(header)

beforeEach(() => {
  server.mockReset()
  vi.stubGlobal('fetch', server)
  document.cookie = 'csrf_access_token=one'
  document.cookie = 'csrf_refresh_token=two'
})

describe('a call', () => {
  it('proves on unsafe methods that it comes from the page', async () => {
    answers({ '/things': [[200, { fine: true }]] })
    await expect(call('POST', '/things', { a: 1 })).resolves.toEqual({ fine: true })
    await call('GET', '/things')
    expect(headerOf(0, 'X-CSRF-TOKEN')).toBe('one')
    expect(headerOf(1, 'X-CSRF-TOKEN')).toBeNull()
  })

  it('names the problem, with the fields by path', async () => {
    const problem = { code: 'validation', detail: 'No.', errors: { vehicle: { year: ['Too old.', 'Odd.'] } } }
    answers({ '/things': [[422, problem]] })
    const error = await call('POST', '/things', {}).catch((caught: unknown) => caught)
    expect(error).toMatchObject({ status: 422, code: 'validation', fields: { 'vehicle.year': 'Too old. Odd.' } })
  })

  it('tells no answer from a refusal, and takes half an answer for none', async () => {
    server.mockRejectedValueOnce(new TypeError('failed to fetch'))
    await expect(call('GET', '/things')).rejects.toMatchObject({ status: 0, code: 'no_answer' })
    server.mockResolvedValueOnce(new Response('{"cut', { status: 200 }))
    await expect(call('GET', '/things')).rejects.toMatchObject({ status: 0, code: 'no_answer' })
  })

  it('reads how long to wait', async () => {
    answers({ '/things': [[429, { code: 'rate_limited' }, { 'Retry-After': '7' }]] })
    const error = await call('GET', '/things').catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(ApiError)
    expect(error).toMatchObject({ code: 'rate_limited', retryAfterSeconds: 7, isRefusal: false })
  })
})

describe('an ended log-in', () => {
  it('is renewed once, and the call made again', async () => {
    answers({ '/things': [[401], [200, { fine: true }]], '/auth/refresh': [[200, {}]] })
    await expect(call('GET', '/things')).resolves.toEqual({ fine: true })
    expect(paths()).toEqual(['/things', '/auth/refresh', '/things'])
    expect(headerOf(1, 'X-CSRF-TOKEN')).toBe('two')
  })

  it('is renewed once for calls that fail together', async () => {
    answers({ '/a': [[401], [200, {}]], '/b': [[401], [200, {}]], '/auth/refresh': [[200, {}]] })
    await Promise.all([call('GET', '/a'), call('GET', '/b')])
    expect(paths().filter((path) => path === '/auth/refresh')).toHaveLength(1)
  })

  it('is not renewed again when another tab has done so', async () => {
    server.mockImplementationOnce(() => {
      document.cookie = 'csrf_access_token=of-the-other-tab'
      return Promise.resolve(new Response(null, { status: 401 }))
    })
    server.mockResolvedValueOnce(new Response('{}', { status: 200 }))
    await call('POST', '/things', {})
    expect(paths()).toEqual(['/things', '/things'])
    expect(headerOf(1, 'X-CSRF-TOKEN')).toBe('of-the-other-tab')
  })

  it('is announced when it cannot be renewed', async () => {
    const signedOut = vi.fn()
    const stop = onSignedOut(signedOut)
    answers({ '/things': [[401, { code: 'not_authenticated' }]], '/auth/refresh': [[401]] })
    await expect(call('GET', '/things')).rejects.toMatchObject({ code: 'not_authenticated' })
    expect(signedOut).toHaveBeenCalledTimes(1)
    stop()
  })

  it('is not taken for ended when the renewal gets no answer', async () => {
    const signedOut = vi.fn()
    const stop = onSignedOut(signedOut)
    server.mockResolvedValueOnce(new Response(null, { status: 401 }))
    server.mockRejectedValueOnce(new TypeError('failed to fetch'))
    await expect(call('GET', '/things')).rejects.toMatchObject({ status: 0 })
    expect(signedOut).not.toHaveBeenCalled()
    stop()
  })
})

it('of the page’s own accord does not log the buyer out', async () => {
  const signedOut = vi.fn()
  const stop = onSignedOut(signedOut)
  answers({ '/things': [[401]], '/auth/refresh': [[401]] })
  await expect(callUnasked('GET', '/things')).rejects.toMatchObject({ status: 401 })
  expect(signedOut).not.toHaveBeenCalled()
  await expect(call('GET', '/things')).rejects.toMatchObject({ status: 401 })
  expect(signedOut).toHaveBeenCalledTimes(1)
  stop()
})
