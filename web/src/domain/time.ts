import { perLocale } from '../language/current'

const STEPS: readonly [limitSeconds: number, unitSeconds: number, unit: Intl.RelativeTimeFormatUnit][] = [
  [60, 1, 'second'],
  [3_600, 60, 'minute'],
  [86_400, 3_600, 'hour'],
  [7 * 86_400, 86_400, 'day'],
]

const relative = perLocale((locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }))
const day = perLocale((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }))
const hour = perLocale((locale) => new Intl.DateTimeFormat(locale, { timeStyle: 'short' }))
const weekday = perLocale(
  (locale) => new Intl.DateTimeFormat(locale, { weekday: 'long', month: 'long', day: 'numeric' }),
)

/** `5 minutes ago`, `yesterday`, and past a week the date. A clock running behind counts as now. */
export function ago(iso: string, now: number): string {
  const seconds = Math.max(0, Math.round((now - Date.parse(iso)) / 1000))
  if (seconds < 10) return relative().format(0, 'second')
  const step = STEPS.find(([limit]) => seconds < limit)
  return step ? relative().format(-Math.floor(seconds / step[1]), step[2]) : day().format(Date.parse(iso))
}

export const timeOfDay = (iso: string) => hour().format(Date.parse(iso))
export const dayOf = (iso: string) => weekday().format(Date.parse(iso))

/** The time of day, with the day where it is not today. */
export function momentOf(at: number, now = Date.now()): string {
  const isToday = new Date(at).toDateString() === new Date(now).toDateString()
  return isToday ? hour().format(at) : `${hour().format(at)}, ${weekday().format(at)}`
}
