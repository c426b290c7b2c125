import { useCallback, useEffect, useRef, useState, type RefObject } from 'react'

import { asApiError, type ApiError } from '../api/errors'
import { useActions, useSelected } from '../negotiation/context'
import { hasOlder } from '../state/selectors'

/** So far (px) ahead of the reader older messages are fetched. */
const AHEAD_PX = 800

export interface Older {
  hasMore: boolean
  isLoading: boolean
  error: ApiError | null
  load: () => void
}

/** Older pages, fetched when the reader comes near the top; after a failure only when asked. */
export function useOlder(scroller: RefObject<HTMLElement | null>): Older {
  const { loadOlder } = useActions()
  const hasMore = useSelected(hasOlder)
  const firstSeq = useSelected((state) => state.firstSeq)
  const loading = useRef(false)
  const [isLoading, setIsLoading] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)

  const load = useCallback(() => {
    if (loading.current) return
    loading.current = true
    setIsLoading(true)
    setError(null)
    loadOlder()
      .catch((caught: unknown) => setError(asApiError(caught)))
      .finally(() => {
        loading.current = false
        setIsLoading(false)
      })
  }, [loadOlder])

  const isWanted = hasMore && error === null
  useEffect(() => {
    const box = scroller.current
    if (box === null || !isWanted) return
    const look = () => {
      if (box.scrollTop < AHEAD_PX) load()
    }
    // A page of older events may hold no message, and leave the reader where more is wanted.
    if (!isLoading) look()
    box.addEventListener('scroll', look, { passive: true })
    return () => box.removeEventListener('scroll', look)
  }, [scroller, isWanted, isLoading, firstSeq, load])

  return { hasMore, isLoading, error, load }
}
