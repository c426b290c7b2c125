/** The dialogs that bind the buyer: fetched soon after the page, and there before they are asked for. */

import { lazy } from 'react'

const loadAccept = () => import('./AcceptDialog')
const loadWalkAway = () => import('./WalkAwayDialog')
const loadOffer = () => import('./OfferDialog')
const loadDraft = () => import('../drafting/DraftDialog')
const loadShortcuts = () => import('../shortcuts/ShortcutsDialog')

export const AcceptDialog = lazy(() => loadAccept().then((file) => ({ default: file.AcceptDialog })))
export const WalkAwayDialog = lazy(() => loadWalkAway().then((file) => ({ default: file.WalkAwayDialog })))
export const OfferDialog = lazy(() => loadOffer().then((file) => ({ default: file.OfferDialog })))
export const DraftDialog = lazy(() => loadDraft().then((file) => ({ default: file.DraftDialog })))
export const ShortcutsDialog = lazy(() => loadShortcuts().then((file) => ({ default: file.ShortcutsDialog })))

const SOON_MS = 1_000

/** Returns what stops it. */
export function fetchDialogs(): () => void {
  const timer = setTimeout(() => {
    for (const load of [loadAccept, loadWalkAway, loadOffer, loadDraft, loadShortcuts]) void load().catch(() => undefined)
  }, SOON_MS)
  return () => clearTimeout(timer)
}
