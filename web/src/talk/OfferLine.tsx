import type { ReactNode } from 'react'

import type { Party } from '../contract'
import { discountBasisPoints, formatBasisPoints, formatMoney, toCents } from '../domain/money'
import { timeOfDay } from '../domain/time'
import { useNegotiation } from '../negotiation/context'
import { useWords } from '../words'
import classes from './Message.module.css'

interface Props {
  party: Party
  amount: string
  note: string | null
  at: string
  children?: ReactNode
}

export function OfferLine({ party, amount, note, at, children }: Props) {
  const { talk, bargain } = useWords()
  const { asking_price } = useNegotiation()
  const cents = toCents(amount)
  const discount = discountBasisPoints(toCents(asking_price), cents)
  return (
    <article className={classes.said} data-who={party === 'buyer' ? 'you' : 'dealer'} data-offer>
      <header className={classes.head}>
        <strong>{party === 'buyer' ? talk.youOffered : talk.dealerOffered}</strong>
        <time dateTime={at}>{timeOfDay(at)}</time>
      </header>
      <p className={classes.offer}>
        <strong className="amount">{formatMoney(cents)}</strong>
        {discount !== null && discount > 0 && <span>{bargain.discount(formatBasisPoints(discount))}</span>}
      </p>
      {note && <p className={classes.text} dir="auto">{note}</p>}
      {children}
    </article>
  )
}
