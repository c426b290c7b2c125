import { useCallback, useMemo, useState } from 'react'

import { getNegotiation } from '../api/calls'
import { asApiError, type ApiError } from '../api/errors'
import type { NegotiationObject } from '../contract'
import { useStayFresh } from '../list/stay-fresh'

type Known = Readonly<Record<string, NegotiationObject | 'missing'>>

export interface Compared {
  /** In the order of the ids; those that are not the buyer's are left out. Null before all came. */
  items: readonly NegotiationObject[] | null
  error: ApiError | null
  reload: () => void
}

/** A few negotiations, always fresh. */
export function useCompared(ids: readonly string[]): Compared {
  const key = ids.join()
  const [known, setKnown] = useState<Known>({})
  const [error, setError] = useState<ApiError | null>(null)

  const put = useCallback((negotiation: NegotiationObject) => {
    setKnown((now) => {
      const before = now[negotiation.id]
      const isOld = typeof before === 'object' && before.last_seq >= negotiation.last_seq
      return isOld ? now : { ...now, [negotiation.id]: negotiation }
    })
  }, [])
  const load = useCallback(async () => {
    try {
      await Promise.all(
        key.split(',').filter(Boolean).map(async (id) => {
          const found = await findNegotiation(id)
          if (found) put(found)
          else setKnown((now) => ({ ...now, [id]: 'missing' }))
        }),
      )
      setError(null)
    } catch (caught) {
      setError(asApiError(caught))
    }
  }, [key, put])
  const reload = useCallback(() => void load(), [load])
  useStayFresh(put, reload)

  const items = useMemo(() => {
    const found = key.split(',').filter(Boolean).map((id) => known[id])
    if (found.includes(undefined)) return null
    return found.filter((each): each is NegotiationObject => typeof each === 'object')
  }, [key, known])
  return { items, error, reload }
}

/** Null for one that is not there, or not the buyer's. */
async function findNegotiation(id: string): Promise<NegotiationObject | null> {
  try {
    return (await getNegotiation(id)).negotiation
  } catch (caught) {
    const { status } = asApiError(caught)
    if (status === 403 || status === 404) return null
    throw caught
  }
}
