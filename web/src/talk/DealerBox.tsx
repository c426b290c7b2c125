import { Button, NativeSelect } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'

import { AmountField } from '../components/AmountField'
import { GrowingTextarea } from '../components/GrowingTextarea'
import { LIMITS } from '../domain/limits'
import { amountsIn, readAmount } from '../domain/amount'
import { formatMoney, formatPlain, toCents, toDecimal } from '../domain/money'
import { useActions, useNegotiation } from '../negotiation/context'
import { useDraft } from '../negotiation/drafts'
import type { Draft } from '../outbox/outgoing-message'
import { useWords } from '../words'
import classes from './Composer.module.css'
import { Length } from './Length'
import { amountError } from './OfferBox'
import { lengthOf } from './typing'

/** What the dealer said, pasted in; a price alone is a dealer's offer. */
export function DealerBox() {
  const { dealerBox } = useWords().talk
  const box = useDealerBox()
  const { draft, change } = box
  const length = lengthOf(draft.content.trim())
  return (
    <form className={classes.box} onSubmit={box.submit} noValidate>
      <GrowingTextarea
        label={dealerBox.label}
        placeholder={dealerBox.placeholder}
        minRows={2}
        size="md"
        maxRows={6}
        value={draft.content}
        onChange={(typed) => change({ content: typed.currentTarget.value })}
        aria-describedby="dealer-length"
      />
      <Length id="dealer-length" used={length} most={LIMITS.dealerMessageCharacters} />
      <PriceQuestion box={box} />
      <Details box={box} />
    </form>
  )
}

function Details({ box }: { box: DealerBoxState }) {
  const words = useWords()
  const { dealerBox } = words.talk
  const { draft, change, near, cents, error } = box
  const isPriceAlone = draft.content.trim() === '' && cents !== null
  return (
    <div className={classes.fields}>
      <AmountField
        size="md"
        label={`${dealerBox.price} (${words.form.optional})`}
        value={draft.amount}
        near={near}
        error={error}
        onChange={(amount) => change({ amount })}
      />
      <NativeSelect
        size="md"
        label={dealerBox.channel}
        value={draft.channel}
        data={Object.entries(dealerBox.channels).map(([value, label]) => ({ value, label }))}
        onChange={(chosen) => change({ channel: chosen.currentTarget.value })}
      />
      <Button type="submit" className={classes.end}>
        {isPriceAlone ? dealerBox.sendPrice(formatMoney(cents)) : dealerBox.send}
      </Button>
    </div>
  )
}

type DealerBoxState = ReturnType<typeof useDealerBox>

function useDealerBox() {
  const words = useWords()
  const { id, asking_price } = useNegotiation()
  const { send } = useActions()
  const { draft, change, clear } = useDraft(id, 'dealer')
  const [tried, setTried] = useState(false)
  const near = toCents(asking_price)
  const reading = readAmount(draft.amount, near)
  const content = draft.content.trim()
  const cents = reading.kind === 'ok' ? reading.cents : null
  const isAmountNeeded = content === '' || reading.kind !== 'empty'

  const submit = (submission: SubmitEvent) => {
    submission.preventDefault()
    setTried(true)
    const message = draftOf(content, cents, draft.channel)
    const isReadable = reading.kind === 'ok' || reading.kind === 'empty'
    if (!isReadable || message === null || lengthOf(content) > LIMITS.dealerMessageCharacters) return
    send(message)
    setTried(false)
    clear()
  }
  const error = tried && isAmountNeeded ? amountError(reading, words) : null
  return { draft, change, near, cents, error, submit }
}

/** Asks, never assumes: a price that is named in the text may be the doc fee. */
function PriceQuestion({ box }: { box: DealerBoxState }) {
  const { dealerBox } = useWords().talk
  const { draft, change } = box
  if (draft.amount !== '') return null
  const amounts = amountsIn(draft.content).slice(-3)
  if (amounts.length === 0) return null
  return (
    <div className={classes.questions}>
      {amounts.map((cents) => (
        <Button
          key={cents}
          size="compact-md"
          variant="light"
          color="clay"
          onClick={() => change({ amount: formatPlain(toDecimal(cents)) })}
        >
          {dealerBox.isPrice(formatMoney(cents))}
        </Button>
      ))}
    </div>
  )
}

function draftOf(content: string, cents: number | null, channel: string): Draft | null {
  const amount = cents === null ? {} : { amount: toDecimal(cents) }
  if (content === '') return cents === null ? null : { kind: 'offer', content, party: 'dealer', ...amount }
  return {
    kind: 'dealer_message',
    content,
    party: 'dealer',
    ...amount,
    ...(channel === '' ? {} : { channel }),
  }
}
