/** What is typed but not sent: per negotiation and box, kept in the tab across reloads. */

import { useCallback, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

import { draftKey, keep, kept } from '../state/keeping'
import type { OutgoingMessage } from '../outbox/outgoing-message'
import { formatPlain } from '../domain/money'

export type Mode = 'chat' | 'offer' | 'dealer'
export interface DraftFields {
  content: string
  amount: string
  channel: string
}

const EMPTY: DraftFields = { content: '', amount: '', channel: '' }
const REFILLED = 'adg:refilled'

/** Some fields anew, or what makes them from those that are. */
type Change = Partial<DraftFields> | ((now: DraftFields) => Partial<DraftFields>)

export interface DraftState {
  draft: DraftFields
  change: (part: Change) => void
  clear: () => void
}

export function useDraft(negotiationId: string, mode: Mode): DraftState {
  const key = draftKey(negotiationId, mode)
  const [draft, setDraft] = useState(() => keptDraft(key))

  useEffect(() => {
    keep(key, draft === EMPTY ? null : draft)
  }, [key, draft])

  const change = useCallback((part: Change) => {
    setDraft((now) => ({ ...now, ...(typeof part === 'function' ? part(now) : part) }))
  }, [])

  return { draft, change, clear: () => setDraft(EMPTY) }
}

function keptDraft(key: string): DraftFields {
  return (kept(key) as DraftFields | null) ?? EMPTY
}

export function modeOf(message: OutgoingMessage): Mode {
  if (message.kind === 'chat') return 'chat'
  return message.kind === 'offer' && message.party === 'buyer' ? 'offer' : 'dealer'
}

/** Put a message that was not sent back into its box, before what was typed there since. */
export function refillDraft(negotiationId: string, message: OutgoingMessage): void {
  const mode = modeOf(message)
  const key = draftKey(negotiationId, mode)
  const typed = keptDraft(key)
  keep(key, {
    content: [message.content, typed.content].filter((text) => text !== '').join('\n'),
    amount: message.amount === null ? typed.amount : formatPlain(message.amount),
    channel: message.channel ?? typed.channel,
  })
  window.dispatchEvent(new CustomEvent(REFILLED, { detail: mode }))
}

/** Open a box of the composer and put the cursor into it. */
export function openBox(mode: Mode): void {
  flushSync(() => window.dispatchEvent(new CustomEvent(REFILLED, { detail: mode })))
  document.querySelector<HTMLElement>('[data-composer] :is(textarea, input:not([type=radio]))')?.focus()
}

/** Tells which box was refilled, so that the composer can open it with the new text. */
export function useRefilled(handle: (mode: Mode) => void): void {
  useEffect(() => {
    const onRefilled = (refilled: Event) => handle((refilled as CustomEvent<Mode>).detail)
    window.addEventListener(REFILLED, onRefilled)
    return () => window.removeEventListener(REFILLED, onRefilled)
  }, [handle])
}
