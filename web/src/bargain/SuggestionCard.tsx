import { formatMoney } from '../domain/money'
import { useNegotiation } from '../negotiation/context'
import { useWords } from '../words'
import classes from './Bargain.module.css'
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
      {cents === null ? (
        <p>{bargain.nothing}</p>
      ) : (
        <p className={`amount ${classes.suggested ?? ''}`}>{move.kind === 'accept' ? formatMoney(move.cents) : blank(formatMoney(cents))}</p>
      )}
      {why && <p>{why}</p>}
      {isLastRound(negotiation) && <p>{bargain.lastRound}</p>}
      {move.kind === 'offer' ? <SteppedOffer move={move} /> : <MoveButton move={move} fullWidth size="md" />}
    </section>
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
