import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'

import { belowOf, followEnd, noteShrinking, startingPlace, type ReaderPlace } from './reader-place'

/** Further up than this the reader is offered the way back. */
const AWAY_PX = 80
/** Who scrolls down to here wants to follow again. */
const END_PX = 24

export function useReaderPlace(): RefObject<ReaderPlace> {
  return useRef(startingPlace())
}

interface Parts {
  scroller: RefObject<HTMLElement | null>
  placeRef: RefObject<ReaderPlace>
  /** Counts the reader's own messages: sending one always leads to the end. */
  sent: number
  scrollToEnd: () => void
  /** To the end as well, but no further than what is new can be read from its beginning. */
  follow: () => void
}

/**
 * Keeps a growing list at its end while its reader is there, and leaves them alone as soon as they
 * scroll up, by however little. To be called after the virtualizer's own effects; what
 * grows without being drawn by React calls `followEnd`.
 */
export function useFollowing({ scroller, placeRef, sent, scrollToEnd, follow }: Parts) {
  const [isAway, setIsAway] = useState(false)

  const toEnd = useCallback(() => {
    placeRef.current.follows = true
    // The scrolling itself tells that the reader is no longer away.
    scrollToEnd()
  }, [placeRef, scrollToEnd])

  useEffect(() => {
    const box = scroller.current
    if (box === null) return
    const onScroll = () => {
      const below = belowOf(box)
      // What is put below the end moves nothing up; only its reader does.
      if (box.scrollTop < placeRef.current.top && below > 1) placeRef.current.follows = false
      else if (below <= END_PX) placeRef.current.follows = true
      placeRef.current.top = box.scrollTop
      setIsAway(!placeRef.current.follows && below > AWAY_PX)
    }
    const observer = new ResizeObserver(() => {
      noteShrinking(box, placeRef.current)
      if (placeRef.current.follows) follow()
    })
    // Caught on its way down, before the virtualizer draws what comes into sight.
    box.addEventListener('scroll', onScroll, { passive: true, capture: true })
    observer.observe(box)
    return () => {
      box.removeEventListener('scroll', onScroll, { capture: true })
      observer.disconnect()
    }
  }, [scroller, placeRef, follow])

  useLayoutEffect(() => {
    if (sent > 0) toEnd()
  }, [sent, toEnd])

  // After whatever was drawn: new rows, and old ones that have grown.
  useLayoutEffect(() => followEnd(scroller.current, placeRef.current, follow))

  return { isAway, toEnd }
}
