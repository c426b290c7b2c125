import { useLocalStorage, useMediaQuery } from '@mantine/hooks'
import { useCallback, useMemo } from 'react'

import { toCents, toCentsOrNull } from '../domain/money'
import { amountNamed, adviceOf } from '../domain/message-data'
import { useMessages, useNegotiation } from '../negotiation/context'
import { blanked } from './blanking'

export interface HiddenLimits {
  isHidden: boolean
  setHidden: (isHidden: boolean) => void
}

const WIDE = '(min-width: 62em)'

/** Whether the buyer's target is out of sight, for eyes over their shoulder. On phones it is. */
export function useHiddenLimits(): HiddenLimits {
  const isWide = useMediaQuery(WIDE, true, { getInitialValueInEffect: false })
  const [chosen, setHidden] = useLocalStorage<boolean | null>({
    key: 'adg.hide-limits',
    defaultValue: null,
    getInitialValueInEffect: false,
  })
  return { isHidden: chosen ?? !isWide, setHidden }
}

/** Blanks target and limit in a text while they are hidden, and what would give them away. */
export function useBlanked(): (text: string) => string {
  const { isHidden } = useHiddenLimits()
  const limits = useLimits()
  const known = useKnownAmounts()
  return useCallback((text) => (isHidden ? blanked(text, limits, known) : text), [isHidden, limits, known])
}

function useLimits(): readonly number[] {
  const { target_price, walk_away_price } = useNegotiation()
  return useMemo(
    () => [target_price, walk_away_price].flatMap((price) => (price === null ? [] : [toCents(price)])),
    [target_price, walk_away_price],
  )
}

/** What a dealer sees or knows: every price asked, offered, or suggested so far. */
function useKnownAmounts(): readonly number[] {
  const { asking_price, suggested_price, latest_dealer_price, latest_buyer_offer } = useNegotiation()
  const messages = useMessages()
  return useMemo(() => {
    const latest = [asking_price, suggested_price, latest_dealer_price, latest_buyer_offer].map(toCentsOrNull)
    const named = messages.map(
      (message) => amountNamed(message)?.cents ?? toCentsOrNull(adviceOf(message)?.suggested_price ?? null),
    )
    return [...new Set([...latest, ...named].filter((cents) => cents !== null))]
  }, [asking_price, suggested_price, latest_dealer_price, latest_buyer_offer, messages])
}
