import { Button } from '@mantine/core'
import { PenLine } from 'lucide-react'

import { useDialogs } from '../bargain/dialogs'
import { useBlanked } from '../bargain/hidden-limits'
import { canOffer } from '../bargain/steps'
import type { AdviceData } from '../contract'
import { formatMoney, toCents } from '../domain/money'
import { useNegotiation } from '../negotiation/context'
import { useWords } from '../words'

/**
 * What can be done with an advice. Its price is used by way of the question that says what an offer
 * does; a draft words the suggestion that stands now, so only the newest advice has one.
 */
export function AdviceMoves({ data, isLatest }: { data: AdviceData; isLatest: boolean }) {
  const { talk } = useWords()
  const { ask } = useDialogs()
  const blank = useBlanked()
  const negotiation = useNegotiation()
  if (negotiation.status !== 'active') return null
  const cents = toCents(data.suggested_price)
  const money = formatMoney(cents)
  const isStep = !['answer', 'accept', 'walk_away'].includes(data.action)
  // A price that is hidden, being the target, is no chip to show around.
  const hasChip = isStep && canOffer(negotiation) && blank(money) === money
  if (!hasChip && !isLatest) return null
  return (
    <>
      {hasChip && (
        <Button size="compact-md" variant="light" onClick={() => ask('offer', { cents })}>
          {talk.use(money)}
        </Button>
      )}
      {isLatest && (
        <Button
          size="compact-md"
          variant="default"
          leftSection={<PenLine size={14} aria-hidden />}
          onClick={() => ask('draft')}
        >
          {talk.draft.open}
        </Button>
      )}
    </>
  )
}
