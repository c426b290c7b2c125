import { useState } from 'react'

import { asApiError } from '../api/errors'
import { readAmount } from '../domain/amount'
import { formatPlain, toCents } from '../domain/money'
import { useActions, useNegotiation } from '../negotiation/context'
import { useWords } from '../words'

export interface Accepting {
  typed: string
  setTyped: (typed: string) => void
  /** Null while what is typed cannot be read in one way. */
  cents: number | null
  busy: boolean
  problem: string | null
  /** The server said that the price is above the buyer's limit: that takes a second yes. */
  isAboveLimit: boolean
  accept: (confirm: boolean) => void
  back: () => void
}

export function useAccepting(done: () => void): Accepting {
  const words = useWords()
  const { accept } = useActions()
  const { latest_dealer_price, asking_price } = useNegotiation()
  const [typed, setTyped] = useState(latest_dealer_price === null ? '' : formatPlain(latest_dealer_price))
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [isAboveLimit, setIsAboveLimit] = useState(false)
  const reading = readAmount(typed, toCents(asking_price))
  const cents = reading.kind === 'ok' ? reading.cents : null

  const run = async (amount: number, confirm: boolean) => {
    setBusy(true)
    setProblem(null)
    try {
      await accept(amount, confirm)
      done()
    } catch (caught) {
      const error = asApiError(caught)
      if (error.code === 'above_walk_away') setIsAboveLimit(true)
      else setProblem(words.problems.of(error))
      setBusy(false)
    }
  }

  return {
    typed,
    setTyped,
    cents,
    busy,
    problem,
    isAboveLimit,
    accept: (confirm) => {
      if (cents !== null && !busy) void run(cents, confirm)
    },
    back: () => setIsAboveLimit(false),
  }
}
