/** What the buyer can do in a negotiation, in terms of the server and the outbox. */

import * as calls from '../api/calls'
import { toDecimal } from '../domain/money'
import type { Sending } from '../outbox/context'
import { offerPending } from '../state/selectors'
import type { NegotiationStore } from '../state/store'
import type { NegotiationActions } from './context'
import { refillDraft } from './drafts'

export function actionsOf(
  store: NegotiationStore,
  sending: Sending,
): Omit<NegotiationActions, 'loadOlder'> {
  const { id } = store.getState()
  return {
    ...sendingActions(store, sending),
    read: (messageId) => calls.readDealerMessage(id, messageId),
    draft: (wish) => calls.draftForDealer(id, wish),
    stop: (replyId) => calls.stopReply(id, replyId),
    retry: (replyId) => calls.retryReply(id, replyId),
    accept: async (cents, confirm) => {
      const body = confirm ? { amount: toDecimal(cents), confirm } : { amount: toDecimal(cents) }
      const { negotiation } = await calls.accept(id, body)
      store.dispatch({ type: 'negotiation_received', negotiation })
    },
    walkAway: async () => {
      const { negotiation } = await calls.walkAway(id)
      store.dispatch({ type: 'negotiation_received', negotiation })
    },
  }
}

type SendingActions = Pick<NegotiationActions, 'send' | 'offer' | 'resend' | 'discard' | 'edit'>

function sendingActions(store: NegotiationStore, { outbox, sender }: Sending): SendingActions {
  const { id } = store.getState()
  const send: NegotiationActions['send'] = (draft) => {
    outbox.add(id, draft)
    store.dispatch({ type: 'sent' })
  }
  return {
    send,
    offer: (cents) => {
      // The state, not the screen: that may be a frame behind.
      if (offerPending(store.getState())) return
      send({ kind: 'offer', content: '', amount: toDecimal(cents) })
    },
    resend: (clientId) => {
      outbox.change(clientId, { problem: null, refused: false })
      sender.wake()
    },
    discard: (clientId) => outbox.remove(clientId),
    edit: (clientId) => {
      const message = outbox.find(clientId)
      if (message) refillDraft(id, message)
      outbox.remove(clientId)
    },
  }
}
