import { Suspense } from 'react'

import type { AskedOffer, DialogName } from './dialogs'
import { AcceptDialog, DraftDialog, OfferDialog, ShortcutsDialog, WalkAwayDialog } from './lazy-dialogs'

export interface Asked {
  dialog: DialogName
  offer?: AskedOffer | undefined
}

/** The dialog that is open, if any. */
export function BargainDialogs({ asked, onClose }: { asked: Asked | null; onClose: () => void }) {
  return (
    <Suspense>
      {asked?.dialog === 'accept' && <AcceptDialog onClose={onClose} />}
      {asked?.dialog === 'walk_away' && <WalkAwayDialog onClose={onClose} />}
      {asked?.dialog === 'offer' && asked.offer && <OfferDialog asked={asked.offer} onClose={onClose} />}
      {asked?.dialog === 'draft' && <DraftDialog onClose={onClose} />}
      {asked?.dialog === 'shortcuts' && <ShortcutsDialog onClose={onClose} />}
    </Suspense>
  )
}
