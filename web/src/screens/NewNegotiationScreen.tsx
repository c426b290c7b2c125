import { Button } from '@mantine/core'
import { ChevronLeft } from 'lucide-react'
import { useEffect, useRef, type SubmitEvent } from 'react'
import { Link } from 'wouter'

import { LIST } from '../app/paths'
import { AppHeader } from '../components/AppHeader'
import { ScreenTitle } from '../components/ScreenTitle'
import { warningsOf } from '../domain/validation'
import { useWords } from '../words'
import { CarFields, MoneyFields, StrategyFields } from './new-negotiation-fields'
import classes from './NewNegotiationScreen.module.css'
import { useNewNegotiation } from './use-new-negotiation'

export function NewNegotiationScreen() {
  const words = useWords()
  const state = useNewNegotiation()
  const { failure, busy, submit } = state
  const formElement = useFocusOnError([state.errors, state.serverErrors])
  const warnings = warningsOf(state.form)

  const onSubmit = (submission: SubmitEvent) => {
    submission.preventDefault()
    void submit()
  }

  return (
    <>
      <AppHeader />
      <main id="content" className={classes.page}>
        <Link href={LIST} className={classes.back}>
          <ChevronLeft size={18} aria-hidden />
          {words.common.back}
        </Link>
        <ScreenTitle className={classes.title}>{words.form.title}</ScreenTitle>
        <p className={classes.lead}>{words.form.lead}</p>
        <form noValidate ref={formElement} onSubmit={onSubmit} className={classes.form}>
          <CarFields state={state} />
          <MoneyFields state={state} />
          {warnings.map((code) => (
            <p key={code} className={classes.warning} role="status">
              {words.form.warnings[code] ?? code}
            </p>
          ))}
          <StrategyFields state={state} />
          {failure && (
            <p className={classes.failure} role="alert">
              {failure.status === 422 ? words.problems.fields : words.problems.of(failure)}
            </p>
          )}
          <Button type="submit" size="lg" loading={busy}>
            {words.form.submit}
          </Button>
        </form>
      </main>
    </>
  )
}

/** After a refused submit, the first marked field gets the focus. */
function useFocusOnError(changes: readonly object[]) {
  const form = useRef<HTMLFormElement>(null)
  const count = changes.reduce((sum, errors) => sum + Object.keys(errors).length, 0)
  const before = useRef(0)
  useEffect(() => {
    if (count > before.current) {
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
    }
    before.current = count
  }, [count])
  return form
}
