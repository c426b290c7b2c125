import { useCallback, useEffect, useMemo, useRef, useState } from 'react'

import { listNegotiations, type ListQuery } from '../api/calls'
import { asApiError, type ApiError } from '../api/errors'
import type { NegotiationObject } from '../contract'
import { isAskedFor, NOTHING, withNegotiation, withPage, type Listing } from '../list/listing'
import { useStayFresh } from '../list/stay-fresh'

interface Loaded extends Listing {
  busy: boolean
  error: ApiError | null
}

export interface Negotiations extends Loaded {
  hasMore: boolean
  loadMore: () => void
  reload: () => void
}

/** Those of the buyer's negotiations that are asked for, newest first, by pages, always fresh. */
export function useNegotiations({ status, search }: ListQuery): Negotiations {
  const query = useMemo(() => ({ ...(status && { status }), ...(search && { search }) }), [status, search])
  const [loaded, setLoaded] = useState<Loaded>({ ...NOTHING, busy: true, error: null })
  const asked = useRef(query)

  const load = useCallback(
    async (cursor: string | null) => {
      const isCurrent = () => asked.current === query
      try {
        const page = await listNegotiations(query, cursor)
        if (!isCurrent()) return
        setLoaded((now) => ({ ...withPage(now, page, cursor === null), busy: false, error: null }))
      } catch (error) {
        if (isCurrent()) setLoaded((now) => ({ ...now, busy: false, error: asApiError(error) }))
      }
    },
    [query],
  )
  const reload = useCallback(() => void load(null), [load])
  const moved = useCallback(
    (negotiation: NegotiationObject) =>
      setLoaded((now) => ({ ...now, ...withNegotiation(now, negotiation, query) })),
    [query],
  )

  useEffect(() => {
    if (asked.current === query) return
    asked.current = query
    // What is known and fits is shown at once; the server's page follows.
    setLoaded((now) => ({ ...now, ...narrowed(now, query), busy: true }))
  }, [query])
  useStayFresh(moved, reload)

  return {
    ...loaded,
    hasMore: loaded.cursor !== null,
    loadMore: () => {
      setLoaded((now) => ({ ...now, busy: true }))
      void load(loaded.cursor)
    },
    reload,
  }
}

function narrowed({ items }: Listing, query: ListQuery): Listing {
  const fitting = items?.filter((item) => isAskedFor(item, query)) ?? []
  return { items: fitting.length > 0 ? fitting : null, cursor: null }
}
