/** Plain numbers, written as in the language spoken now. */

import { perLocale } from '../language/current'

const plain = perLocale((locale) => new Intl.NumberFormat(locale))
const miles = perLocale((locale) => new Intl.NumberFormat(locale, { style: 'unit', unit: 'mile' }))

export const formatNumber = (number: number) => plain().format(number)

/** `41,200 mi`. */
export const formatMiles = (number: number) => miles().format(number)
