/** Whether the server is heard, by socket or by poll, and how old what is shown may be. */
export interface Hearing {
  hears: boolean
  /** The time (ms) that the page shows, where it may not be the present. */
  asOf: number | null
  /** All that is shown is what this browser kept; the server was not heard since the page was opened. */
  isKept: boolean
}

export const HEARING: Hearing = { hears: true, asOf: null, isKept: false }

export const restoredAs = (asOf: number): Hearing => ({ hears: true, asOf, isKept: true })

/** The same object where nothing changes: polls tell every few seconds. */
export function heardNow(now: Hearing, hears: boolean, at: number): Hearing {
  if (hears) return now.hears && now.asOf === null ? now : HEARING
  return now.hears ? { ...now, hears, asOf: now.asOf ?? at } : now
}
