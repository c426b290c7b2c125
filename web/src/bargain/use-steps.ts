import { useState } from 'react'

import { useNegotiation } from '../negotiation/context'
import { excessOf, stepped, type Excess } from './steps'

export interface StepsFrom {
  suggested: number
  cents: number
  excess: Excess
  shift: (direction: 1 | -1) => void
  reset: () => void
}

/** An amount that starts at the suggested one, and starts anew with the next suggestion. */
export function useSteps(suggested: number): StepsFrom {
  const negotiation = useNegotiation()
  const [chosen, setChosen] = useState({ from: suggested, cents: suggested })
  const cents = chosen.from === suggested ? chosen.cents : suggested
  return {
    suggested,
    cents,
    excess: excessOf(negotiation, cents),
    shift: (direction) => setChosen({ from: suggested, cents: stepped(cents, direction) }),
    reset: () => setChosen({ from: suggested, cents: suggested }),
  }
}
