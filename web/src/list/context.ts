import { createContext, use, useSyncExternalStore } from 'react'

import type { Lookout } from './lookout'
import { countUnseen, isUnseen } from './news'

export const LookoutContext = createContext<Lookout | null>(null)

export function useLookout(): Lookout {
  const lookout = use(LookoutContext)
  if (lookout === null) throw new Error('LookoutProvider is missing')
  return lookout
}

export function useIsUnseen(id: string): boolean {
  const lookout = useLookout()
  return useSyncExternalStore(lookout.subscribe, () => isUnseen(lookout.getNews(), id))
}

/** How many negotiations hold something unseen, one of them apart. */
export function useUnseenCount(except: string): number {
  const lookout = useLookout()
  return useSyncExternalStore(lookout.subscribe, () => countUnseen(lookout.getNews(), except))
}
