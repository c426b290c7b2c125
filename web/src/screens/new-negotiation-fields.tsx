import { NativeSelect, TextInput, type TextInputProps } from '@mantine/core'
import { useEffect, useState } from 'react'

import { listStrategies } from '../api/calls'
import { AmountField } from '../components/AmountField'
import { USUAL_PRICE } from '../domain/amount'
import { LIMITS } from '../domain/limits'
import { readMileage } from '../domain/mileage'
import { formatMiles, formatNumber } from '../domain/numbers'
import type { StrategyObject } from '../api/bodies'
import { nearOf, type FieldError, type FieldName } from '../domain/validation'
import { useWords, type Words } from '../words'
import classes from './NewNegotiationScreen.module.css'
import type { FormState } from './use-new-negotiation'

interface Props {
  state: FormState
}

export function CarFields({ state }: Props) {
  const { form, list } = useWords()
  return (
    <fieldset className={classes.group}>
      <legend>{form.car}</legend>
      <div className={classes.grid}>
        <Field state={state} field="year" label={form.year} inputMode="numeric" required className={classes.short} />
        <Field state={state} field="make" label={form.make} required />
        <Field state={state} field="model" label={form.model} required />
        <Field state={state} field="trim" label={optional(form.trim, form)} />
        <Mileage state={state} />
        <Field state={state} field="vin" label={optional(form.vin, form)} autoCapitalize="characters" />
        <Field state={state} field="label" label={optional(list.label, form)} description={list.labelHint} className={classes.wide} />
      </div>
    </fieldset>
  )
}

export function MoneyFields({ state }: Props) {
  const { form } = useWords()
  return (
    <fieldset className={classes.group}>
      <legend>{form.money}</legend>
      <div className={classes.grid}>
        <Amount state={state} field="asking" label={form.asking} description={form.askingHint} required />
        <Amount state={state} field="target" label={form.target} description={form.targetHint} required />
        <Amount
          state={state}
          field="walkAway"
          label={optional(form.walkAway, form)}
          description={form.walkAwayHint}
          className={classes.wide}
        />
      </div>
    </fieldset>
  )
}

export function StrategyFields({ state }: Props) {
  const words = useWords()
  const strategies = useStrategies()
  const { strategy } = state.form
  const known = words.form.strategies
  const chosen = strategies.find((each) => each.name === strategy)
  const names = strategies.length > 0 ? strategies.map((each) => each.name) : [strategy]
  return (
    <details className={classes.more}>
      <summary>{words.form.more}</summary>
      <div className={classes.grid}>
        <NativeSelect
          label={words.form.strategy}
          description={known[strategy]?.description ?? chosen?.description}
          size="md"
          value={strategy}
          data={names.map((name) => ({ value: name, label: known[name]?.label ?? name }))}
          error={errorOf(state, 'strategy', words)}
          onChange={(change) => state.change('strategy', change.currentTarget.value)}
        />
        <Field
          state={state}
          field="maxRounds"
          label={words.form.rounds}
          description={words.form.roundsHint(LIMITS.minRounds, LIMITS.maxRounds)}
          inputMode="numeric"
        />
      </div>
    </details>
  )
}

interface FieldProps extends Omit<TextInputProps, 'value' | 'error' | 'onChange'> {
  state: FormState
  field: FieldName
}

function Field({ state, field, ...rest }: FieldProps) {
  const words = useWords()
  return (
    <TextInput
      {...rest}
      size="md"
      autoComplete="off"
      value={state.form[field]}
      error={errorOf(state, field, words)}
      onChange={(change) => state.change(field, change.currentTarget.value)}
    />
  )
}

/** Miles as people type them, with how they are read. */
function Mileage({ state }: Props) {
  const { form, common } = useWords()
  const typed = state.form.mileage
  const reading = readMileage(typed)
  const isRetyped = reading.kind === 'ok' && !/^[\d,]+$/.test(typed.trim())
  return (
    <Field
      state={state}
      field="mileage"
      label={optional(form.mileage, form)}
      description={isRetyped ? common.amount.means(formatMiles(reading.miles)) : undefined}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      inputMode="numeric"
      rightSection="mi"
    />
  )
}

function Amount({ state, field, className, ...rest }: FieldProps) {
  const words = useWords()
  return (
    <div className={className}>
      <AmountField
        {...rest}
        size="md"
        value={state.form[field]}
        near={field === 'asking' ? USUAL_PRICE : nearOf(state.form)}
        error={errorOf(state, field, words)}
        onChange={(value) => state.change(field, value)}
      />
    </div>
  )
}

function errorOf(state: FormState, field: FieldName, words: Words): string | undefined {
  const code = state.errors[field]
  const refusal = state.serverErrors[field]
  if (code === undefined) return refusal === undefined ? undefined : words.form.refused(refusal)
  return textOf(code, words)
}

function textOf(code: FieldError, { form, common }: Words): string {
  const { year, rounds, mileage, ...plain } = form.errors
  if (code === 'year') return year(LIMITS.firstYear, new Date().getFullYear() + 1)
  if (code === 'mileage') return mileage(formatNumber(LIMITS.maxMileage))
  if (code === 'rounds') return rounds(LIMITS.minRounds, LIMITS.maxRounds)
  return code in plain ? plain[code as keyof typeof plain] : common.amount[code as 'invalid']
}

function optional(label: string, form: Words['form']): string {
  return `${label} (${form.optional})`
}

function useStrategies(): StrategyObject[] {
  const [strategies, setStrategies] = useState<StrategyObject[]>([])
  useEffect(() => {
    // The default is offered anyway, and the server has the last word.
    listStrategies().then(setStrategies, () => undefined)
  }, [])
  return strategies
}
