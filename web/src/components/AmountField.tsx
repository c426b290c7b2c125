import { Button, TextInput, type TextInputProps } from '@mantine/core'

import { readAmount, type AmountReading } from '../domain/amount'
import { formatMoney, formatPlain, toDecimal } from '../domain/money'
import { useWords, type Words } from '../words'
import classes from './AmountField.module.css'
import { useSettled } from './use-settled'

interface Props extends Omit<TextInputProps, 'onChange' | 'value' | 'error'> {
  value: string
  onChange: (value: string) => void
  /** An amount of the same kind (cents): it makes a lone `18` worth a question. */
  near?: number | undefined
  error?: string | null | undefined
}

/**
 * An amount as people type it, with how it is read. What can be read two ways is asked back, and what
 * is no amount is said, both as soon as the typing rests.
 */
export function AmountField({ value, onChange, near, error, description, onBlur, ...rest }: Props) {
  const { amount } = useWords().common
  const [isSettled, settle] = useSettled(value)
  const reading = readAmount(value, near)
  const isTold = isSettled || Boolean(error)
  const isAsked = reading.kind === 'ambiguous' && isTold
  const echo = reading.kind === 'ok' && !isPlain(value) ? amount.means(formatMoney(reading.cents)) : null
  return (
    <div>
      <TextInput
        {...rest}
        value={value}
        onChange={(change) => onChange(change.currentTarget.value)}
        onBlur={(blur) => {
          settle()
          onBlur?.(blur)
        }}
        inputMode="decimal"
        autoComplete="off"
        leftSection={<span aria-hidden>$</span>}
        description={echo ?? description}
        error={isAsked ? Boolean(error) : (error ?? (isTold ? problemOf(reading, amount) : null))}
        classNames={{ input: 'amount' }}
      />
      {isAsked && <Question readings={reading.readings} onChange={onChange} />}
    </div>
  )
}

function Question({ readings, onChange }: { readings: readonly number[]; onChange: (value: string) => void }) {
  const { amount } = useWords().common
  return (
    <div className={classes.question} role="group" aria-label={amount.ambiguous}>
      <span role="status">{amount.ambiguous}</span>
      {readings.map((cents) => (
        <Button key={cents} size="compact-md" variant="light" onClick={() => onChange(formatPlain(toDecimal(cents)))}>
          {formatMoney(cents)}
        </Button>
      ))}
    </div>
  )
}

/** `18000` and `$18,000.50` say what they are. */
function isPlain(value: string): boolean {
  return /^\$?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d{0,2})?$/.test(value.trim())
}

/** Nothing typed is no mistake yet: whether it is needed, the form says. */
function problemOf(reading: AmountReading, words: Words['common']['amount']): string | null {
  return reading.kind === 'ok' || reading.kind === 'empty' ? null : words[reading.kind]
}
