import { Button } from '@mantine/core'

import { formatMoney } from '../domain/money'
import { useNegotiation } from '../negotiation/context'
import { useWords } from '../words'
import classes from './Bargain.module.css'
import { useDialogs } from './dialogs'
import { useBlanked } from './hidden-limits'
import { MoveButton } from './MoveButton'
import { OfferSteps } from './OfferSteps'
import { isLastRound, type Move } from './suggestion'
import { useSteps } from './use-steps'
import { useSuggestion } from './use-suggestion'

export function SuggestionCard() {
  const { bargain } = useWords()
  const negotiation = useNegotiation()
  const blank = useBlanked()
  const { action, cents, move, why } = useSuggestion()
  if (negotiation.status !== 'active') return null
  return (
    <section className={classes.suggestion} aria-label={bargain.suggested}>
      <h3>
        {bargain.suggested}
        {action && <span className={classes.action}>{bargain.action[action]}</span>}
      </h3>
      {cents !== null && (
        <p className={`amount ${classes.suggested ?? ''}`}>{move.kind === 'accept' ? formatMoney(move.cents) : blank(formatMoney(cents))}</p>
      )}
      {cents === null && !isLastRound(negotiation) && <p>{bargain.nothing}</p>}
      {isLastRound(negotiation) && <p>{bargain.lastRound}</p>}
      {why && <p>{why}</p>}
      {move.kind === 'offer' ? <SteppedOffer move={move} /> : <MoveButton move={move} fullWidth size="md" />}
      {move.kind === 'hear' && <Raise cents={move.cents} />}
    </section>
  )
}

/** Beside waiting for the dealer: the second number, which is asked about first. */
function Raise({ cents }: { cents: number }) {
  const { bargain } = useWords()
  const blank = useBlanked()
  const { ask } = useDialogs()
  return (
    <Button variant="subtle" size="sm" onClick={() => ask('offer', { cents })}>
      {bargain.ifRefused(blank(formatMoney(cents)))}
    </Button>
  )
}

function SteppedOffer({ move }: { move: Extract<Move, { kind: 'offer' }> }) {
  const steps = useSteps(move.cents)
  return (
    <>
      <MoveButton move={{ kind: 'offer', cents: steps.cents }} fullWidth size="md" />
      <OfferSteps steps={steps} />
    </>
  )
}
