import { Button } from '@mantine/core'

import type { FigureObject } from '../api/bodies'
import { formatMoney, toCents } from '../domain/money'
import { useWords, type Words } from '../words'
import classes from './FoundPriceQuestion.module.css'
import { useFoundPrice, type FoundPrice } from './use-found-price'

/**
 * The price in the dealer's words, to be recorded with one click and not without it. It stands by the
 * composer: under the words themselves a long answer would push it out of sight.
 */
export function FoundPriceQuestion() {
  const { found: words } = useWords().talk
  const found = useFoundPrice()
  if (found === null) return null
  const { offer, record, dismiss } = found
  const money = formatMoney(toCents(offer.amount))
  return (
    <div className={classes.question} role="status" data-found-price>
      <p>
        <strong>{statement(offer, words)}</strong>{' '}
        {coverage(offer.all_in, words)}
      </p>
      <Fees found={found} />
      <div className={classes.buttons}>
        <Button size="compact-md" color="clay" onClick={record}>
          {words.record(money)}
        </Button>
        <Button size="compact-md" variant="subtle" color="gray" onClick={dismiss}>
          {words.dismiss}
        </Button>
      </div>
    </div>
  )
}

function Fees({ found: { fees } }: { found: FoundPrice }) {
  const { found: words } = useWords().talk
  if (fees.length === 0) return null
  const named = fees.map(({ name, amount }) =>
    amount === null || amount.startsWith('-') ? name : `${name} ${formatMoney(toCents(amount))}`,
  )
  return <p>{words.fees(named.join(', '))}</p>
}

function statement({ amount, step }: FigureObject, words: Words['talk']['found']): string {
  const money = formatMoney(toCents(amount))
  if (step === null) return words.asks(money)
  const say = step.startsWith('-') ? words.less : words.more
  return say(formatMoney(toCents(step.replace('-', ''))), money)
}

function coverage(allIn: boolean | null, words: Words['talk']['found']): string {
  if (allIn === null) return words.unclear
  return allIn ? words.allIn : words.notAllIn
}
