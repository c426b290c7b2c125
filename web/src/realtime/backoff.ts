/** How long to wait before trying again: exponential from 1 s, with jitter. */

export const MAX_TRIES = 5
const FIRST_MS = 1_000
/** The longest wait of the socket. */
export const LONGEST_MS = 10_000

/** The wait before try `n` (1, 2, …). Jitter keeps many tabs from coming back in one moment. */
export function backoff(n: number, random: () => number = Math.random, longest = LONGEST_MS): number {
  const step = Math.min(longest, FIRST_MS * 2 ** (n - 1))
  return Math.round(Math.min(longest, step * (1 + random() / 4)))
}
