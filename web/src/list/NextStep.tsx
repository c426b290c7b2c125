import type { Next } from '../bargain/suggestion'
import { formatMoney } from '../domain/money'
import { useWords } from '../words'

/** An amount to offer, or what to do where that is no offer. */
export function NextStep({ next }: { next: Next }) {
  const { bargain } = useWords()
  if (next.kind === 'none') return bargain.none
  if (next.kind === 'decide') return bargain.decide
  const money = formatMoney(next.cents)
  return next.kind === 'accept' ? bargain.acceptThis(money) : money
}
