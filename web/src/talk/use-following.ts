import { useCallback, useEffect, useEffectEvent, useLayoutEffect, useRef, useState, type RefObject } from 'react'

import { belowOf, followEnd, type ReaderPlace } from './reader-place'

/** Further up than this the reader is offered the way back. */
const AWAY_PX = 80
/** Who scrolls down to here wants to follow again. */
const END_PX = 24

/** What a reader who has gone up leaves below: nothing worth a word, what they have seen, or what is new. */
type Below = 'little' | 'seen' | 'new'

interface Parts {
  scroller: RefObject<HTMLElement | null>
  placeRef: RefObject<ReaderPlace>
  /** Counts the reader's own messages: sending one always leads to the end. */
  sent: number
  /** The key of the last row. */
  newest: string | undefined
  scrollToEnd: () => void
  /** To the end as well, but no further than what is new can be read from its beginning. */
  follow: () => void
}

/**
 * Keeps a growing list at its end while its reader is there, and leaves them alone as soon as they
 * scroll up, by however little. To be called after the virtualizer's own effects; what
 * grows without being drawn by React calls `followEnd`.
 */
export function useFollowing({ scroller, placeRef, sent, newest, scrollToEnd, follow }: Parts) {
  const [below, setBelow] = useState<Below>('little')
  const seen = useRef(newest)

  const toEnd = useCallback(() => {
    placeRef.current.follows = true
    // The scrolling itself tells that the reader is no longer away.
    scrollToEnd()
  }, [placeRef, scrollToEnd])

  const noteBelow = useEffectEvent((box: HTMLElement) => {
    const isAway = !placeRef.current.follows && belowOf(box) > AWAY_PX
    if (!isAway) seen.current = newest
    setBelow(!isAway ? 'little' : seen.current === newest ? 'seen' : 'new')
  })

  const onScroll = useEffectEvent((box: HTMLElement) => {
    const place = placeRef.current
    const hidden = belowOf(box)
    // What is put below the end moves nothing up; only its reader does.
    if (box.scrollTop < place.top && hidden > 1) place.follows = false
    else if (hidden <= END_PX) place.follows = true
    place.top = box.scrollTop
    noteBelow(box)
  })

  const onResize = useEffectEvent((box: HTMLElement) => followEnd(box, placeRef.current, follow))

  useEffect(() => {
    const box = scroller.current
    if (box === null) return
    const scrolled = () => onScroll(box)
    const observer = new ResizeObserver(() => onResize(box))
    // Caught on its way down, before the virtualizer draws what comes into sight.
    box.addEventListener('scroll', scrolled, { passive: true, capture: true })
    observer.observe(box)
    return () => {
      box.removeEventListener('scroll', scrolled, { capture: true })
      observer.disconnect()
    }
  }, [scroller])

  useLayoutEffect(() => {
    if (sent > 0) toEnd()
  }, [sent, toEnd])

  // After whatever was drawn: new rows, and old ones that have grown.
  useLayoutEffect(() => {
    const box = scroller.current
    if (box === null) return
    followEnd(box, placeRef.current, follow)
    noteBelow(box)
  })

  return { below, toEnd }
}
