import { Button } from '@mantine/core'

import { useActions, useNegotiation } from '../negotiation/context'
import type { OutgoingMessage, SendError } from '../outbox/outgoing-message'
import { useWords } from '../words'
import classes from './Message.module.css'
import { OfferLine } from './OfferLine'
import { Said } from './Said'

/** A message on its way: shown at once, and kept with its text while it cannot be sent. */
export function OutgoingBubble({ outgoing }: { outgoing: OutgoingMessage }) {
  const { amount, party, content, created_at, kind } = outgoing
  const status = outgoing.problem === null ? <Sending /> : <NotSent outgoing={outgoing} problem={outgoing.problem} />
  if (kind === 'offer' && amount !== null) {
    return (
      <OfferLine party={party} amount={amount} note={content || null} at={created_at}>
        {status}
      </OfferLine>
    )
  }
  const who = kind === 'dealer_message' ? 'dealer' : 'you'
  return (
    <Said who={who} text={content} at={created_at} price={amount}>
      {status}
    </Said>
  )
}

function Sending() {
  const { talk } = useWords()
  return <p className={classes.sending}>{talk.sending}</p>
}

interface NotSentProps {
  outgoing: OutgoingMessage
  problem: SendError
}

/** Waiting, which ends by itself, or refused, which the buyer has to deal with. */
function NotSent({ outgoing, problem }: NotSentProps) {
  const words = useWords()
  const { resend, edit, discard } = useActions()
  const { client_id, kind, refused } = outgoing
  // Once the bargain is over there is no box left to edit an offer in.
  const isOpen = useNegotiation().status === 'active'
  const hasBox = isOpen || kind === 'chat'
  const { notSent, waits, waitsMore, retry, sendNow } = words.talk
  return (
    <div className={classes.notSent} data-refused={refused}>
      <p role={refused ? 'alert' : 'status'}>
        <strong>{refused ? notSent : waits}</strong> {words.problems.of(problem)} {!refused && waitsMore}
      </p>
      <div className={classes.buttons}>
        <Button size="compact-md" variant={refused ? 'filled' : 'light'} onClick={() => resend(client_id)}>
          {refused ? retry : sendNow}
        </Button>
        {hasBox && (
          <Button size="compact-md" variant="default" onClick={() => edit(client_id)}>
            {words.talk.edit}
          </Button>
        )}
        <Button size="compact-md" variant="subtle" onClick={() => discard(client_id)}>
          {words.talk.discard}
        </Button>
      </div>
    </div>
  )
}
