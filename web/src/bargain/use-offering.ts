import { useActions, useNegotiation } from '../negotiation/context'
import { useDialogs } from './dialogs'
import { excessOf } from './steps'

/** Offers an amount; one above the buyer's limit, or above what the dealer asks, is asked about first. */
export function useOffering(): (cents: number) => void {
  const { offer } = useActions()
  const { ask } = useDialogs()
  const negotiation = useNegotiation()
  return (cents) => {
    if (excessOf(negotiation, cents) === null) offer(cents)
    else ask('offer', { cents })
  }
}
