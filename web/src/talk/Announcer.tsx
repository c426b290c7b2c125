import { useEffect, useRef, useState } from 'react'

import { useBlanked } from '../bargain/hidden-limits'
import { useMessages } from '../negotiation/context'
import { useWords } from '../words'
import { announcementsIn, type Announced } from './announcements'

/** Tells screen readers of each new message once, when it is whole: never of single deltas. */
export function Announcer() {
  const messages = useMessages()
  const { announce } = useWords().talk
  const blank = useBlanked()
  const known = useRef<Announced | null>(null)
  const [text, setText] = useState('')

  useEffect(() => {
    const { fresh, announced } = announcementsIn(messages, known.current)
    known.current = announced
    if (fresh.length > 0) {
      setText(fresh.map((message) => announce[message.role](blank(message.content))).join(' '))
    }
  }, [messages, announce, blank])

  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {text}
    </div>
  )
}
