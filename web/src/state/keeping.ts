/** What survives a reload in this tab: what is typed and not sent. No token is ever kept here. */

import { parsed, readItem, removeItem, storageOf, writeItem } from '../storage/browser-storage'

/** Storage full or switched off: the page works on, it only forgets on reload. */
export function keep(key: string, value: unknown): void {
  if (isNothing(value)) removeItem('sessionStorage', key)
  else writeItem('sessionStorage', key, JSON.stringify(value))
}

/** What `keep` was given; its shape is the keeper's business. */
export function kept(key: string): unknown {
  return parsed(readItem('sessionStorage', key))
}

/** On log-out: the next person at this tab finds nothing of what was typed in it. */
export function forgetAll(): void {
  storageOf('sessionStorage')?.clear()
}

export const draftKey = (negotiationId: string, mode: string) => `draft:${negotiationId}:${mode}`

function isNothing(value: unknown): boolean {
  return value === null || value === ''
}
