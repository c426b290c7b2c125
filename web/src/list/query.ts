/** What the list shows, as the address holds it: `?status=active&search=camry`. */

import type { ListQuery } from '../api/calls'
import type { NegotiationStatus } from '../contract'
import { wordsOf } from './listing'

export const STATUSES: readonly NegotiationStatus[] = ['active', 'agreed', 'walked_away', 'expired']
export const SEARCH_CHARACTERS = 80
const SEARCH_WORDS = 8

export function queryOf(address: string): ListQuery {
  const parameters = new URLSearchParams(address)
  const status = STATUSES.find((each) => each === parameters.get('status'))
  const search = searchOf(parameters.get('search') ?? '')
  return { ...(status && { status }), ...(search !== '' && { search }) }
}

/** What of the typed text the server can look for. */
export function searchOf(typed: string): string {
  // eslint-disable-next-line no-control-regex -- what the server refuses as no text
  const text = typed.replace(/[\u0000-\u001f\u007f]/g, ' ').trim()
  const short = Array.from(text).slice(0, SEARCH_CHARACTERS).join('')
  return wordsOf(short).length === 0 ? '' : short.split(/\s+/).slice(0, SEARCH_WORDS).join(' ').trim()
}

export function addressOf({ status, search }: ListQuery): string {
  const parameters = new URLSearchParams({ ...(status && { status }), ...(search && { search }) })
  const text = parameters.toString()
  return text === '' ? '' : `?${text}`
}
