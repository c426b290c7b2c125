import { Button } from '@mantine/core'
import { useState } from 'react'

import { logInAsDemo } from '../api/calls'
import { asApiError, type ApiError } from '../api/errors'
import { useAuth } from '../auth/context'
import { useWords } from '../words'
import classes from './LogInScreen.module.css'

export function DemoEntrance() {
  const words = useWords()
  const { signedIn } = useAuth()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)

  const enter = async () => {
    setBusy(true)
    setError(null)
    try {
      await signedIn((await logInAsDemo()).user)
    } catch (caught) {
      setError(asApiError(caught))
      setBusy(false)
    }
  }

  return (
    <div className={classes.demo}>
      <p className={classes.or}>{words.entrance.or}</p>
      <Button fullWidth size="md" variant="default" loading={busy} onClick={() => void enter()}>
        {words.entrance.demo}
      </Button>
      <p className={classes.hint}>{words.entrance.demoHint}</p>
      {error && (
        <p className={classes.error} role="alert">
          {words.problems.of(error)}
        </p>
      )}
    </div>
  )
}
