import { useEffect, useState } from 'react'

export type CopyOutcome = 'copied' | 'notCopied'

const SHOWN_MS = 4_000

/** Copying, with what came of it for a moment. */
export function useCopied() {
  const [outcome, setOutcome] = useState<CopyOutcome | null>(null)
  useEffect(() => {
    if (outcome === null) return
    const timer = setTimeout(() => setOutcome(null), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [outcome])
  const copy = (text: string) => {
    navigator.clipboard.writeText(text).then(
      () => setOutcome('copied'),
      () => setOutcome('notCopied'),
    )
  }
  return { canCopy: canCopy(), outcome, copy }
}

/** Browsers have a clipboard only on pages that came over a secure line. */
function canCopy(): boolean {
  return (navigator as Partial<Navigator>).clipboard !== undefined
}
