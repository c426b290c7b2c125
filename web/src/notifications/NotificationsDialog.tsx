import { Button, Loader, Modal } from '@mantine/core'
import { useEffect, useState } from 'react'

import { ApiError } from '../api/errors'
import { useUserId } from '../auth/context'
import classes from '../bargain/Dialog.module.css'
import { useReturnFocus } from '../components/use-return-focus'
import { useWords } from '../words'
import { pushState, turnOff, turnOn, type PushState } from './push'

/** Says what a notification tells and whom it passes, before the browser asks for permission. */
export function NotificationsDialog({ onClose }: { onClose: () => void }) {
  const words = useWords()
  const { title, what, how } = words.offline.notifications
  useReturnFocus()
  return (
    <Modal
      opened
      centered
      size={480}
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': words.common.close }}
    >
      <div className={classes.body}>
        <p>{what}</p>
        <p>{how}</p>
        <Switching onClose={onClose} />
      </div>
    </Modal>
  )
}

function Switching({ onClose }: { onClose: () => void }) {
  const words = useWords()
  const { notifications } = words.offline
  const { state, busy, problem, change } = useSwitching()
  if (state === null && problem === null) return <Loader aria-label={words.common.loading} />
  return (
    <>
      {state !== null && state !== 'off' && <p role="status"><strong>{notifications.state[state]}</strong></p>}
      {problem !== null && (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
      <div className={classes.buttons}>
        <Button variant="default" size="md" onClick={onClose}>
          {words.common.close}
        </Button>
        {state === 'off' && (
          <Button size="md" loading={busy} onClick={() => change(turnOn)}>
            {notifications.turnOn}
          </Button>
        )}
        {state === 'on' && (
          <Button variant="light" size="md" loading={busy} onClick={() => change(turnOff)}>
            {notifications.turnOff}
          </Button>
        )}
      </div>
    </>
  )
}

function useSwitching() {
  const userId = useUserId()
  const { problems, offline } = useWords()
  const [state, setState] = useState<PushState | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  useEffect(() => {
    pushState(userId).then(setState, setProblem)
  }, [userId])
  const change = (turn: (userId: string) => Promise<PushState>) => {
    setBusy(true)
    setProblem(null)
    turn(userId)
      .then(setState, setProblem)
      .finally(() => setBusy(false))
  }
  const text = problem instanceof ApiError ? problems.of(problem) : offline.notifications.failed
  return { state, busy, change, problem: problem === null ? null : text }
}
