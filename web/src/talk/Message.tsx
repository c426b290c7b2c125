import { memo } from 'react'

import { useBlanked } from '../bargain/hidden-limits'
import type { MessageObject } from '../contract'
import { dealerMessageOf, offerOf } from '../domain/message-data'
import { useWords } from '../words'
import { AdviceBubble } from './AdviceBubble'
import classes from './Message.module.css'
import { OfferLine } from './OfferLine'
import { Said } from './Said'

interface Props {
  message: MessageObject
  isLatestAdvice: boolean
}

/** One stored message. It is drawn again only when a newer version of it arrives. */
export const Message = memo(function Message({ message, isLatestAdvice }: Props) {
  if (message.kind === 'advice') {
    return <AdviceBubble message={message} isLatest={isLatestAdvice} />
  }
  if (message.kind === 'notice') return <p className={classes.notice}>{message.content}</p>
  if (message.kind === 'dealer_message') return <DealerQuote message={message} />
  const offer = offerOf(message)
  if (offer) {
    return <OfferLine party={offer.party} amount={offer.amount} note={offer.note} at={message.created_at} />
  }
  return <OwnWords message={message} />
})

/** What the buyer wrote may name their limits, too. */
function OwnWords({ message }: { message: MessageObject }) {
  const blank = useBlanked()
  const who = message.role === 'agent' ? 'adviser' : 'you'
  return <Said who={who} at={message.created_at} text={blank(message.content)} />
}

function DealerQuote({ message }: { message: MessageObject }) {
  const { talk } = useWords()
  const data = dealerMessageOf(message)
  return (
    <Said
      who="dealer"
      at={message.created_at}
      text={message.content}
      aside={data?.channel ? talk.via(channelName(data.channel, talk.dealerBox.channels)) : null}
      price={data?.price ?? null}
    />
  )
}

function channelName(channel: string, names: Readonly<Record<string, string>>): string {
  return names[channel] ?? channel
}
