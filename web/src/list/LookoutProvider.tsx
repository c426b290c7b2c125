import { useEffect, useState, type ReactNode } from 'react'

import { listUnseen } from '../api/calls'
import { useConnection } from '../realtime/ConnectionProvider'
import { LookoutContext } from './context'
import { Lookout } from './lookout'

/** One lookout for the tab, for as long as somebody is logged in. */
export function LookoutProvider({ children }: { children: ReactNode }) {
  const connection = useConnection()
  const [lookout] = useState(() => new Lookout({ connection, listUnseen }))
  useEffect(() => lookout.start(), [lookout])
  return <LookoutContext value={lookout}>{children}</LookoutContext>
}
