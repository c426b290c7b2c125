import { useEffect, useState, type ReactNode } from 'react'

import { isLoggedIn, onLoginChanged } from '../auth/owner'
import { useConnection } from '../realtime/ConnectionProvider'
import { SendingContext, type Sending } from './context'
import { Courier } from './courier'
import { Outbox } from './outbox'
import { post } from './posting'
import { turnsOf } from './turns'

function createSending(userId: string): Sending {
  const outbox = new Outbox(userId)
  const turns = turnsOf(`adg-outbox-${userId}`)
  const courier = new Courier({ outbox, post, turns, isOwnersTurn: () => isLoggedIn(userId) })
  return { outbox, courier }
}

/** The user's unsent messages, of every negotiation, for as long as they are logged in. */
export function OutboxProvider({ userId, children }: { userId: string; children: ReactNode }) {
  const [sending] = useState(() => createSending(userId))
  const connection = useConnection()
  useEffect(() => {
    const { outbox, courier } = sending
    const wake = () => courier.wake()
    const seen = () => {
      if (document.visibilityState === 'visible') wake()
    }
    const endings = [
      outbox.listen(),
      onLoginChanged(wake),
      connection.subscribe(({ phase }) => {
        if (phase === 'live') wake()
      }),
    ]
    courier.start()
    window.addEventListener('online', wake)
    document.addEventListener('visibilitychange', seen)
    return () => {
      for (const end of endings) end()
      courier.stop()
      window.removeEventListener('online', wake)
      document.removeEventListener('visibilitychange', seen)
    }
  }, [sending, connection])
  return <SendingContext value={sending}>{children}</SendingContext>
}
