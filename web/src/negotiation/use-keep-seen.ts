import { useEffect } from 'react'

import { markSeen } from '../api/calls'
import { useLookout } from '../list/context'
import type { NegotiationStore } from '../state/store'
import { keepSeen } from './seeing'

/** What the buyer looks at here is new nowhere else. */
export function useKeepSeen(store: NegotiationStore): void {
  const lookout = useLookout()
  useEffect(() => keepSeen({ store, markSeen, seen: (seen) => lookout.notice(seen) }), [store, lookout])
}
