import { whenPage } from './page-lifecycle'

const AGAIN_MS = 5_000

/** Every few seconds, and at once when the line is back. Returns what ends it. */
export function askAgain(ask: () => void): () => void {
  const timer = setInterval(ask, AGAIN_MS)
  const endLine = whenPage({ online: ask })
  return () => {
    clearInterval(timer)
    endLine()
  }
}
