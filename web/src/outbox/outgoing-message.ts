/** A message on its way: what the buyer typed, until the server has it. */

import type { Party } from '../contract'
import { newId } from '../domain/ids'

export interface SendError {
  code: string
  detail: string
}

export interface OutgoingMessage {
  /** Makes the POST repeatable: sent twice, it is stored once. */
  client_id: string
  negotiation_id: string
  kind: 'chat' | 'offer' | 'dealer_message'
  content: string
  amount: string | null
  party: Party
  channel: string | null
  created_at: string
  /** Its place among the user's messages; ascending as they were typed, in whichever tab. */
  order: number
  /** Why it could not be sent yet, or why it never will be. */
  problem: SendError | null
  /** The server has judged it: it is not sent again unless the buyer says so. */
  refused: boolean
}

export interface Draft {
  kind: OutgoingMessage['kind']
  content: string
  amount?: string
  party?: Party
  channel?: string
  /** Given where the same thing must not be recorded twice, whoever presses the button. */
  client_id?: string
}

export function outgoingOf(negotiationId: string, draft: Draft, order: number): OutgoingMessage {
  return {
    client_id: draft.client_id ?? newId(),
    negotiation_id: negotiationId,
    kind: draft.kind,
    content: draft.content,
    amount: draft.amount ?? null,
    party: draft.party ?? 'buyer',
    channel: draft.channel ?? null,
    created_at: new Date().toISOString(),
    order,
    problem: null,
    refused: false,
  }
}

const KINDS: readonly unknown[] = ['chat', 'offer', 'dealer_message']
const PARTIES: readonly unknown[] = ['buyer', 'dealer']

/** Whether what a storage held is whole: other programs and older pages write there, too. */
export function isOutgoing(value: unknown): value is OutgoingMessage {
  if (typeof value !== 'object' || value === null) return false
  const { client_id, negotiation_id, kind, content, party, created_at, order, refused } =
    value as Record<string, unknown>
  return (
    [client_id, negotiation_id, content, created_at].every((text) => typeof text === 'string') &&
    KINDS.includes(kind) &&
    PARTIES.includes(party) &&
    typeof order === 'number' &&
    typeof refused === 'boolean' &&
    !Number.isNaN(Date.parse(created_at as string)) &&
    hasAmount(value as Record<string, unknown>)
  )
}

/** An offer must have one; it is what the page draws. */
function hasAmount({ kind, amount }: Record<string, unknown>): boolean {
  if (amount === null) return kind !== 'offer'
  return typeof amount === 'string' && /^\d+\.\d\d$/.test(amount)
}
