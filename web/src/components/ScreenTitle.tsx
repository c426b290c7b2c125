import { useEffect, useRef } from 'react'

import { useWords } from '../words'

let navigated = false

/** For what a reader stood on and is gone. */
export function focusTitle(): void {
  document.querySelector('h1')?.focus({ preventScroll: true })
}

/** The screen's heading. After a change of screen it takes the focus, so that readers hear it. */
export function ScreenTitle({ children, className }: { children: string; className?: string | undefined }) {
  const heading = useRef<HTMLHeadingElement>(null)
  const { product } = useWords().common
  useEffect(() => {
    if (navigated) heading.current?.focus({ preventScroll: true })
    navigated = true
  }, [])
  useEffect(() => {
    document.title = `${children} · ${product}`
  }, [children, product])
  return (
    <h1 ref={heading} tabIndex={-1} className={className}>
      {children}
    </h1>
  )
}
