// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { tabLockOf } from './tab-lock'

/** Tasks that note when they begin, and end when the test says so. */
function setUp() {
  const begun: string[] = []
  const ends: Record<string, () => void> = {}
  const task = (name: string) => () => {
    begun.push(name)
    return new Promise<void>((resolve) => (ends[name] = resolve))
  }
  return { begun, task, end: (name: string) => ends[name]?.() }
}

beforeEach(() => {
  localStorage.clear()
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('without the browser’s locks', () => {
  it('one tab waits for the other', async () => {
    const { begun, task, end } = setUp()
    void tabLockOf('x')(task('one'))
    void tabLockOf('x')(task('other'))
    await vi.advanceTimersByTimeAsync(5_000)
    expect(begun).toEqual(['one'])
    end('one')
    await vi.advanceTimersByTimeAsync(500)
    expect(begun).toEqual(['one', 'other'])
  })

  it('who wants something else waits for nobody', async () => {
    const { begun, task } = setUp()
    void tabLockOf('x')(task('one'))
    void tabLockOf('y')(task('other'))
    await vi.advanceTimersByTimeAsync(0)
    expect(begun).toEqual(['one', 'other'])
  })

  it('but not for ever', async () => {
    const { begun, task } = setUp()
    void tabLockOf('x')(task('dead'))
    void tabLockOf('x')(task('other'))
    await vi.advanceTimersByTimeAsync(21_000)
    expect(begun).toEqual(['dead', 'other'])
  })

  it('nor where nothing can be stored', async () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    const { begun, task } = setUp()
    void tabLockOf('x')(task('one'))
    void tabLockOf('x')(task('other'))
    await vi.advanceTimersByTimeAsync(0)
    expect(begun).toEqual(['one', 'other'])
  })
})

describe('with locks', () => {
  it('goes ahead when the lock does not come, and only then', async () => {
    const request = vi.fn((_name: string, { signal }: { signal: AbortSignal }) => {
      return new Promise<void>((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(new DOMException('', 'AbortError')))
      })
    })
    const abort = new AbortController()
    vi.spyOn(AbortSignal, 'timeout').mockReturnValue(abort.signal)
    vi.stubGlobal('navigator', { locks: { request } })
    const { begun, task } = setUp()
    void tabLockOf('x')(task('one'))
    await vi.advanceTimersByTimeAsync(0)
    expect(begun).toEqual([])
    abort.abort()
    await vi.advanceTimersByTimeAsync(0)
    expect(begun).toEqual(['one'])
  })

  it('does a task once, also one that fails in its turn', async () => {
    const request = (_name: string, _options: object, begin: () => Promise<void>) => begin()
    vi.stubGlobal('navigator', { locks: { request } })
    const task = vi.fn(() => Promise.reject(new Error('failed')))
    await tabLockOf('x')(task)
    expect(task).toHaveBeenCalledTimes(1)
  })
})
