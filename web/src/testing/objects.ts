/** Objects of the contract for tests: whole, plausible, changed where the test says so. */

import type {
  MessageDeltaEvent,
  MessageObject,
  MessageUpdatedEvent,
  NegotiationObject,
  NegotiationUpdatedEvent,
  NewMessageEvent,
} from '../contract'
import type { OutgoingMessage } from '../outbox/outgoing-message'
import { emptyState, type NegotiationState } from '../state/types'

export const ID = '01900000-0000-7000-8000-000000000001'
export const REPLY = '01900000-0000-7000-8000-0000000000aa'

export function negotiation(change: Partial<NegotiationObject> = {}): NegotiationObject {
  return {
    id: ID,
    status: 'active',
    vehicle: { year: 2019, make: 'Toyota', model: 'Camry', trim: null, mileage: null, vin: null },
    asking_price: '25000.00',
    target_price: '20000.00',
    walk_away_price: null,
    strategy: 'discount_tiers',
    round: 1,
    max_rounds: 10,
    suggested_price: '17400.00',
    latest_dealer_price: null,
    latest_buyer_offer: null,
    agreed_price: null,
    label: null,
    last_seq: 1,
    warnings: [],
    created_at: '2026-11-22T10:00:00Z',
    updated_at: '2026-11-22T10:00:00Z',
    ...change,
  }
}

export function message(seq: number, change: Partial<MessageObject> = {}): MessageObject {
  return {
    id: `message-${seq}`,
    seq,
    negotiation_id: ID,
    role: 'user',
    kind: 'chat',
    content: `text ${seq}`,
    round: 1,
    status: 'complete',
    in_reply_to: null,
    reply_id: null,
    client_id: null,
    created_at: '2026-11-22T10:00:00Z',
    data: {},
    ...change,
  }
}

export function advice(seq: number, change: Partial<MessageObject> = {}): MessageObject {
  return message(seq, {
    role: 'agent',
    kind: 'advice',
    reply_id: REPLY,
    ...change,
    data: {
      suggested_price: '17400.00',
      action: 'open',
      discount_percent: null,
      strategy: 'discount_tiers',
      talking_points: [],
      source: 'playbook',
      model: 'playbook',
      attempt: 1,
      ...change.data,
    },
  })
}

export function created(sent: MessageObject): NewMessageEvent {
  return { type: 'new_message', negotiation_id: ID, seq: sent.seq, message: sent }
}

export function updated(seq: number, changed: MessageObject): MessageUpdatedEvent {
  return { type: 'message_updated', negotiation_id: ID, seq, message: changed }
}

export function moved(seq: number, change: Partial<NegotiationObject> = {}): NegotiationUpdatedEvent {
  return {
    type: 'negotiation_updated',
    negotiation_id: ID,
    seq,
    negotiation: negotiation({ last_seq: seq, ...change }),
  }
}

export function delta(offset: number, text: string, attempt = 1): MessageDeltaEvent {
  return { negotiation_id: ID, reply_id: REPLY, attempt, offset, text }
}

export function outgoing(client_id: string, change: Partial<OutgoingMessage> = {}): OutgoingMessage {
  return {
    client_id,
    negotiation_id: ID,
    kind: 'chat',
    content: 'typed',
    amount: null,
    party: 'buyer',
    channel: null,
    created_at: '2026-11-22T10:00:00Z',
    order: 1,
    problem: null,
    refused: false,
    ...change,
  }
}

/** A state whose timeline starts at the creation, so that every event counts. */
export function loadedState(): NegotiationState {
  return { ...emptyState(ID), firstSeq: 1 }
}
