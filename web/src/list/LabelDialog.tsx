import { Button, Modal, TextInput } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'

import { setLabel } from '../api/calls'
import { asApiError } from '../api/errors'
import classes from '../bargain/Dialog.module.css'
import { useReturnFocus } from '../components/use-return-focus'
import type { NegotiationObject } from '../contract'
import { LIMITS } from '../domain/limits'
import { nameOf } from '../domain/vehicle'
import { useWords } from '../words'

interface Props {
  negotiation: NegotiationObject
  onClose: () => void
}

/** The buyer's own word for a negotiation. Every tab gets it as activity. */
export function LabelDialog({ negotiation, onClose }: Props) {
  const { common, list } = useWords()
  const { label, setTyped, busy, problem, save } = useLabelling(negotiation, onClose)
  useReturnFocus()
  return (
    <Modal
      opened
      centered
      size={440}
      onClose={onClose}
      title={list.labelTitle(nameOf(negotiation.vehicle))}
      closeButtonProps={{ 'aria-label': common.close }}
    >
      <form className={classes.body} onSubmit={save}>
        <TextInput
          size="md"
          data-autofocus
          label={list.label}
          description={list.labelHint}
          maxLength={LIMITS.labelCharacters}
          value={label}
          onChange={(change) => setTyped(change.currentTarget.value)}
        />
        {problem !== null && (
          <p className={classes.problem} role="alert">
            {problem}
          </p>
        )}
        <div className={classes.buttons}>
          <Button variant="default" size="md" onClick={onClose}>
            {common.cancel}
          </Button>
          <Button type="submit" size="md" loading={busy}>
            {list.saveLabel}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

function useLabelling(negotiation: NegotiationObject, done: () => void) {
  const { problems } = useWords()
  const [label, setTyped] = useState(negotiation.label ?? '')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const save = async () => {
    setBusy(true)
    setProblem(null)
    try {
      await setLabel(negotiation.id, label.trim() || null)
      done()
    } catch (caught) {
      setProblem(problems.of(asApiError(caught)))
      setBusy(false)
    }
  }
  const submit = (submission: SubmitEvent) => {
    submission.preventDefault()
    void save()
  }
  return { label, setTyped, busy, problem, save: submit }
}
