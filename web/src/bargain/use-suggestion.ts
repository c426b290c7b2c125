import { formatMoney } from '../domain/money'
import { useNegotiation, useSelected } from '../negotiation/context'
import { latestStep } from '../state/selectors'
import { useWords } from '../words'
import { suggestionOf, type Suggestion } from './suggestion'

export function useSuggestion(): Suggestion & { why: string } {
  const { reason: words } = useWords().bargain
  const negotiation = useNegotiation()
  const action = useSelected((state) => latestStep(state)?.action ?? null)
  const suggestion = suggestionOf(negotiation, action)
  const { reason } = suggestion
  const say: ((amount: string) => string) | null = reason && words[reason.key]
  const amount = reason?.cents == null ? '' : formatMoney(reason.cents)
  return { ...suggestion, why: say?.(amount) ?? '' }
}
