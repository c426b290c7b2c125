import { UnstyledButton } from '@mantine/core'
import { Columns2, Tag } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'

import { comparePath, negotiationPath } from '../app/paths'
import { nextOf } from '../bargain/suggestion'
import { StatusBadge } from '../components/StatusBadge'
import type { NegotiationObject } from '../contract'
import { formatMoney, toCents } from '../domain/money'
import { ago } from '../domain/time'
import { detailsOf, nameOf } from '../domain/vehicle'
import { useIsUnseen } from '../list/context'
import { NextStep } from '../list/NextStep'
import type { Chosen } from '../list/use-chosen'
import { useWords } from '../words'
import classes from './NegotiationCard.module.css'
import { useMinute } from './use-minute'

interface Props {
  negotiation: NegotiationObject
  chosen: Chosen
  /** This one and the others of the same car, to be seen side by side. */
  beside: readonly string[]
  onLabel: (negotiation: NegotiationObject) => void
}

export function NegotiationCard({ negotiation, chosen, beside, onLabel }: Props) {
  const { list } = useWords()
  const isUnseen = useIsUnseen(negotiation.id)
  const { vehicle, status, label } = negotiation
  return (
    <article className={classes.card} data-unseen={isUnseen || undefined}>
      <div className={classes.head}>
        <h2 className={classes.name}>
          <Link href={negotiationPath(negotiation.id)} className={classes.link}>
            {nameOf(vehicle)}
            {isUnseen && <span className="visually-hidden">, {list.unseen}</span>}
          </Link>
        </h2>
        {isUnseen && (
          <span className={classes.unseen} aria-hidden>
            {list.unseen}
          </span>
        )}
        <StatusBadge status={status} />
      </div>
      <p className={classes.details}>
        {label !== null && <strong className={classes.label}>{label}</strong>}
        {detailsOf(vehicle)}
      </p>
      <Figures negotiation={negotiation} />
      <Foot negotiation={negotiation} />
      <Tools negotiation={negotiation} chosen={chosen} beside={beside} onLabel={onLabel} />
    </article>
  )
}

/** What can be done with a card beside opening it. */
function Tools({ negotiation, chosen, beside, onLabel }: Props) {
  const { list } = useWords()
  const { id, vehicle, label } = negotiation
  const which = <span className="visually-hidden"> {list.thisOne(nameOf(vehicle), label)}</span>
  return (
    <div className={classes.tools}>
      <label className={classes.choose}>
        <input
          type="checkbox"
          checked={chosen.has(id)}
          disabled={chosen.isFull && !chosen.has(id)}
          onChange={() => chosen.toggle(id)}
        />
        {list.compare}
        {which}
      </label>
      <UnstyledButton className={classes.tool} onClick={() => onLabel(negotiation)}>
        <Tag size={16} aria-hidden />
        {label === null ? list.addLabel : list.changeLabel}
        {which}
      </UnstyledButton>
      {beside.length > 1 && (
        <Link href={comparePath(beside)} className={classes.tool}>
          <Columns2 size={16} aria-hidden />
          {list.sameCar(beside.length)}
          {which}
        </Link>
      )}
    </div>
  )
}

function Figures({ negotiation }: { negotiation: NegotiationObject }) {
  const { list } = useWords()
  const isActive = negotiation.status === 'active'
  return (
    <dl className={classes.figures}>
      <Figure label={list.asking}>{moneyOf(negotiation.asking_price)}</Figure>
      <Figure label={list.latest}>{moneyOf(negotiation.latest_dealer_price)}</Figure>
      {negotiation.agreed_price !== null && (
        <Figure label={list.agreed} strong>
          {moneyOf(negotiation.agreed_price)}
        </Figure>
      )}
      {isActive && (
        <Figure label={list.suggested} strong>
          <NextStep next={nextOf(negotiation)} />
        </Figure>
      )}
    </dl>
  )
}

function Foot({ negotiation }: { negotiation: NegotiationObject }) {
  const { list } = useWords()
  const now = useMinute()
  const { status, round, max_rounds, updated_at } = negotiation
  return (
    <p className={classes.foot}>
      {status === 'active' && <span>{list.roundOf(round, max_rounds)}</span>}
      <time dateTime={updated_at}>{list.updated(ago(updated_at, now))}</time>
    </p>
  )
}

function moneyOf(amount: string | null): string {
  return amount === null ? '–' : formatMoney(toCents(amount))
}

function Figure({ label, strong, children }: { label: string; strong?: true; children: ReactNode }) {
  return (
    <div className={strong ? classes.strong : undefined}>
      <dt>{label}</dt>
      <dd className="amount">{children}</dd>
    </div>
  )
}
