import type { NegotiationObject } from '../contract'
import { formatMoney, toCents } from '../domain/money'
import { useNegotiation } from '../negotiation/context'
import { useWords, type Words } from '../words'
import classes from './Bargain.module.css'

/** How it ended, in one line and one number. */
export function Ended() {
  const { status } = useNegotiation()
  const { title, detail } = useEnding()
  if (status === 'active') return null
  return (
    <section className={classes.ended} data-status={status}>
      <h3>{title}</h3>
      <p>{detail}</p>
    </section>
  )
}

/** The words for an end; of no meaning before it. */
export function useEnding(): { title: string; detail: string } {
  return textOf(useNegotiation(), useWords().bargain.ended)
}

function textOf(negotiation: NegotiationObject, ended: Words['bargain']['ended']) {
  const { status, agreed_price } = negotiation
  if (status === 'agreed' && agreed_price !== null) {
    const agreed = toCents(agreed_price)
    const saved = toCents(negotiation.asking_price) - agreed
    const detail = saved > 0 ? ended.agreedDetail : saved < 0 ? ended.agreedOver : () => ended.agreedAt
    return { title: ended.agreed(formatMoney(agreed)), detail: detail(formatMoney(Math.abs(saved))) }
  }
  if (status === 'expired') return { title: ended.expired, detail: ended.expiredDetail }
  return { title: ended.walked_away, detail: ended.walkedDetail }
}
