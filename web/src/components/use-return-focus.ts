import { useEffect, useState } from 'react'

/** When a dialog closes, the focus goes back to what opened it, or to the heading if that is gone. */
export function useReturnFocus(): void {
  const [opener] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      const isThere = opener instanceof HTMLElement && opener.isConnected && opener !== document.body
      const target = isThere ? opener : document.querySelector('h1')
      // After the dialog's own trap has let go; not away from where a key has put it since.
      setTimeout(() => {
        const { activeElement } = document
        if (activeElement === null || activeElement === document.body) target?.focus()
      })
    },
    [opener],
  )
}
