import { UnstyledButton } from '@mantine/core'

import { discountBasisPoints, formatBasisPoints, formatMoney, toCents, toDecimal } from '../domain/money'
import { useNegotiation } from '../negotiation/context'
import { useWords } from '../words'
import classes from './Bargain.module.css'

interface FiguresProps {
  isTargetHidden: boolean
  isLimitShown: boolean
  onShowLimit: (isShown: boolean) => void
}

export function Figures({ isTargetHidden, isLimitShown, onShowLimit }: FiguresProps) {
  const { bargain } = useWords()
  const negotiation = useNegotiation()
  const asking = toCents(negotiation.asking_price)
  return (
    <dl className={classes.figures}>
      <Figure label={bargain.asking} amount={negotiation.asking_price} />
      <Figure label={bargain.dealerNow} amount={negotiation.latest_dealer_price} party="dealer" asking={asking} />
      <Saved />
      <Figure label={bargain.yourOffer} amount={negotiation.latest_buyer_offer} party="buyer" asking={asking} />
      <Figure label={bargain.target} amount={negotiation.target_price} isHidden={isTargetHidden} />
      <Limit amount={negotiation.walk_away_price} isShown={isLimitShown} onShow={onShowLimit} />
    </dl>
  )
}

/** How far the dealer has come down, or what the agreed price saves: known to both sides. */
function Saved() {
  const { bargain } = useWords()
  const { asking_price, latest_dealer_price, agreed_price } = useNegotiation()
  const price = agreed_price ?? latest_dealer_price
  if (price === null) return null
  const saved = Math.max(0, toCents(asking_price) - toCents(price))
  return <Figure label={bargain.saved} amount={toDecimal(saved)} />
}

interface FigureProps {
  label: string
  amount: string | null
  party?: 'buyer' | 'dealer'
  /** With it, how far below the asking price the amount is. */
  asking?: number
  isHidden?: boolean
}

function Figure({ label, amount, party, asking, isHidden }: FigureProps) {
  const { bargain } = useWords()
  const cents = amount === null ? null : toCents(amount)
  const discount = cents === null || asking === undefined ? null : discountBasisPoints(asking, cents)
  return (
    <div>
      <dt>{label}</dt>
      <dd className="amount" data-party={party}>
        {isHidden ? bargain.hidden : cents === null ? bargain.none : formatMoney(cents)}
        {discount !== null && discount > 0 && (
          <span className={classes.discount}>{bargain.discount(formatBasisPoints(discount))}</span>
        )}
      </dd>
    </div>
  )
}

interface LimitProps {
  amount: string | null
  isShown: boolean
  onShow: (isShown: boolean) => void
}

/** Hidden until asked for: a dealer may be looking over the buyer's shoulder. */
function Limit({ amount, isShown, onShow }: LimitProps) {
  const { bargain } = useWords()
  return (
    <div>
      <dt>{bargain.limit}</dt>
      <dd className="amount">
        {amount === null ? bargain.notSet : isShown ? formatMoney(toCents(amount)) : bargain.hidden}
        {amount !== null && (
          <UnstyledButton className={classes.reveal} aria-pressed={isShown} onClick={() => onShow(!isShown)}>
            {isShown ? bargain.hide : bargain.show}
            <span className="visually-hidden"> {bargain.limit}</span>
          </UnstyledButton>
        )}
      </dd>
    </div>
  )
}
