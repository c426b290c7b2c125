import { ActionIcon } from '@mantine/core'
import { SlidersHorizontal } from 'lucide-react'

import { formatMoney } from '../domain/money'
import { useNegotiation } from '../negotiation/context'
import { useWords } from '../words'
import { useDialogs } from './dialogs'
import classes from './NextBar.module.css'
import { MoveButton } from './MoveButton'
import { amountOf } from './suggestion'
import { useSuggestion } from './use-suggestion'

/** On a phone: the suggestion in sight of the talk, one tap from being used. */
export function NextBar() {
  const { bargain } = useWords()
  const { status } = useNegotiation()
  const { ask } = useDialogs()
  const { action, cents, move } = useSuggestion()
  if (status !== 'active' || cents === null) return null
  return (
    <div className={classes.bar}>
      <p>
        <span>
          {bargain.suggested}
          {action && ` · ${bargain.action[action]}`}
        </span>
        <strong className="amount">{formatMoney(amountOf(move) ?? cents)}</strong>
      </p>
      {move.kind === 'offer' && (
        <ActionIcon
          className={classes.other}
          variant="default"
          size={44}
          aria-label={bargain.steps.other}
          onClick={() => ask('offer', { cents: move.cents })}
        >
          <SlidersHorizontal size={20} aria-hidden />
        </ActionIcon>
      )}
      <MoveButton move={move} short />
    </div>
  )
}
