import { useEffect, type RefObject } from 'react'

/** Who lets go further (px) from where they pressed meant to call it off. */
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
    let from = { x: 0, y: 0 }
    const onDown = ({ target, pointerId, button, clientX, clientY }: PointerEvent) => {
      if (button !== 0 || !(target instanceof Element)) return
      from = { x: clientX, y: clientY }
      target.closest('button')?.setPointerCapture(pointerId)
    }
    const onMove = ({ target, pointerId, clientX, clientY }: PointerEvent) => {
      if (!(target instanceof HTMLButtonElement) || !target.hasPointerCapture(pointerId)) return
      if (Math.hypot(clientX - from.x, clientY - from.y) > CALLED_OFF_PX) target.releasePointerCapture(pointerId)
    }
    box.addEventListener('pointerdown', onDown)
    box.addEventListener('pointermove', onMove)
    return () => {
      box.removeEventListener('pointerdown', onDown)
      box.removeEventListener('pointermove', onMove)
    }
  }, [list])
}
