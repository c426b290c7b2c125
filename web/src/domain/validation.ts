/** The form for a new negotiation: the contract's rules, before the server has to say them. */

import { LIMITS } from './limits'
import type { NewNegotiationBody } from '../api/bodies'
import { readAmount, USUAL_PRICE, type AmountReading } from './amount'
import { readMileage } from './mileage'
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
  | 'kilometres'
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
    ...amountError('asking', form.asking, true, USUAL_PRICE),
    ...amountError('target', form.target, true, nearOf(form)),
    ...amountError('walkAway', form.walkAway, false, nearOf(form)),
  }
  if (!isWhole(form.maxRounds, LIMITS.minRounds, LIMITS.maxRounds)) errors.maxRounds = 'rounds'
  if (Array.from(form.label.trim()).length > LIMITS.labelCharacters) errors.label = 'tooLong'
  const target = centsOf(form.target, nearOf(form))
  const walkAway = centsOf(form.walkAway, nearOf(form))
  if (target !== null && walkAway !== null && walkAway < target) errors.walkAway = 'walkAwayBelowTarget'
  return errors
}

/** Allowed, but it looks like a slip; the server says the same in `warnings`. */
export function warningsOf(form: NegotiationForm): string[] {
  const asking = askingOf(form)
  const target = centsOf(form.target, nearOf(form))
  return asking !== null && target !== null && target > asking ? ['target_above_asking'] : []
}

/** The body of a form without errors. */
export function bodyOf(form: NegotiationForm, clientId: string): NewNegotiationBody {
  const near = nearOf(form)
  const walkAway = centsOf(form.walkAway, near)
  const mileage = readMileage(form.mileage)
  const trim = form.trim.trim()
  const vin = form.vin.trim().toUpperCase()
  return {
    vehicle: {
      year: Number(form.year),
      make: form.make.trim(),
      model: form.model.trim(),
      ...(trim === '' ? {} : { trim }),
      ...(mileage.kind === 'ok' ? { mileage: mileage.miles } : {}),
      ...(vin === '' ? {} : { vin }),
    },
    asking_price: toDecimal(askingOf(form) ?? 0),
    target_price: toDecimal(centsOf(form.target, near) ?? 0),
    ...(walkAway === null ? {} : { walk_away_price: toDecimal(walkAway) }),
    strategy: form.strategy,
    max_rounds: Number(form.maxRounds),
    ...(form.label.trim() === '' ? {} : { label: form.label.trim() }),
    client_id: clientId,
  }
}

/** What the buyer's own amounts are near: the asking price as far as it can be read. */
export function nearOf(form: NegotiationForm): number {
  return askingOf(form) ?? USUAL_PRICE
}

function askingOf(form: NegotiationForm): number | null {
  return centsOf(form.asking, USUAL_PRICE)
}

function checkCar(form: NegotiationForm, thisYear: number): FieldErrors {
  const errors: FieldErrors = {}
  if (form.year.trim() === '') errors.year = 'required'
  else if (!isWhole(form.year, LIMITS.firstYear, thisYear + 1)) errors.year = 'year'
  for (const field of ['make', 'model'] as const) if (form[field].trim() === '') errors[field] = 'required'
  for (const field of ['make', 'model', 'trim'] as const) {
    if (Array.from(form[field].trim()).length > NAME_CHARACTERS) errors[field] = 'tooLong'
  }
  const { kind: mileage } = readMileage(form.mileage)
  if (mileage === 'invalid') errors.mileage = 'mileage'
  if (mileage === 'kilometres') errors.mileage = 'kilometres'
  if (form.vin.trim() !== '' && !VIN.test(form.vin.trim())) errors.vin = 'vin'
  return errors
}

function amountError(field: FieldName, typed: string, needed: boolean, near: number): FieldErrors {
  const { kind } = readAmount(typed, near)
  if (kind === 'ok') return {}
  if (kind === 'empty') return needed ? { [field]: 'required' } : {}
  return { [field]: kind }
}

function centsOf(typed: string, near: number): number | null {
  const reading = readAmount(typed, near)
  return reading.kind === 'ok' ? reading.cents : null
}

function isWhole(typed: string, least: number, most: number): boolean {
  const text = typed.trim()
  return /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most
}
