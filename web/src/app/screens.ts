/**
 * Each screen is a file of its own: whoever opens a negotiation need not wait for the others. They
 * are fetched soon after, so that going from one to another works without a line.
 */

import { lazy } from 'react'

import { loadAccountMenu } from '../components/lazy-account-menu'

const load = {
  /** No screen, but as little needed to begin with. */
  accountMenu: loadAccountMenu,
  compare: () => import('../screens/CompareScreen'),
  logIn: () => import('../screens/LogInScreen'),
  negotiation: () => import('../screens/NegotiationScreen'),
  negotiations: () => import('../screens/NegotiationsScreen'),
  newNegotiation: () => import('../screens/NewNegotiationScreen'),
  notFound: () => import('../screens/NotFoundScreen'),
}

export const CompareScreen = lazy(() => load.compare().then((file) => ({ default: file.CompareScreen })))
export const LogInScreen = lazy(() => load.logIn().then((file) => ({ default: file.LogInScreen })))
export const NegotiationScreen = lazy(() =>
  load.negotiation().then((file) => ({ default: file.NegotiationScreen })),
)
export const NegotiationsScreen = lazy(() =>
  load.negotiations().then((file) => ({ default: file.NegotiationsScreen })),
)
export const NewNegotiationScreen = lazy(() =>
  load.newNegotiation().then((file) => ({ default: file.NewNegotiationScreen })),
)
export const NotFoundScreen = lazy(() => load.notFound().then((file) => ({ default: file.NotFoundScreen })))

const SOON_MS = 3_000

/** Fetch the screens that are not there yet. Returns what stops it. */
export function fetchTheOthers(): () => void {
  const timer = setTimeout(() => {
    // Without a line they are fetched when they are opened.
    for (const fetchScreen of Object.values(load)) void fetchScreen().catch(() => undefined)
  }, SOON_MS)
  return () => clearTimeout(timer)
}
