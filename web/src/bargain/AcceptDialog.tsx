import { Button, Modal } from '@mantine/core'

import { AmountField } from '../components/AmountField'
import { useReturnFocus } from '../components/use-return-focus'
import { formatMoney, toCents } from '../domain/money'
import { nameOf } from '../domain/vehicle'
import { useNegotiation } from '../negotiation/context'
import { useWords, type Words } from '../words'
import { againstAsking } from './against'
import classes from './Dialog.module.css'
import { useHiddenLimits } from './hidden-limits'
import { useAccepting, type Accepting } from './use-accepting'

/** What accepting means, in numbers, before it happens. */
export function AcceptDialog({ onClose }: { onClose: () => void }) {
  const { common, bargain } = useWords()
  const accepting = useAccepting(onClose)
  useReturnFocus()
  const isAbove = accepting.isAboveLimit
  return (
    <Modal
      opened
      centered
      size={480}
      onClose={onClose}
      title={isAbove ? bargain.acceptDialog.aboveTitle : bargain.acceptDialog.title}
      closeButtonProps={{ 'aria-label': common.close }}
    >
      {isAbove ? <AboveLimit accepting={accepting} /> : <Question accepting={accepting} onClose={onClose} />}
    </Modal>
  )
}

function Question({ accepting, onClose }: { accepting: Accepting; onClose: () => void }) {
  const { common, bargain } = useWords()
  const negotiation = useNegotiation()
  const { acceptDialog: words } = bargain
  const { typed, setTyped, cents, busy, problem, accept } = accepting
  return (
    <form
      className={classes.body}
      onSubmit={(submission) => {
        submission.preventDefault()
        accept(false)
      }}
    >
      <AmountField
        label={words.amount}
        description={negotiation.latest_dealer_price === null ? words.noOffer : null}
        size="md"
        data-autofocus
        value={typed}
        near={toCents(negotiation.asking_price)}
        onChange={setTyped}
      />
      {cents !== null && <Consequence cents={cents} />}
      <p>{words.ends}</p>
      <Problem text={problem} />
      <div className={classes.buttons}>
        <Button variant="default" size="md" onClick={onClose}>
          {common.cancel}
        </Button>
        <Button type="submit" size="md" disabled={cents === null} loading={busy}>
          {words.confirm(cents === null ? '' : formatMoney(cents))}
        </Button>
      </div>
    </form>
  )
}

function AboveLimit({ accepting }: { accepting: Accepting }) {
  const { acceptDialog: words } = useWords().bargain
  const { cents, busy, problem, accept, back } = accepting
  const money = formatMoney(cents ?? 0)
  return (
    <div className={classes.body}>
      <p className={classes.alarm}>{words.above(money)}</p>
      <Problem text={problem} />
      <div className={classes.buttons}>
        <Button variant="default" size="md" data-autofocus onClick={back}>
          {words.back}
        </Button>
        <Button color="clay" size="md" loading={busy} onClick={() => accept(true)}>
          {words.aboveConfirm(money)}
        </Button>
      </div>
    </div>
  )
}

function Consequence({ cents }: { cents: number }) {
  const { acceptDialog: words } = useWords().bargain
  const negotiation = useNegotiation()
  const { isHidden } = useHiddenLimits()
  return (
    <ul className={classes.consequence}>
      <li>
        <strong>{words.does(nameOf(negotiation.vehicle), formatMoney(cents))}</strong>
      </li>
      <li>{againstAsking(toCents(negotiation.asking_price) - cents, words)}</li>
      {!isHidden && <li>{againstTarget(cents - toCents(negotiation.target_price), words)}</li>}
    </ul>
  )
}

type AcceptWords = Words['bargain']['acceptDialog']

function againstTarget(over: number, words: AcceptWords): string {
  if (over === 0) return words.atTarget
  return (over > 0 ? words.overTarget : words.underTarget)(formatMoney(Math.abs(over)))
}

export function Problem({ text }: { text: string | null }) {
  return text === null ? null : (
    <p className={classes.problem} role="alert">
      {text}
    </p>
  )
}
