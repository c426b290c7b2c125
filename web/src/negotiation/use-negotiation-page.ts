import { useCallback, useEffect, useMemo, useRef, useState } from 'react'

import * as calls from '../api/calls'
import type { ApiError } from '../api/errors'
import { useUserId } from '../auth/context'
import { keepUpToDate } from '../kept/keeper'
import { readNegotiation, removeNegotiation } from '../kept/negotiation'
import { useSending } from '../outbox/context'
import { mirrorOutbox } from '../outbox/mirror'
import { useConnection } from '../realtime/ConnectionProvider'
import { Feed, type FeedParts } from '../realtime/feed'
import { createNegotiationStore } from '../state/store'
import { actionsOf } from './actions'
import type { NegotiationContextValue } from './context'
import { HEARING, heardNow, restoredAs, type Hearing } from './hearing'
import { useKeepSeen } from './use-keep-seen'

export type LoadState = { phase: 'loading' } | { phase: 'ready' } | { phase: 'failed'; error: ApiError }

export interface NegotiationPage {
  value: NegotiationContextValue
  load: LoadState
  hearing: Hearing
  reload: () => void
}

export function useNegotiationPage(id: string): NegotiationPage {
  const userId = useUserId()
  const connection = useConnection()
  const sending = useSending()
  const [store] = useState(() => createNegotiationStore(id))
  const [load, setLoad] = useState<LoadState>({ phase: 'loading' })
  const [hearing, setHearing] = useState<Hearing>(HEARING)
  const feed = useRef<Feed | null>(null)

  useEffect(() => {
    const stopMirror = mirrorOutbox(sending.outbox, store)
    const stopKeeping = keepUpToDate(store, userId)
    feed.current = new Feed({ store, calls, connection, ...reports(id, userId, setLoad, setHearing) })
    feed.current.start()
    return () => {
      feed.current?.stop()
      stopKeeping()
      stopMirror()
    }
  }, [id, userId, store, connection, sending])

  useKeepSeen(store)

  // The server is heard again by poll: what waits need not wait for its next try.
  useEffect(() => {
    if (hearing.hears) sending.sender.wake()
  }, [hearing.hears, sending])

  const value = useMemo(() => {
    const loadOlder = async () => {
      await feed.current?.loadOlder()
    }
    return { store, actions: { ...actionsOf(store, sending), loadOlder } }
  }, [store, sending])
  const reload = useCallback(() => void feed.current?.load(), [])
  return { value, load, hearing, reload }
}

type Reports = Pick<FeedParts, 'readKept' | 'loaded' | 'loadFailed' | 'heard'>

function reports(
  id: string,
  userId: string,
  setLoad: (load: LoadState) => void,
  setHearing: (change: (now: Hearing) => Hearing) => void,
): Reports {
  return {
    readKept: () => readNegotiation(userId, id),
    loaded: (keptAt) => {
      if (keptAt !== null) setHearing(() => restoredAs(keptAt))
      setLoad({ phase: 'ready' })
    },
    loadFailed: (error) => {
      if (error.isRefusal) void removeNegotiation(userId, id)
      setLoad({ phase: 'failed', error })
    },
    heard: (hears) => setHearing((now) => heardNow(now, hears, Date.now())),
  }
}
