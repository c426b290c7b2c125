import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'

import { logIn, register } from '../api/calls'
import { asApiError, type ApiError } from '../api/errors'
import { useAuth } from '../auth/context'
import { useWords, type Words } from '../words'
import classes from './LogInScreen.module.css'

const LEAST_PASSWORD = 8

/** Texts are found when they are shown, so that they follow the language. */
type Text = (words: Words) => string

interface Errors {
  email?: Text
  password?: Text
  form?: Text
}

interface Props {
  isNew: boolean
  onSwitch: () => void
}

export function LogInForm({ isNew, onSwitch }: Props) {
  const words = useWords()
  const { entrance } = words
  const { email, password, setEmail, setPassword, errors, busy, submit } = useLogIn(isNew)
  return (
    <form noValidate onSubmit={submit} className={classes.form}>
      <TextInput
        label={entrance.email}
        type="email"
        name="email"
        autoComplete="username"
        size="md"
        value={email}
        error={errors.email?.(words)}
        onChange={(change) => setEmail(change.currentTarget.value)}
      />
      <PasswordInput
        label={entrance.password}
        name="password"
        description={isNew ? entrance.passwordHint : null}
        autoComplete={isNew ? 'new-password' : 'current-password'}
        size="md"
        value={password}
        error={errors.password?.(words)}
        visibilityToggleButtonProps={{ 'aria-label': entrance.showPassword, tabIndex: 0 }}
        onChange={(change) => setPassword(change.currentTarget.value)}
      />
      {errors.form && (
        <p className={classes.error} role="alert">
          {errors.form(words)}
        </p>
      )}
      <Button type="submit" size="md" fullWidth loading={busy}>
        {isNew ? entrance.register : entrance.logIn}
      </Button>
      <Button variant="subtle" fullWidth onClick={onSwitch}>
        {isNew ? entrance.toLogIn : entrance.toRegister}
      </Button>
    </form>
  )
}

function useLogIn(isNew: boolean) {
  const { signedIn } = useAuth()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [errors, setErrors] = useState<Errors>({})
  const [busy, setBusy] = useState(false)

  const enter = async () => {
    setBusy(true)
    try {
      const { user } = await (isNew ? register : logIn)({ email: email.trim(), password })
      await signedIn(user)
    } catch (caught) {
      setErrors(errorsOf(asApiError(caught)))
      setBusy(false)
    }
  }
  const submit = (submission: SubmitEvent) => {
    submission.preventDefault()
    const found = check(email, password, isNew)
    setErrors(found)
    if (Object.keys(found).length === 0) void enter()
  }
  return { email, password, setEmail, setPassword, errors, busy, submit }
}

const required: Text = ({ form }) => form.errors.required

function check(email: string, password: string, isNew: boolean): Errors {
  const errors: Errors = {}
  if (email.trim() === '') errors.email = required
  else if (!/^\S+@\S+\.\S+$/.test(email.trim())) errors.email = ({ entrance }) => entrance.emailInvalid
  if (password === '') errors.password = required
  else if (isNew && Array.from(password).length < LEAST_PASSWORD) {
    errors.password = ({ entrance }) => entrance.passwordShort
  }
  return errors
}

function errorsOf(error: ApiError): Errors {
  if (error.status === 401) return { form: ({ entrance }) => entrance.wrong }
  if (error.status === 409) return { email: ({ entrance }) => entrance.taken }
  const { email, password } = error.fields
  if (email ?? password) return { ...refused('email', email), ...refused('password', password) }
  return { form: ({ problems }) => problems.of(error) }
}

function refused(field: 'email' | 'password', reason: string | undefined): Errors {
  return reason === undefined ? {} : { [field]: ({ form }: Words) => form.refused(reason) }
}
