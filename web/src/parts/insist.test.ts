import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { insist } from './insist'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const NO_LINE = () => Promise.reject(new TypeError('no line'))
const ANSWERS = () => Promise.resolve(new Response())

it('gives what comes at once without a question to the server', async () => {
  const ask = vi.fn(ANSWERS)
  vi.stubGlobal('fetch', ask)
  expect(await insist(() => Promise.resolve('part'))).toBe('part')
  expect(ask).not.toHaveBeenCalled()
})

it('asks again for as long as there is no line, at most every 15 seconds', async () => {
  const asked: number[] = []
  const began = Date.now()
  let isDown = true
  vi.stubGlobal('fetch', () => (isDown ? NO_LINE() : ANSWERS()))
  const came = insist(() => {
    asked.push((Date.now() - began) / 1000)
    return isDown ? NO_LINE() : Promise.resolve('part')
  })
  await vi.advanceTimersByTimeAsync(50_000)
  expect(asked).toEqual([0, 1, 3, 7, 15, 30, 45])
  isDown = false
  await vi.advanceTimersByTimeAsync(10_000)
  expect(await came).toBe('part')
  expect(asked).toHaveLength(8)
})

it('asks once more when the server answers after all', async () => {
  vi.stubGlobal('fetch', ANSWERS)
  const load = vi.fn(() => Promise.resolve('part')).mockImplementationOnce(NO_LINE)
  expect(await insist(load)).toBe('part')
  expect(load).toHaveBeenCalledTimes(2)
})

it('fails as the load does when the server answers and the part is not there', async () => {
  vi.stubGlobal('fetch', ANSWERS)
  const load = vi.fn(NO_LINE)
  await expect(insist(load)).rejects.toThrow('no line')
  expect(load).toHaveBeenCalledTimes(2)
})

it('takes an answer that is an error for no answer', async () => {
  let status = 503
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(null, { status })))
  const load = vi.fn(NO_LINE)
  const failed = expect(insist(load)).rejects.toThrow('no line')
  await vi.advanceTimersByTimeAsync(20_000)
  expect(load).toHaveBeenCalledTimes(5)
  status = 200
  await vi.advanceTimersByTimeAsync(30_000)
  await failed
})
