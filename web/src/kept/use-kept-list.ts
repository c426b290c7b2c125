import { useEffect, useState } from 'react'

import { useUserId } from '../auth/context'
import { isLoggedIn } from '../auth/owner'
import type { NegotiationObject } from '../contract'
import { keepList, keptList } from './account'
import type { Kept } from './database'

/** The list as it was when it was last loaded here, for as long as `items` has not come; keeps those. */
export function useKeptList(items: readonly NegotiationObject[] | null): Kept<NegotiationObject[]> | null {
  const userId = useUserId()
  const [kept, setKept] = useState<Kept<NegotiationObject[]> | null>(null)
  useEffect(() => {
    void keptList(userId).then(setKept)
  }, [userId])
  useEffect(() => {
    if (items !== null && isLoggedIn(userId)) void keepList(userId, items)
  }, [userId, items])
  return items === null ? kept : null
}
