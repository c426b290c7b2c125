/** The form for a new negotiation: the contract's rules, before the server has to say them. */

import { LIMITS } from './limits'
import type { NewNegotiationBody } from '../api/bodies'
import { readAmount, type AmountReading } from './amount'
import { toDecimal } from './money'

export interface NegotiationForm {
  year: string
  make: string
  model: string
  trim: string
  mileage: string
  vin: string
  asking: string
  target: string
  walkAway: string
  strategy: string
  maxRounds: string
  label: string
}

export type FieldName = keyof NegotiationForm
export type FieldError =
  | 'required'
  | 'year'
  | 'mileage'
  | 'vin'
  | 'tooLong'
  | 'walkAwayBelowTarget'
  | 'rounds'
  | Exclude<AmountReading['kind'], 'ok' | 'empty'>

export type FieldErrors = Partial<Record<FieldName, FieldError>>

export const EMPTY_FORM: NegotiationForm = {
  year: '',
  make: '',
  model: '',
  trim: '',
  mileage: '',
  vin: '',
  asking: '',
  target: '',
  walkAway: '',
  strategy: 'discount_tiers',
  maxRounds: String(LIMITS.defaultRounds),
  label: '',
}

/** Where the server's 422 names a field of the body. */
export const FIELD_OF_PATH: Readonly<Record<string, FieldName>> = {
  'vehicle.year': 'year',
  'vehicle.make': 'make',
  'vehicle.model': 'model',
  'vehicle.trim': 'trim',
  'vehicle.mileage': 'mileage',
  'vehicle.vin': 'vin',
  asking_price: 'asking',
  target_price: 'target',
  walk_away_price: 'walkAway',
  strategy: 'strategy',
  max_rounds: 'maxRounds',
  label: 'label',
}

const NAME_CHARACTERS = 60
/** Cars from before 1981 have shorter ones. */
const VIN = /^[A-Z0-9]{5,17}$/i

export function check(form: NegotiationForm, thisYear: number): FieldErrors {
  const errors: FieldErrors = {
    ...checkCar(form, thisYear),
    ...amountError('asking', form.asking, true),
    ...amountError('target', form.target, true, askingOf(form)),
    ...amountError('walkAway', form.walkAway, false, askingOf(form)),
  }
  if (!isWhole(form.maxRounds, LIMITS.minRounds, LIMITS.maxRounds)) errors.maxRounds = 'rounds'
  if (Array.from(form.label.trim()).length > LIMITS.labelCharacters) errors.label = 'tooLong'
  const target = centsOf(form.target, askingOf(form))
  const walkAway = centsOf(form.walkAway, askingOf(form))
  if (target !== null && walkAway !== null && walkAway < target) errors.walkAway = 'walkAwayBelowTarget'
  return errors
}

/** Allowed, but it looks like a slip; the server says the same in `warnings`. */
export function warningsOf(form: NegotiationForm): string[] {
  const asking = centsOf(form.asking)
  const target = centsOf(form.target, askingOf(form))
  return asking !== null && target !== null && target > asking ? ['target_above_asking'] : []
}

/** The body of a form without errors. */
export function bodyOf(form: NegotiationForm, clientId: string): NewNegotiationBody {
  const near = askingOf(form)
  const walkAway = centsOf(form.walkAway, near)
  const trim = form.trim.trim()
  const vin = form.vin.trim().toUpperCase()
  return {
    vehicle: {
      year: Number(form.year),
      make: form.make.trim(),
      model: form.model.trim(),
      ...(trim === '' ? {} : { trim }),
      ...(form.mileage.trim() === '' ? {} : { mileage: wholeOf(form.mileage) }),
      ...(vin === '' ? {} : { vin }),
    },
    asking_price: toDecimal(centsOf(form.asking) ?? 0),
    target_price: toDecimal(centsOf(form.target, near) ?? 0),
    ...(walkAway === null ? {} : { walk_away_price: toDecimal(walkAway) }),
    strategy: form.strategy,
    max_rounds: Number(form.maxRounds),
    ...(form.label.trim() === '' ? {} : { label: form.label.trim() }),
    client_id: clientId,
  }
}

/** The asking price as far as it can be read: it makes a lone `18` for the target suspicious. */
export function askingOf(form: NegotiationForm): number | undefined {
  return centsOf(form.asking) ?? undefined
}

function checkCar(form: NegotiationForm, thisYear: number): FieldErrors {
  const errors: FieldErrors = {}
  if (form.year.trim() === '') errors.year = 'required'
  else if (!isWhole(form.year, LIMITS.firstYear, thisYear + 1)) errors.year = 'year'
  for (const field of ['make', 'model'] as const) if (form[field].trim() === '') errors[field] = 'required'
  for (const field of ['make', 'model', 'trim'] as const) {
    if (Array.from(form[field].trim()).length > NAME_CHARACTERS) errors[field] = 'tooLong'
  }
  if (form.mileage.trim() !== '' && !isWhole(form.mileage.replaceAll(',', ''), 0, LIMITS.maxMileage)) {
    errors.mileage = 'mileage'
  }
  if (form.vin.trim() !== '' && !VIN.test(form.vin.trim())) errors.vin = 'vin'
  return errors
}

function amountError(field: FieldName, typed: string, needed: boolean, near?: number): FieldErrors {
  const { kind } = readAmount(typed, near)
  if (kind === 'ok') return {}
  if (kind === 'empty') return needed ? { [field]: 'required' } : {}
  return { [field]: kind }
}

function centsOf(typed: string, near?: number): number | null {
  const reading = readAmount(typed, near)
  return reading.kind === 'ok' ? reading.cents : null
}

function wholeOf(typed: string): number {
  return Number(typed.trim().replaceAll(',', ''))
}

function isWhole(typed: string, least: number, most: number): boolean {
  const text = typed.trim()
  return /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most
}
