/**
 * The browser's storages, which may be full or switched off: nothing here throws, and a write says
 * whether it was kept.
 */

export type StorageName = 'localStorage' | 'sessionStorage'

/** Null where the browser denies it. */
export function storageOf(name: StorageName): Storage | null {
  try {
    return window[name]
  } catch {
    return null
  }
}

export function readItem(name: StorageName, key: string): string | null {
  try {
    return storageOf(name)?.getItem(key) ?? null
  } catch {
    return null
  }
}

export function writeItem(name: StorageName, key: string, value: string): boolean {
  try {
    const storage = storageOf(name)
    storage?.setItem(key, value)
    return storage !== null
  } catch {
    return false
  }
}

export function removeItem(name: StorageName, key: string): void {
  try {
    storageOf(name)?.removeItem(key)
  } catch {
    // What could not be kept need not be removed.
  }
}

export function keysOf(name: StorageName): string[] {
  try {
    return Object.keys(storageOf(name) ?? {})
  } catch {
    return []
  }
}

export function parsed(text: string | null): unknown {
  if (text === null) return null
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
