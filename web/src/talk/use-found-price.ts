import { useEffect, useState } from 'react'

import { asApiError } from '../api/errors'
import type { FeeObject, FigureObject, ReadingObject } from '../api/bodies'
import type { MessageObject } from '../contract'
import { useActions, useMessages, useNegotiation, useSelected } from '../negotiation/context'
import { dealerPriceOnItsWay, unpricedDealerMessages } from '../state/selectors'
import { keep, kept } from '../state/keeping'

/** A price that stands in the dealer's words and that nobody has recorded yet. */
export interface FoundPrice {
  offer: FigureObject
  fees: readonly FeeObject[]
  record: () => void
  dismiss: () => void
}

/** Further back than this a price is old news. */
const MOST_MESSAGES = 3
const AGAIN_MS = 5_000

/** The newest price in the dealer's words since their last recorded one. It is asked, never taken. */
export function useFoundPrice(): FoundPrice | null {
  const { id, status } = useNegotiation()
  const { send } = useActions()
  const messages = useMessages()
  const isRecording = useSelected(dealerPriceOnItsWay)
  const { isDismissed, dismiss } = useDismissed(id)
  const candidates = status === 'active' ? unpricedDealerMessages(messages).slice(0, MOST_MESSAGES) : []
  const reading = useNewestOffer(candidates.map((message) => ({ id: message.id, isAnswered: isAnswered(messages, message.id) })))
  const offer = reading?.offer
  if (!reading || !offer || isRecording || isDismissed(reading.message_id)) return null
  const { message_id: messageId, fees } = reading
  return {
    offer,
    fees,
    // The message's own id makes it one offer, whichever tab's button is pressed.
    record: () => send({ kind: 'offer', content: '', party: 'dealer', amount: offer.amount, client_id: messageId }),
    dismiss: () => dismiss(messageId),
  }
}

function isAnswered(messages: readonly MessageObject[], messageId: string): boolean {
  return messages.some((each) => each.in_reply_to === messageId && each.status !== 'streaming')
}

interface Candidate {
  id: string
  /** With the advice the adviser's model may have told the price among amounts that the rules left open. */
  isAnswered: boolean
}

/** What was read of a message, and whether its advice was there by then. */
interface Known {
  reading: ReadingObject | null
  isLast: boolean
}

/** Read them one by one, newest first, until one holds an offer. */
function useNewestOffer(candidates: readonly Candidate[]): ReadingObject | null {
  const { read } = useActions()
  const [known, setKnown] = useState<Readonly<Record<string, Known>>>({})
  const isDue = ({ id, isAnswered }: Candidate) => {
    const before = known[id]
    return before === undefined || (before.reading?.offer === null && isAnswered && !before.isLast)
  }
  const first = candidates.find((candidate) => isDue(candidate) || known[candidate.id]?.reading?.offer)
  const wanted = first !== undefined && isDue(first) ? first.id : undefined
  const isLast = first?.isAnswered ?? false

  useEffect(() => {
    if (wanted === undefined) return
    let timer: ReturnType<typeof setTimeout> | null = null
    let isGone = false
    const take = (reading: ReadingObject | null) => {
      if (!isGone) setKnown((now) => ({ ...now, [wanted]: { reading, isLast } }))
    }
    const attempt = () => {
      read(wanted).then(take, (error: unknown) => {
        if (isGone) return
        if (asApiError(error).isRefusal) take(null)
        else timer = setTimeout(attempt, AGAIN_MS)
      })
    }
    attempt()
    return () => {
      isGone = true
      if (timer !== null) clearTimeout(timer)
    }
  }, [wanted, isLast, read])

  return first === undefined || wanted !== undefined ? null : (known[first.id]?.reading ?? null)
}

function useDismissed(negotiationId: string) {
  const key = `not-the-price:${negotiationId}`
  const [dismissed, setDismissed] = useState(() => (kept(key) as string[] | null) ?? [])
  return {
    isDismissed: (messageId: string) => dismissed.includes(messageId),
    dismiss: (messageId: string) => {
      const now = [...dismissed, messageId]
      keep(key, now)
      setDismissed(now)
    },
  }
}
