/**
 * Whose log-in this browser's cookies are, for all its tabs: the cookies themselves are out of
 * script's reach, and a tab may still show the user before.
 */

import { readItem, removeItem, writeItem } from '../storage/browser-storage'

const OWNER = 'adg.user'

/** Without a storage the tabs know nothing of each other; each goes by its own log-in then. */
let isUntold = false

/** Null from the moment on which another user may log in. */
export function noteOwner(userId: string | null): void {
  if (userId !== null && writeItem('localStorage', OWNER, userId)) {
    isUntold = false
    return
  }
  removeItem('localStorage', OWNER)
  isUntold = userId !== null
}

/** Who logged in last in this browser and did not log out. */
export function notedOwner(): string | null {
  return readItem('localStorage', OWNER)
}

export function isLoggedIn(userId: string): boolean {
  return isUntold || readItem('localStorage', OWNER) === userId
}

/** Called when another tab logged in or out. Returns what stops it. */
export function onLoginChanged(listener: () => void): () => void {
  const stored = ({ key }: StorageEvent) => {
    if (key === OWNER || key === null) listener()
  }
  window.addEventListener('storage', stored)
  return () => window.removeEventListener('storage', stored)
}
