import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'

import { belowOf, followEnd, noteShrinking, startingPlace, type ReaderPlace } from './reader-place'

/** Further up than this the reader is offered the way back. */
const AWAY_PX = 80
/** Who scrolls down to here wants to follow again. */
const END_PX = 24

export function useReaderPlace(): RefObject<ReaderPlace> {
  return useRef(startingPlace())
}

/** What a reader who has gone up leaves below: nothing worth a word, what they have seen, or what is new. */
export type Below = 'little' | 'seen' | 'new'

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
  const [below, noteBelow] = useBelow(scroller, placeRef, newest)

  const toEnd = useCallback(() => {
    placeRef.current.follows = true
    // The scrolling itself tells that the reader is no longer away.
    scrollToEnd()
  }, [placeRef, scrollToEnd])

  useEffect(() => {
    const box = scroller.current
    if (box === null) return
    const onScroll = () => {
      const hidden = belowOf(box)
      // What is put below the end moves nothing up; only its reader does.
      if (box.scrollTop < placeRef.current.top && hidden > 1) placeRef.current.follows = false
      else if (hidden <= END_PX) placeRef.current.follows = true
      placeRef.current.top = box.scrollTop
      noteBelow()
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
  }, [scroller, placeRef, follow, noteBelow])

  useLayoutEffect(() => {
    if (sent > 0) toEnd()
  }, [sent, toEnd])

  // After whatever was drawn: new rows, and old ones that have grown.
  useLayoutEffect(() => {
    followEnd(scroller.current, placeRef.current, follow)
    noteBelow()
  })

  return { below, toEnd }
}

/** What is below the reader, and a way to look again. */
function useBelow(scroller: Parts['scroller'], placeRef: Parts['placeRef'], newest: Parts['newest']) {
  const [below, setBelow] = useState<Below>('little')
  const seen = useRef(newest)
  const note = useCallback(() => {
    const box = scroller.current
    const isAway = box !== null && !placeRef.current.follows && belowOf(box) > AWAY_PX
    if (!isAway) seen.current = newest
    setBelow(!isAway ? 'little' : seen.current === newest ? 'seen' : 'new')
  }, [scroller, placeRef, newest])
  return [below, note] as const
}
