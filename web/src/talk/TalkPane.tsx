import type { ReactNode } from 'react'

import { useNegotiation } from '../negotiation/context'
import { useWords } from '../words'
import { Composer } from './Composer'
import { FoundPriceQuestion } from './FoundPriceQuestion'
import { MessageList } from './MessageList'
import classes from './TalkPane.module.css'

/** `bar` stands between the messages and the composer. */
export function TalkPane({ bar }: { bar: ReactNode }) {
  const { talk } = useWords()
  const { id } = useNegotiation()
  return (
    <section className={classes.talk} aria-label={talk.title}>
      <MessageList />
      <FoundPriceQuestion />
      {bar}
      <Composer key={id} />
    </section>
  )
}
