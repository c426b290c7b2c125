import type { ReactNode } from 'react'

import { CopyButton } from '../components/CopyButton'
import { formatMoney, toCents } from '../domain/money'
import { timeOfDay } from '../domain/time'
import { useWords } from '../words'
import classes from './Message.module.css'

interface Props {
  who: 'you' | 'dealer' | 'adviser'
  text: string
  at: string
  /** After the speaker's name, e.g. the channel. */
  aside?: string | null
  price?: string | null
  children?: ReactNode
}

/** What somebody said, as text and never as markup. */
export function Said({ who, text, at, aside, price, children }: Props) {
  const { talk } = useWords()
  const Text = who === 'dealer' ? 'blockquote' : 'p'
  return (
    <article className={classes.said} data-who={who}>
      <header className={classes.head}>
        <strong>{talk[who]}</strong>
        {aside && <span>{aside}</span>}
        <time dateTime={at}>{timeOfDay(at)}</time>
        <span className={classes.copy}>
          <CopyButton text={text} />
        </span>
      </header>
      <Text className={classes.text} dir="auto">{text}</Text>
      {price && (
        <p className={classes.price}>
          {talk.dealerPrice} <strong className="amount">{formatMoney(toCents(price))}</strong>
        </p>
      )}
      {children}
    </article>
  )
}
