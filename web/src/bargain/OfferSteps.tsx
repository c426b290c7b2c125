import { Button } from '@mantine/core'
import { Minus, Plus } from 'lucide-react'

import { formatMoney } from '../domain/money'
import { useWords } from '../words'
import classes from './OfferSteps.module.css'
import { stepOf } from './steps'
import type { StepsFrom } from './use-steps'

/** The suggested offer, raised or lowered; beyond the suggestion it says by how much. */
export function OfferSteps({ steps }: { steps: StepsFrom }) {
  const { bargain } = useWords()
  const { cents, suggested, shift, reset, excess } = steps
  const step = formatMoney(stepOf(cents))
  const away = cents - suggested
  return (
    <div className={classes.steps}>
      <Button variant="default" leftSection={<Minus size={16} aria-hidden />} onClick={() => shift(-1)}>
        {bargain.steps.lower(step)}
      </Button>
      <Button variant="default" leftSection={<Plus size={16} aria-hidden />} onClick={() => shift(1)}>
        {bargain.steps.raise(step)}
      </Button>
      <p className={away === 0 ? 'visually-hidden' : classes.away} role="status">
        {away !== 0 && (away > 0 ? bargain.steps.above : bargain.steps.below)(formatMoney(Math.abs(away)), formatMoney(cents))}
        {excess !== null && ` ${bargain.steps.excess[excess]}`}
      </p>
      {away !== 0 && (
        <Button variant="subtle" size="compact-md" onClick={reset}>
          {bargain.steps.reset(formatMoney(suggested))}
        </Button>
      )}
    </div>
  )
}
