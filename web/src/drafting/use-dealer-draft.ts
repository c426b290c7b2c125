import { useEffect, useState } from 'react'

import type { DraftAnswer, DraftBody } from '../api/bodies'
import { asApiError, type ApiError } from '../api/errors'
import { useActions } from '../negotiation/context'

interface Answered {
  wish: DraftBody
  draft: DraftAnswer | null
  error: ApiError | null
}

/** The words that are wished for; while others come, those before them stay. */
export function useDealerDraft(wish: DraftBody) {
  const { draft: ask } = useActions()
  const [answered, setAnswered] = useState<Answered | null>(null)
  useEffect(() => {
    let isGone = false
    const answer = (draft: DraftAnswer | null, error: ApiError | null) => {
      if (!isGone) setAnswered((before) => ({ wish, draft: draft ?? before?.draft ?? null, error }))
    }
    ask(wish).then(
      (draft) => answer(draft, null),
      (caught: unknown) => answer(null, asApiError(caught)),
    )
    return () => {
      isGone = true
    }
  }, [ask, wish])
  return { draft: answered?.draft ?? null, error: answered?.error ?? null, isComing: answered?.wish !== wish }
}
