import { Button, TextInput } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'

import { useDialogs } from '../bargain/dialogs'
import { excessOf } from '../bargain/steps'
import { AmountField } from '../components/AmountField'
import { readAmount, type AmountReading } from '../domain/amount'
import { formatMoney, toCents, toDecimal } from '../domain/money'
import { useActions, useNegotiation } from '../negotiation/context'
import { useDraft } from '../negotiation/drafts'
import { useWords, type Words } from '../words'
import classes from './Composer.module.css'

export function OfferBox() {
  const { offer } = useWords().talk
  const { round, max_rounds } = useNegotiation()
  if (round >= max_rounds) return <p className={classes.hint}>{offer.lastRound}</p>
  return <OfferForm />
}

function OfferForm() {
  const words = useWords()
  const { offer } = words.talk
  const { draft, change, near, cents, error, submit } = useOfferForm()
  return (
    <form className={classes.box} onSubmit={submit} noValidate>
      <div className={classes.fields}>
        <AmountField
          size="md"
          label={offer.label}
          value={draft.amount}
          near={near}
          error={error}
          onChange={(amount) => change({ amount })}
        />
        <TextInput
          size="md"
          label={`${offer.note} (${words.form.optional})`}
          placeholder={offer.notePlaceholder}
          maxLength={500}
          attributes={{ input: { dir: 'auto' } }}
          value={draft.content}
          onChange={(typed) => change({ content: typed.currentTarget.value })}
        />
      </div>
      <div className={classes.row}>
        <p className={`${classes.hint ?? ''} ${classes.grow ?? ''}`}>{offer.hint}</p>
        <Button type="submit">{offer.send(cents === null ? null : formatMoney(cents))}</Button>
      </div>
    </form>
  )
}

function useOfferForm() {
  const words = useWords()
  const negotiation = useNegotiation()
  const { id, asking_price } = negotiation
  const { send } = useActions()
  const { ask } = useDialogs()
  const { draft, change, clear } = useDraft(id, 'offer')
  const [tried, setTried] = useState(false)
  const near = toCents(asking_price)
  const reading = readAmount(draft.amount, near)
  const cents = reading.kind === 'ok' ? reading.cents : null

  const submit = (submission: SubmitEvent) => {
    submission.preventDefault()
    setTried(true)
    if (cents === null) return
    const confirmed = (amount: number) => {
      send({ kind: 'offer', content: draft.content.trim(), amount: toDecimal(amount) })
      setTried(false)
      clear()
    }
    if (excessOf(negotiation, cents) === null) confirmed(cents)
    else ask('offer', { cents, confirmed })
  }
  return { draft, change, near, cents, error: tried ? amountError(reading, words) : null, submit }
}

export function amountError(reading: AmountReading, { common }: Words): string | null {
  if (reading.kind === 'ok') return null
  return common.amount[reading.kind === 'empty' ? 'required' : reading.kind]
}
