import { useEffect, useState, type ReactNode } from 'react'

import { isLoggedIn, onLoginChanged } from '../auth/owner'
import { whenPage } from '../lifecycle/page-lifecycle'
import { useConnection } from '../realtime/ConnectionProvider'
import { SendingContext, type Sending } from './context'
import { Sender } from './sender'
import { Outbox } from './outbox'
import { post } from './posting'
import { tabLockOf } from './tab-lock'

function createSending(userId: string): Sending {
  const outbox = new Outbox(userId)
  const lock = tabLockOf(`adg-outbox-${userId}`)
  const sender = new Sender({ outbox, post, lock, isOwnersTurn: () => isLoggedIn(userId) })
  return { outbox, sender }
}

/** The user's unsent messages, of every negotiation, for as long as they are logged in. */
export function OutboxProvider({ userId, children }: { userId: string; children: ReactNode }) {
  const [sending] = useState(() => createSending(userId))
  const connection = useConnection()
  useEffect(() => {
    const { outbox, sender } = sending
    const wake = () => sender.wake()
    const endings = [
      outbox.listen(),
      onLoginChanged(wake),
      whenPage({ online: wake, visible: wake }),
      connection.subscribe(({ phase }) => {
        if (phase === 'live') wake()
      }),
    ]
    sender.start()
    return () => {
      for (const end of endings) end()
      sender.stop()
    }
  }, [sending, connection])
  return <SendingContext value={sending}>{children}</SendingContext>
}
