import { storedClientIds } from '../state/outgoing'
import type { NegotiationStore } from '../state/store'
import type { Outbox } from './outbox'

/**
 * Show what waits in the outbox for the store's negotiation, and take out of it what the server's
 * events bring. Returns what stops it.
 */
export function mirrorOutbox(outbox: Outbox, store: NegotiationStore): () => void {
  const { id } = store.getState()
  const waiting = () => outbox.getMessages().filter(({ negotiation_id }) => negotiation_id === id)
  const show = () => store.dispatch({ type: 'outbox_changed', outbox: waiting() })
  const clear = () => {
    const messages = waiting()
    if (messages.length === 0) return
    const stored = storedClientIds(store.getState())
    for (const { client_id } of messages) if (stored.has(client_id)) outbox.remove(client_id)
  }
  show()
  const stopOutbox = outbox.subscribe({
    changed: show,
    accepted: (message) => store.dispatch({ type: 'send_accepted', message }),
  })
  const stopStore = store.subscribe(clear)
  return () => {
    stopOutbox()
    stopStore()
  }
}
