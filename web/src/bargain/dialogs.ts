import { createContext, use } from 'react'

import type { Mode } from '../negotiation/drafts'

export type DialogName = 'accept' | 'walk_away' | 'offer' | 'shortcuts' | 'draft'

/** The offer that is asked about. */
export interface AskedOffer {
  cents: number
  /** What to do with the amount that was confirmed; by default it is offered. */
  confirmed?: (cents: number) => void
}

export interface Dialogs {
  ask: (dialog: DialogName, offer?: AskedOffer) => void
  /** Open a box of the composer and put the cursor into it. */
  write: (mode: Mode) => void
}

export const DialogsContext = createContext<Dialogs>({ ask: () => undefined, write: () => undefined })

export function useDialogs(): Dialogs {
  return use(DialogsContext)
}
