/** What an error means for the buyer, by the contract's code. */

import type { SendError } from '../../outbox/outgoing-message'

const byCode = {
  no_answer: 'No answer from the server.',
  not_authenticated: 'Your log-in has ended.',
  csrf_failed: 'Your log-in has changed in another tab. Try once more.',
  not_yours: 'This negotiation belongs to another account.',
  not_found: 'This negotiation does not exist.',
  negotiation_closed: 'The negotiation is over: nothing can be offered any more.',
  rounds_exhausted: 'This is the last round: accept or walk away.',
  no_offer_to_accept: 'The dealer has not named a price yet.',
  above_walk_away: 'This is above the most you wanted to pay.',
  client_id_reused: 'Something else was sent under this number. Send it as a new message.',
  rate_limited: 'That was a lot at once. Wait a moment, then try again.',
  storage_unavailable: 'The server cannot save right now. Try again in a moment.',
  reply_running: 'The adviser is already writing.',
  email_taken: 'There is an account with this e-mail already.',
  invalid: 'The server does not accept this. Look at what you wrote.',
  internal_error: 'Something went wrong on our side. Try again.',
  body_too_large: 'This is too long for the server.',
}

export type ProblemCode = keyof typeof byCode

export const problems = {
  of: ({ code, detail }: SendError) => 
    code in byCode ? byCode[code as ProblemCode] : detail || 'Something went wrong. Try again.',
  fields: 'Please look at the marked fields.',
}
