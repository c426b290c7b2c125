import { createContext, use, useEffect, useState, useSyncExternalStore, type ReactNode } from 'react'

import { accessCsrf } from '../api/cookies'
import { announceSignedOut } from '../api/http'
import { renewLogin } from '../api/refresh'
import { whenPage } from '../lifecycle/page-lifecycle'
import { Connection, type ConnectionStatus } from './connection'
import { openSocket } from './socket'

const ConnectionContext = createContext<Connection | null>(null)

function createConnection(): Connection {
  return new Connection({
    openSocket,
    renewLogin: () => renewLogin(accessCsrf()),
    signedOut: announceSignedOut,
  })
}

/** One socket for the tab, for as long as somebody is logged in. */
export function ConnectionProvider({ children }: { children: ReactNode }) {
  const [connection] = useState(createConnection)
  useEffect(() => {
    connection.start()
    const lost = () => connection.lost()
    const nudge = () => connection.nudge()
    const endPage = whenPage({ offline: lost, online: nudge, visible: nudge })
    return () => {
      endPage()
      connection.stop()
    }
  }, [connection])
  return <ConnectionContext value={connection}>{children}</ConnectionContext>
}

export function useConnection(): Connection {
  const connection = use(ConnectionContext)
  if (connection === null) throw new Error('ConnectionProvider is missing')
  return connection
}

export function useConnectionStatus(): ConnectionStatus {
  const connection = useConnection()
  return useSyncExternalStore(connection.subscribe, connection.getStatus)
}
