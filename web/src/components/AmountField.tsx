import { Button, TextInput, type TextInputProps } from '@mantine/core'

import { readAmount } from '../domain/amount'
import { formatMoney, formatPlain, toDecimal } from '../domain/money'
import { useWords } from '../words'
import classes from './AmountField.module.css'

interface Props extends Omit<TextInputProps, 'onChange' | 'value' | 'error'> {
  value: string
  onChange: (value: string) => void
  /** An amount of the same kind (cents): it makes a lone `18` worth a question. */
  near?: number | undefined
  error?: string | null | undefined
}

/** An amount as people type it, with how it is read; what can be read two ways is asked back. */
export function AmountField({ value, onChange, near, error, description, ...rest }: Props) {
  const { amount } = useWords().common
  const reading = readAmount(value, near)
  const retyped = reading.kind === 'ok' && !/^\$?[\d,]+(\.\d+)?$/.test(value.trim())
  return (
    <div>
      <TextInput
        {...rest}
        value={value}
        onChange={(change) => onChange(change.currentTarget.value)}
        inputMode="decimal"
        autoComplete="off"
        leftSection={<span aria-hidden>$</span>}
        description={retyped ? amount.means(formatMoney(reading.cents)) : description}
        error={reading.kind === 'ambiguous' ? null : error}
        classNames={{ input: 'amount' }}
      />
      {reading.kind === 'ambiguous' && (
        <div className={classes.question} role="group" aria-label={amount.ambiguous}>
          <span>{amount.ambiguous}</span>
          {reading.readings.map((cents) => (
            <Button key={cents} size="compact-md" variant="light" onClick={() => onChange(formatPlain(toDecimal(cents)))}>
              {formatMoney(cents)}
            </Button>
          ))}
        </div>
      )}
    </div>
  )
}
