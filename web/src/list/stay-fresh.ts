import { useEffect } from 'react'

import { isVisible, whenPage } from '../lifecycle/page-lifecycle'
import { useLookout } from './context'
import type { Hearer } from './lookout'

const MINUTE_MS = 60_000
/** What comes in a burst is answered with one question. */
const BURST_MS = 300

/**
 * Hear of every negotiation, and `reload` when something may have been missed: the line was away, the
 * tab was not looked at, or a minute has passed.
 */
export function useStayFresh(moved: Hearer['moved'], reload: () => void): void {
  const lookout = useLookout()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null
    const soon = () => {
      timer ??= setTimeout(() => {
        timer = null
        reload()
      }, BURST_MS)
    }
    const looked = () => {
      void lookout.refresh()
      reload()
    }
    const beat = setInterval(() => {
      if (isVisible()) looked()
    }, MINUTE_MS)
    const endHearing = lookout.hear({ moved, stale: soon })
    const endPage = whenPage({ focused: looked })
    looked()
    return () => {
      if (timer !== null) clearTimeout(timer)
      clearInterval(beat)
      endHearing()
      endPage()
    }
  }, [lookout, moved, reload])
}
