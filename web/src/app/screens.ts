/**
 * Each screen is a file of its own: whoever opens a negotiation need not wait for the others. They
 * are fetched soon after, so that going from one to another works without a line.
 */

import { loadAccountMenu } from '../components/lazy-account-menu'
import { part } from '../parts/part'

const load = {
  /** No screen, but as little needed to begin with. */
  accountMenu: loadAccountMenu,
  compare: () => import('../screens/CompareScreen').then((file) => file.CompareScreen),
  logIn: () => import('../screens/LogInScreen').then((file) => file.LogInScreen),
  negotiation: () => import('../screens/NegotiationScreen').then((file) => file.NegotiationScreen),
  negotiations: () => import('../screens/NegotiationsScreen').then((file) => file.NegotiationsScreen),
  newNegotiation: () => import('../screens/NewNegotiationScreen').then((file) => file.NewNegotiationScreen),
  notFound: () => import('../screens/NotFoundScreen').then((file) => file.NotFoundScreen),
}

export const CompareScreen = part(load.compare)
export const LogInScreen = part(load.logIn)
export const NegotiationScreen = part(load.negotiation)
export const NegotiationsScreen = part(load.negotiations)
export const NewNegotiationScreen = part(load.newNegotiation)
export const NotFoundScreen = part(load.notFound)

const SOON_MS = 3_000

/** Fetch the screens that are not there yet. Returns what stops it. */
export function fetchTheOthers(): () => void {
  const timer = setTimeout(() => {
    // Without a line they are fetched when they are opened.
    for (const fetchScreen of Object.values(load)) void fetchScreen().catch(() => undefined)
  }, SOON_MS)
  return () => clearTimeout(timer)
}
