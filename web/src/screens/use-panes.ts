import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { flushSync } from 'react-dom'

export const PANES = ['talk', 'bargain'] as const
export type Pane = (typeof PANES)[number]

export interface Panes {
  /** What scrolls sideways. */
  strip: RefObject<HTMLElement | null>
  pane: Pane
  show: (pane: Pane) => void
}

/** As far (px) from its place a pane counts as there: places on a page may fall between pixels. */
const NEAR_PX = 2

/**
 * Which of the panes that lie side by side is in sight. The browser's own scrolling moves them, so
 * that they follow a finger; a button scrolls to one. With `isWide` all are in sight.
 */
export function usePanes(isWide: boolean): Panes {
  const strip = useRef<HTMLElement>(null)
  const [pane, setPane] = useState<Pane>('talk')
  // Where the page itself is scrolling to: what is passed on the way was not chosen.
  const aim = useRef<Pane | null>(null)

  useLayoutEffect(() => {
    const box = strip.current
    if (box === null || isWide) return
    const left = PANES.indexOf(pane) * box.clientWidth
    if (Math.abs(box.scrollLeft - left) <= NEAR_PX) return
    aim.current = pane
    box.scrollTo({ left })
  }, [pane, isWide])

  const settle = useCallback((box: HTMLElement) => {
    const there = settledAt(box)
    if (there === null) return
    if (aim.current === null) {
      const from = document.activeElement?.closest<HTMLElement>('[data-pane]')?.dataset.pane
      flushSync(() => setPane(there))
      // What had the focus is out of reach now: who was there goes on in the pane they came to.
      if (from !== undefined && from !== there) focusPane(box, there)
    } else if (aim.current === there) aim.current = null
  }, [])

  useEffect(() => {
    const box = strip.current
    if (box === null || isWide) return undefined
    const onScroll = () => settle(box)
    // Whoever takes hold of the panes decides where they go.
    const onHold = () => {
      aim.current = null
    }
    box.addEventListener('scroll', onScroll, { passive: true })
    box.addEventListener('pointerdown', onHold, { passive: true })
    box.addEventListener('wheel', onHold, { passive: true })
    return () => {
      box.removeEventListener('scroll', onScroll)
      box.removeEventListener('pointerdown', onHold)
      box.removeEventListener('wheel', onHold)
    }
  }, [isWide, settle])

  return { strip, pane, show: setPane }
}

/** The pane that fills the strip; null on the way from one to the other. */
function settledAt(box: HTMLElement): Pane | null {
  const place = Math.round(box.scrollLeft / box.clientWidth)
  return Math.abs(box.scrollLeft - place * box.clientWidth) <= NEAR_PX ? (PANES[place] ?? null) : null
}

function focusPane(box: HTMLElement, pane: Pane): void {
  box.querySelector<HTMLElement>(`[data-pane=${pane}]`)?.focus({ preventScroll: true })
}
