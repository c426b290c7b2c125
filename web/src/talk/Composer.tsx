import { SegmentedControl } from '@mantine/core'
import { useCallback, useState, type SubmitEvent } from 'react'

import type { Mode } from '../negotiation/drafts'
import { useRefilled } from '../negotiation/drafts'
import { useNegotiation } from '../negotiation/context'
import { keep, kept } from '../state/keeping'
import { useWords } from '../words'
import { ChatBox } from './ChatBox'
import classes from './Composer.module.css'
import { DealerBox } from './DealerBox'
import { OfferBox } from './OfferBox'

const BOXES = { chat: ChatBox, offer: OfferBox, dealer: DealerBox }
const MODES: readonly Mode[] = ['chat', 'offer', 'dealer']

/** Where the buyer asks, notes an offer, or passes on what the dealer said. */
export function Composer() {
  const { talk } = useWords()
  const { id, status } = useNegotiation()
  const { mode, setMode, edition } = useMode(id)
  const isOpen = status === 'active'
  const Box = BOXES[isOpen ? mode : 'chat']
  return (
    <div className={classes.composer} data-composer data-mode={isOpen ? mode : 'chat'} onSubmit={goOnTyping}>
      {isOpen ? (
        <SegmentedControl
          aria-label={talk.modesLabel}
          className={classes.modes}
          value={mode}
          onChange={(value) => setMode(value)}
          data={MODES.map((each) => ({ value: each, label: talk.modes[each] }))}
        />
      ) : (
        <p className={classes.hint}>{talk.closed}</p>
      )}
      <Box key={edition} />
    </div>
  )
}

/** The button that sent is out of use until there is more to send; the focus stays where one types. */
function goOnTyping({ currentTarget }: SubmitEvent<HTMLElement>) {
  const { activeElement } = document
  if (activeElement instanceof HTMLButtonElement && currentTarget.contains(activeElement)) {
    currentTarget.querySelector<HTMLElement>('form textarea, form input[inputmode]')?.focus()
  }
}

/** The open box; a message taken back for editing opens its own, filled anew. */
function useMode(negotiationId: string) {
  const key = `mode:${negotiationId}`
  const [mode, setMode] = useState<Mode>(() => (kept(key) as Mode | null) ?? 'chat')
  const [edition, setEdition] = useState(0)
  const choose = useCallback(
    (next: Mode) => {
      keep(key, next)
      setMode(next)
    },
    [key],
  )
  const refilled = useCallback(
    (next: Mode) => {
      choose(next)
      setEdition((now) => now + 1)
    },
    [choose],
  )
  useRefilled(refilled)
  return { mode, setMode: choose, edition }
}
