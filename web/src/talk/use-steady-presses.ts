import { useEffect, type RefObject } from 'react'

/** Who lets go further away (px) than a line or two that came meanwhile meant to call it off. */
const CALLED_OFF_PX = 56

/**
 * A button that is pressed in a list that grows and scrolls by itself may be elsewhere when it is let
 * go: the browser would then tell the press to what they have in common, and nothing would happen.
 * So what the press began on keeps the pointer until its end, unless the hand itself goes away.
 */
export function useSteadyPresses(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const box = list.current
    if (box === null) return
    const onDown = ({ target, pointerId, button }: PointerEvent) => {
      if (button === 0 && target instanceof Element) target.closest('button')?.setPointerCapture(pointerId)
    }
    const onMove = ({ target, pointerId, clientX, clientY }: PointerEvent) => {
      if (target instanceof HTMLButtonElement && isFar(target.getBoundingClientRect(), clientX, clientY))
        target.releasePointerCapture(pointerId)
    }
    box.addEventListener('pointerdown', onDown)
    box.addEventListener('pointermove', onMove)
    return () => {
      box.removeEventListener('pointerdown', onDown)
      box.removeEventListener('pointermove', onMove)
    }
  }, [list])
}

function isFar({ left, right, top, bottom }: DOMRect, x: number, y: number): boolean {
  return Math.max(left - x, x - right, top - y, y - bottom) > CALLED_OFF_PX
}
