import { formatMoney } from '../domain/money'
import { useNegotiation, useSelected } from '../negotiation/context'
import { awaitsDealer, latestStep } from '../state/selectors'
import { useWords } from '../words'
import { useHiddenLimits } from './hidden-limits'
import { discreet, suggestionOf, type Suggestion } from './suggestion'

export function useSuggestion(): Suggestion & { why: string } {
  const { reason: words } = useWords().bargain
  const negotiation = useNegotiation()
  const action = useSelected((state) => latestStep(state)?.action ?? null)
  const suggestion = suggestionOf(negotiation, action, useSelected(awaitsDealer))
  const { isHidden } = useHiddenLimits()
  const { reason } = suggestion
  const say: ((amount: string) => string) | null = reason && words[isHidden ? discreet(reason.key) : reason.key]
  const amount = reason?.cents == null ? '' : formatMoney(reason.cents)
  return { ...suggestion, why: say?.(amount) ?? '' }
}
