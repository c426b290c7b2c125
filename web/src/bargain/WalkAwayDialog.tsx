import { Button, Modal } from '@mantine/core'
import { useState } from 'react'

import { asApiError } from '../api/errors'
import { useReturnFocus } from '../components/use-return-focus'
import { formatMoney, toCents } from '../domain/money'
import { nameOf } from '../domain/vehicle'
import { useActions, useNegotiation } from '../negotiation/context'
import { useWords } from '../words'
import { Problem } from './AcceptDialog'
import classes from './Dialog.module.css'

export function WalkAwayDialog({ onClose }: { onClose: () => void }) {
  const words = useWords()
  useReturnFocus()
  return (
    <Modal
      opened
      centered
      size={480}
      onClose={onClose}
      title={words.bargain.walkAwayDialog.title}
      closeButtonProps={{ 'aria-label': words.common.close }}
    >
      <Question onClose={onClose} />
    </Modal>
  )
}

function Question({ onClose }: { onClose: () => void }) {
  const words = useWords()
  const { walkAwayDialog: dialog } = words.bargain
  const { vehicle } = useNegotiation()
  const { busy, problem, leave } = useLeaving(onClose)
  return (
    <div className={classes.body}>
      <ul className={classes.consequence}>
        <li>
          <strong>{dialog.does(nameOf(vehicle))}</strong>
        </li>
        <li>
          <Gap />
        </li>
      </ul>
      <p>{dialog.ends}</p>
      <Problem text={problem} />
      <div className={classes.buttons}>
        <Button variant="default" size="md" data-autofocus onClick={onClose}>
          {words.common.cancel}
        </Button>
        <Button color="clay" size="md" loading={busy} onClick={() => void leave()}>
          {dialog.confirm}
        </Button>
      </div>
    </div>
  )
}

function useLeaving(done: () => void) {
  const { problems } = useWords()
  const { walkAway } = useActions()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const leave = async () => {
    setBusy(true)
    setProblem(null)
    try {
      await walkAway()
      done()
    } catch (caught) {
      setProblem(problems.of(asApiError(caught)))
      setBusy(false)
    }
  }
  return { busy, problem, leave }
}

function Gap() {
  const { walkAwayDialog: dialog } = useWords().bargain
  const { asking_price, latest_dealer_price, latest_buyer_offer } = useNegotiation()
  const dealer = toCents(latest_dealer_price ?? asking_price)
  if (latest_buyer_offer === null) return dialog.noOffer(formatMoney(dealer))
  const yours = toCents(latest_buyer_offer)
  return dialog.gap(formatMoney(dealer), formatMoney(yours), formatMoney(Math.abs(dealer - yours)))
}
