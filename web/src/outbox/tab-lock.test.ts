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

describe('a lease', () => {
  it('is given back, by a task that fails as well', async () => {
    const { begun, task } = setUp()
    await expect(tabLockOf('x')(() => Promise.reject(new Error('failed')))).rejects.toThrow('failed')
    expect(localStorage).toHaveLength(0)
    void tabLockOf('x')(task('next'))
    await vi.advanceTimersByTimeAsync(0)
    expect(begun).toEqual(['next'])
  })

  it('holds up nobody elsewhere, nor its own holder', async () => {
    const { begun, task } = setUp()
    const lock = tabLockOf('x')
    void lock(task('one'))
    void lock(task('again'))
    void tabLockOf('y')(task('elsewhere'))
    await vi.advanceTimersByTimeAsync(0)
    expect(begun).toEqual(['one', 'again', 'elsewhere'])
  })

  it('that another tab has taken over stays with that', async () => {
    const { begun, task, end } = setUp()
    void tabLockOf('x')(task('slow'))
    void tabLockOf('x')(task('heir'))
    await vi.advanceTimersByTimeAsync(20_500)
    expect(begun).toEqual(['slow', 'heir'])
    end('slow')
    await vi.advanceTimersByTimeAsync(0)
    expect(localStorage).toHaveLength(1)
    void tabLockOf('x')(task('third'))
    await vi.advanceTimersByTimeAsync(5_000)
    expect(begun).toEqual(['slow', 'heir'])
  })

  it('that is over, or none, is nobody’s', async () => {
    const { begun, task } = setUp()
    localStorage.setItem('adg.turn.x', JSON.stringify({ holder: 'gone', until: Date.now() }))
    localStorage.setItem('adg.turn.y', '{"odd": true}')
    void tabLockOf('x')(task('x'))
    void tabLockOf('y')(task('y'))
    await vi.advanceTimersByTimeAsync(0)
    expect(begun).toEqual(['x', 'y'])
  })
})

describe('with locks', () => {
  it('does its task while it has the lock of that name', async () => {
    const names: string[] = []
    const request = (name: string, _options: object, begin: () => Promise<void>) => {
      names.push(name)
      return begin()
    }
    vi.stubGlobal('navigator', { locks: { request } })
    const { begun, task, end } = setUp()
    let done = false
    void tabLockOf('x')(task('one')).then(() => (done = true))
    await vi.advanceTimersByTimeAsync(0)
    expect([names, begun, done]).toEqual([['x'], ['one'], false])
    end('one')
    await vi.advanceTimersByTimeAsync(0)
    expect(done).toBe(true)
  })

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
