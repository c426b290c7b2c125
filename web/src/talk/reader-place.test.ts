import { describe, expect, it, vi } from 'vitest'

import { belowOf, followEnd, moveUnread, showEnd, showStart, startingPlace } from './reader-place'

const SEEN = 500

/** A scrolling element of which `SEEN` px are seen, with a browser's bounds. */
function boxOf(height: number, top = 0) {
  let [scrollHeight, scrollTop] = [height, top]
  const bound = (value: number) => Math.max(0, Math.min(value, scrollHeight - SEEN))
  return {
    clientHeight: SEEN,
    get scrollHeight() {
      return scrollHeight
    },
    set scrollHeight(value) {
      scrollHeight = value
      scrollTop = bound(scrollTop)
    },
    get scrollTop() {
      return scrollTop
    },
    set scrollTop(value) {
      scrollTop = bound(value)
    },
  }
}

describe('a reader who follows', () => {
  it('is taken to the end of what has grown, and not where nothing is below', () => {
    const box = boxOf(900, 300)
    const follow = vi.fn(() => showEnd(box))
    followEnd(box, startingPlace(), follow)
    expect(belowOf(box)).toBe(0)
    followEnd(box, startingPlace(), follow)
    expect(follow).toHaveBeenCalledOnce()
  })

  it('is known to be where a shorter list has taken them', () => {
    const box = boxOf(900, 400)
    const place = { ...startingPlace(), top: 400 }
    box.scrollHeight = 800
    followEnd(box, place, vi.fn())
    expect(place.top).toBe(300)
  })

  it('reads a long answer from its beginning, and goes on in it unhindered', () => {
    const box = boxOf(2_000, 100)
    const place = startingPlace()
    const follow = () => showStart(box, 700, place)
    followEnd(box, place, follow)
    expect(box.scrollTop).toBe(700)
    box.scrollTop = 850
    followEnd(box, place, follow)
    expect(box.scrollTop).toBe(850)
  })

  it('is taken back to its beginning when rows above it turn out lower, also where the list ends', () => {
    const box = boxOf(1_250, 100)
    const place = startingPlace()
    followEnd(box, place, () => showStart(box, 740, place))
    expect(box.scrollTop).toBe(740)
    box.scrollHeight = 1_198
    followEnd(box, place, () => showStart(box, 688, place))
    expect(box.scrollTop).toBe(688)
  })
})

describe('a move of the page', () => {
  it('is not the reader’s way up, and leaves theirs to be seen', () => {
    const box = boxOf(2_000, 660) // 40 up from where they were, which is yet to be told
    const place = { ...startingPlace(), top: 700 }
    moveUnread(box, place, () => (box.scrollTop -= 50))
    expect(place.top).toBe(650)
    expect(box.scrollTop).toBeLessThan(place.top)
  })

  it('takes along where the answer was shown', () => {
    const box = boxOf(2_000, 100)
    const place = startingPlace()
    showStart(box, 700, place)
    moveUnread(box, place, () => (box.scrollTop -= 52))
    showStart(box, 640, place)
    expect(box.scrollTop).toBe(640)
  })
})
