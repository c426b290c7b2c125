/**
 * One tab of a browser at a time. What is done in a turn must stand being done twice: a tab that
 * sleeps in its turn is not waited for, and without the browser's locks (pages that are not
 * secure) two tabs may take the same moment for theirs.
 */

import { newId } from '../domain/ids'
import { parsed, readItem, removeItem, writeItem } from '../storage/browser-storage'

const PATIENCE_MS = 20_000
const LOOK_MS = 250

export type TabLock = (task: () => Promise<void>) => Promise<void>

export function tabLockOf(name: string): TabLock {
  const locks = (navigator as { locks?: LockManager }).locks
  return locks ? byLock(locks, name) : byLease(name)
}

function byLock(locks: LockManager, name: string): TabLock {
  return async (task) => {
    const turn = { hasBegun: false }
    const begin = () => {
      turn.hasBegun = true
      return task()
    }
    try {
      await locks.request(name, { signal: AbortSignal.timeout(PATIENCE_MS) }, begin)
    } catch {
      if (!turn.hasBegun) await task()
    }
  }
}

interface Lease {
  holder: string
  until: number
}

function byLease(name: string): TabLock {
  const key = `adg.turn.${name}`
  const holder = newId()
  return async (task) => {
    const latest = Date.now() + PATIENCE_MS
    while (isTaken(key, holder) && Date.now() < latest) await pause()
    const lease: Lease = { holder, until: Date.now() + PATIENCE_MS }
    writeItem('localStorage', key, JSON.stringify(lease))
    try {
      await task()
    } finally {
      if (!isTaken(key, holder)) removeItem('localStorage', key)
    }
  }
}

function isTaken(key: string, holder: string): boolean {
  const lease = parsed(readItem('localStorage', key)) as Partial<Lease> | null
  return lease !== null && lease.holder !== holder && Number(lease.until) > Date.now()
}

function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, LOOK_MS)
  })
}
