import { createContext, use } from 'react'

import type { Sender } from './sender'
import type { Outbox } from './outbox'

export interface Sending {
  outbox: Outbox
  sender: Sender
}

export const SendingContext = createContext<Sending | null>(null)

export function useSending(): Sending {
  const sending = use(SendingContext)
  if (sending === null) throw new Error('OutboxProvider is missing')
  return sending
}
