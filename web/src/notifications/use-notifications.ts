import { useEffect } from 'react'

/** After the page has what it needs itself. */
const SOON_MS = 4_000

/** Keep this browser's notifications those of the one who is logged in. */
export function useNotifications(userId: string): void {
  useEffect(() => {
    const isAllowed = 'Notification' in window && Notification.permission === 'granted'
    if (!isAllowed) return
    const timer = setTimeout(() => {
      // Without a line it is done when the page is opened the next time.
      import('./push').then(({ reconcile }) => reconcile(userId)).catch(() => undefined)
    }, SOON_MS)
    return () => clearTimeout(timer)
  }, [userId])
}
