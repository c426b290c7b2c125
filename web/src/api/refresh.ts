/**
 * Renewing the log-in: once at a time in this tab, and once across tabs where the browser has
 * locks. Two refreshes at once would be harmless to the server, but the slower one's answer could
 * bring the older cookies.
 */

import { accessCsrf, refreshCsrf } from './cookies'
import { readItem, writeItem } from '../storage/browser-storage'
import { noAnswer, readProblem, type ApiError } from './errors'

export type Renewal = { ok: true } | { ok: false; error: ApiError }

const LOCK = 'adg-refresh'
const RENEWED_AT = 'adg.renewed-at'
/** An access token lives 15 minutes; renewing at 12 keeps the socket from being closed. */
export const RENEW_AFTER_MS = 12 * 60_000

let running: Promise<Renewal> | null = null

/** Renew the log-in unless another tab did since `staleCsrf` was in use. */
export function renewLogin(staleCsrf: string | null): Promise<Renewal> {
  running ??= exclusively(() => renewUnlessDone(staleCsrf)).finally(() => {
    running = null
  })
  return running
}

/** When (ms) this browser last got new tokens; shared by its tabs. */
export function renewedAt(): number {
  return Number(readItem('localStorage', RENEWED_AT) ?? 0)
}

export function noteRenewed(at = Date.now()): void {
  writeItem('localStorage', RENEWED_AT, String(at))
}

function exclusively(task: () => Promise<Renewal>): Promise<Renewal> {
  // Browsers offer locks to secure pages only; elsewhere one refresh a tab is good enough.
  const locks = (navigator as { locks?: LockManager }).locks
  return locks ? locks.request(LOCK, task) : task()
}

async function renewUnlessDone(staleCsrf: string | null): Promise<Renewal> {
  const current = accessCsrf()
  if (current !== null && staleCsrf !== null && current !== staleCsrf) return { ok: true }
  try {
    const response = await fetch('/api/v1/auth/refresh', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'X-CSRF-TOKEN': refreshCsrf() ?? '' },
      signal: AbortSignal.timeout(15_000),
    })
    if (!response.ok) return { ok: false, error: await readProblem(response) }
    noteRenewed()
    return { ok: true }
  } catch {
    return { ok: false, error: noAnswer() }
  }
}
