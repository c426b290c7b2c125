import { ActionIcon, Button } from '@mantine/core'
import { SlidersHorizontal } from 'lucide-react'
import type { ReactNode } from 'react'

import { formatMoney, toCents } from '../domain/money'
import { useNegotiation } from '../negotiation/context'
import { useWords } from '../words'
import { useDialogs } from './dialogs'
import { useEnding } from './Ended'
import { useBlanked } from './hidden-limits'
import { MoveButton } from './MoveButton'
import classes from './NextBar.module.css'
import { dealerAsk } from './steps'
import { amountOf, isLastRound } from './suggestion'
import { useSuggestion } from './use-suggestion'

/** On a phone: where the bargain stands in sight of the talk, and the next move one tap away. */
export function NextBar() {
  const { bargain } = useWords()
  const { status } = useNegotiation()
  return (
    <section className={classes.bar} data-status={status} aria-label={bargain.bar.title}>
      {status === 'active' ? (
        <>
          <Glance />
          <NextMove />
        </>
      ) : (
        <Outcome />
      )}
    </section>
  )
}

/** Three numbers. Before the dealer has named a price the asking price is what they ask. */
function Glance() {
  const { bargain } = useWords()
  const blank = useBlanked()
  const negotiation = useNegotiation()
  const { action, cents, move } = useSuggestion()
  const { latest_buyer_offer } = negotiation
  const suggested = amountOf(move) ?? cents
  const isDecision = suggested === null && isLastRound(negotiation)
  return (
    <dl className={classes.glance}>
      <Figure label={bargain.bar.asks} party="dealer">
        {formatMoney(dealerAsk(negotiation))}
      </Figure>
      <Figure label={bargain.bar.offered} party="buyer">
        {latest_buyer_offer === null ? bargain.none : formatMoney(toCents(latest_buyer_offer))}
      </Figure>
      <Figure label={[bargain.bar.next, action && bargain.action[action]].filter(Boolean).join(' · ')} party="adviser">
        {isDecision ? bargain.none : suggested === null ? '…' : move.kind === 'accept' ? formatMoney(suggested) : blank(formatMoney(suggested))}
      </Figure>
    </dl>
  )
}

function Figure({ label, party, children }: { label: string; party: string; children: ReactNode }) {
  return (
    <div data-party={party}>
      <dt>{label}</dt>
      <dd className="amount">{children}</dd>
    </div>
  )
}

function NextMove() {
  const { bargain } = useWords()
  const negotiation = useNegotiation()
  const { ask } = useDialogs()
  const { cents, move } = useSuggestion()
  if (move.kind === 'none') {
    return (
      <div className={classes.next}>
        <p>{isLastRound(negotiation) ? bargain.lastRound : cents === null && bargain.nothing}</p>
        {isLastRound(negotiation) && <Button onClick={() => ask('accept')}>{bargain.accept}</Button>}
      </div>
    )
  }
  return (
    <div className={classes.next}>
      {(move.kind === 'offer' || move.kind === 'hear') && (
        <ActionIcon
          variant="default"
          size={44}
          aria-label={bargain.steps.other}
          onClick={() => ask('offer', { cents: move.cents })}
        >
          <SlidersHorizontal size={20} aria-hidden />
        </ActionIcon>
      )}
      <MoveButton className={classes.move} move={move} short />
    </div>
  )
}

function Outcome() {
  const { title, detail } = useEnding()
  return (
    <p className={classes.outcome}>
      <strong>{title}.</strong> {detail}
    </p>
  )
}
