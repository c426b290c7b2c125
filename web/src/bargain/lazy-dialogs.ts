/** The dialogs that bind the buyer: fetched soon after the page, and there before they are asked for. */

import { part } from '../parts/part'

const loadAccept = () => import('./AcceptDialog').then((file) => file.AcceptDialog)
const loadWalkAway = () => import('./WalkAwayDialog').then((file) => file.WalkAwayDialog)
const loadOffer = () => import('./OfferDialog').then((file) => file.OfferDialog)
const loadDraft = () => import('../drafting/DraftDialog').then((file) => file.DraftDialog)
const loadShortcuts = () => import('../shortcuts/ShortcutsDialog').then((file) => file.ShortcutsDialog)

export const AcceptDialog = part(loadAccept)
export const WalkAwayDialog = part(loadWalkAway)
export const OfferDialog = part(loadOffer)
export const DraftDialog = part(loadDraft)
export const ShortcutsDialog = part(loadShortcuts)

const SOON_MS = 1_000

/** Returns what stops it. */
export function fetchDialogs(): () => void {
  const timer = setTimeout(() => {
    for (const load of [loadAccept, loadWalkAway, loadOffer, loadDraft, loadShortcuts]) void load().catch(() => undefined)
  }, SOON_MS)
  return () => clearTimeout(timer)
}
