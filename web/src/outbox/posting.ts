import { postChat, postDealerMessage, postOffer } from '../api/calls'
import type { PostedAnswer } from '../api/bodies'
import type { OutgoingMessage } from './outgoing-message'

/** Send it to its route. @throws ApiError */
export function post(outgoing: OutgoingMessage): Promise<PostedAnswer> {
  const { negotiation_id, client_id, content, amount, party, channel } = outgoing
  if (outgoing.kind === 'chat') return postChat(negotiation_id, { content, client_id })
  if (outgoing.kind === 'offer') {
    const note = content === '' ? {} : { note: content }
    return postOffer(negotiation_id, { amount: amount ?? '', party, ...note, client_id })
  }
  return postDealerMessage(negotiation_id, {
    content,
    ...(amount === null ? {} : { price: amount }),
    ...(channel === null ? {} : { channel }),
    client_id,
  })
}
