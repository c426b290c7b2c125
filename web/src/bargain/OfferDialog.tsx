import { Button, Modal } from '@mantine/core'
import { Minus, Plus } from 'lucide-react'
import { useState, type KeyboardEvent, type SubmitEvent } from 'react'

import { AmountField } from '../components/AmountField'
import { useReturnFocus } from '../components/use-return-focus'
import { readAmount } from '../domain/amount'
import { formatMoney, formatPlain, toCents, toDecimal } from '../domain/money'
import { nameOf } from '../domain/vehicle'
import { useActions, useNegotiation, useSelected } from '../negotiation/context'
import { offerPending } from '../state/selectors'
import { useWords } from '../words'
import { againstAsking } from './against'
import type { AskedOffer } from './dialogs'
import classes from './Dialog.module.css'
import { canOffer, dealerAsk, excessOf, stepOf, stepped } from './steps'

interface Props {
  asked: AskedOffer
  onClose: () => void
}

/** What an offer means, in numbers, before it is made; raised and lowered in steps. */
export function OfferDialog({ asked, onClose }: Props) {
  const { common, bargain } = useWords()
  useReturnFocus()
  return (
    <Modal
      opened
      centered
      size={480}
      onClose={onClose}
      title={bargain.offerDialog.title}
      closeButtonProps={{ 'aria-label': common.close }}
    >
      <Question asked={asked} onClose={onClose} />
    </Modal>
  )
}

function Question({ asked, onClose }: Props) {
  const { common, bargain } = useWords()
  const { offerDialog: words } = bargain
  const offering = useOffering(asked, onClose)
  const { typed, setTyped, cents, near, shift, byArrows, isPossible, submit } = offering
  const isAbove = offering.excess === 'limit'
  const money = cents === null ? '' : formatMoney(cents)
  return (
    <form className={classes.body} onSubmit={submit}>
      <AmountField
        label={words.amount}
        size="md"
        data-autofocus
        value={typed}
        near={near}
        onChange={setTyped}
        onKeyDown={byArrows}
      />
      <Steps cents={cents ?? asked.cents} onStep={shift} />
      {cents !== null && <Consequence cents={cents} />}
      <p>{words.only}</p>
      <div className={classes.buttons}>
        <Button variant="default" size="md" onClick={onClose}>
          {common.cancel}
        </Button>
        <Button type="submit" size="md" color={isAbove ? 'clay' : 'genie'} disabled={cents === null || !isPossible}>
          {isAbove ? words.confirmAbove(money) : bargain.offerShort(money)}
        </Button>
      </div>
    </form>
  )
}

function Steps({ cents, onStep }: { cents: number; onStep: (direction: 1 | -1) => void }) {
  const { steps } = useWords().bargain
  const step = formatMoney(stepOf(cents))
  return (
    <div className={classes.steps}>
      <Button variant="default" leftSection={<Minus size={16} aria-hidden />} onClick={() => onStep(-1)}>
        {steps.lower(step)}
      </Button>
      <Button variant="default" leftSection={<Plus size={16} aria-hidden />} onClick={() => onStep(1)}>
        {steps.raise(step)}
      </Button>
    </div>
  )
}

function Consequence({ cents }: { cents: number }) {
  const { bargain } = useWords()
  const { offerDialog: words } = bargain
  const negotiation = useNegotiation()
  const excess = excessOf(negotiation, cents)
  const dealer = dealerAsk(negotiation)
  const left = Math.max(0, negotiation.max_rounds - negotiation.round - 1)
  return (
    <>
      {excess !== null && (
        <p className={classes.alarm} role="alert">
          {excess === 'limit' ? words.aboveLimit(formatMoney(cents)) : words.aboveAsk(formatMoney(dealer))}
        </p>
      )}
      <ul className={classes.consequence}>
        <li>
          <strong>{words.does(nameOf(negotiation.vehicle), formatMoney(cents))}</strong>
        </li>
        <li>{againstAsking(toCents(negotiation.asking_price) - cents, bargain.acceptDialog)}</li>
        {cents < dealer && <li>{words.apart(formatMoney(dealer), formatMoney(dealer - cents))}</li>}
        <li>{words.rounds(left)}</li>
      </ul>
    </>
  )
}

function useOffering({ cents: start, confirmed }: AskedOffer, done: () => void) {
  const negotiation = useNegotiation()
  const { offer } = useActions()
  const isPending = useSelected(offerPending)
  const [typed, setTyped] = useState(formatPlain(toDecimal(start)))
  const near = toCents(negotiation.asking_price)
  const reading = readAmount(typed, near)
  const cents = reading.kind === 'ok' ? reading.cents : null
  const isPossible = canOffer(negotiation) && !isPending

  const shift = (direction: 1 | -1) => setTyped(formatPlain(toDecimal(stepped(cents ?? start, direction))))
  const byArrows = (press: KeyboardEvent) => {
    if (press.key !== 'ArrowUp' && press.key !== 'ArrowDown') return
    press.preventDefault()
    shift(press.key === 'ArrowUp' ? 1 : -1)
  }
  const submit = (submission: SubmitEvent) => {
    submission.preventDefault()
    if (cents === null || !isPossible) return
    ;(confirmed ?? offer)(cents)
    done()
  }
  const excess = cents === null ? null : excessOf(negotiation, cents)
  return { typed, setTyped, cents, near, excess, shift, byArrows, isPossible, submit }
}
