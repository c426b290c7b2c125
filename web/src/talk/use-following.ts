import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'

/** Further up than this the reader is offered the way back. */
const AWAY_PX = 80
/** Who scrolls down to here wants to follow again. */
const END_PX = 24

/**
 * Keeps a growing list at its end while its reader is there, and leaves them alone as soon as they
 * scroll up, by however little. `sent` counts the reader's own messages: sending one always leads to
 * the end. To be called after the virtualizer's own effects.
 */
export function useFollowing(scroller: RefObject<HTMLElement | null>, sent: number, scrollToEnd: () => void) {
  const place = useRef({ follows: true, top: 0 })
  const [isAway, setIsAway] = useState(false)

  const toEnd = useCallback(() => {
    place.current.follows = true
    // The scrolling itself tells that the reader is no longer away.
    scrollToEnd()
  }, [scrollToEnd])

  useEffect(() => {
    const box = scroller.current
    if (box === null) return
    const onScroll = () => {
      const below = belowOf(box)
      // What is put below the end moves nothing up; only its reader does.
      if (box.scrollTop < place.current.top && below > 1) place.current.follows = false
      else if (below <= END_PX) place.current.follows = true
      place.current.top = box.scrollTop
      setIsAway(!place.current.follows && below > AWAY_PX)
    }
    const observer = new ResizeObserver(() => {
      if (place.current.follows) scrollToEnd()
    })
    // Caught on its way down, before the virtualizer draws what comes into sight.
    box.addEventListener('scroll', onScroll, { passive: true, capture: true })
    observer.observe(box)
    return () => {
      box.removeEventListener('scroll', onScroll, { capture: true })
      observer.disconnect()
    }
  }, [scroller, scrollToEnd])

  useLayoutEffect(() => {
    if (sent > 0) toEnd()
  }, [sent, toEnd])

  // After whatever was drawn: new rows, and old ones that have grown.
  useLayoutEffect(() => {
    const box = scroller.current
    if (box !== null && place.current.follows && belowOf(box) > 1) scrollToEnd()
  })

  return { isAway, toEnd }
}

/** How much (px) is hidden below. */
function belowOf(box: HTMLElement): number {
  return box.scrollHeight - box.clientHeight - box.scrollTop
}
