import { Button, UnstyledButton } from '@mantine/core'
import { Keyboard } from 'lucide-react'
import { useState } from 'react'

import { useNegotiation } from '../negotiation/context'
import { useWords } from '../words'
import classes from './Bargain.module.css'
import { Course } from './Course'
import { useDialogs } from './dialogs'
import { Ended } from './Ended'
import { Figures } from './Figures'
import { useHiddenLimits } from './hidden-limits'
import { PriceLadder } from './PriceLadder'
import { Rounds } from './Rounds'
import { SuggestionCard } from './SuggestionCard'
import { useSuggestion } from './use-suggestion'

/** The state of the bargain beside the talk; its chart is fetched once there are eyes for it. */
export function BargainPanel({ drawsCourse }: { drawsCourse: boolean }) {
  const { bargain } = useWords()
  const { ask, write } = useDialogs()
  const { status, warnings } = useNegotiation()
  const { move } = useSuggestion()
  const { isHidden } = useHiddenLimits()
  const [isLimitShown, setLimitShown] = useState(false)
  return (
    <aside className={classes.panel} aria-label={bargain.title}>
      <Ended />
      <SuggestionCard />
      <Warnings codes={warnings} />
      <Rounds />
      <Figures isTargetHidden={isHidden} isLimitShown={isLimitShown} onShowLimit={setLimitShown} />
      <HideLimits onHide={() => setLimitShown(false)} />
      {status === 'active' && (
        <div className={classes.ends}>
          {move.kind !== 'hear' && (
            <Button className={classes.wide} variant="light" size="md" onClick={() => write('dealer')}>
              {bargain.dealerSaid}
            </Button>
          )}
          <Button variant="light" size="md" onClick={() => ask('accept')}>
            {bargain.accept}
          </Button>
          <Button variant="light" size="md" color="clay" onClick={() => ask('walk_away')}>
            {bargain.walkAway}
          </Button>
        </div>
      )}
      <PriceLadder shown={{ target: !isHidden, limit: isLimitShown }} />
      <Course isTargetHidden={isHidden} isDrawn={drawsCourse} />
      <UnstyledButton className={classes.keys} onClick={() => ask('shortcuts')}>
        <Keyboard size={16} aria-hidden />
        {bargain.shortcuts.title}
      </UnstyledButton>
    </aside>
  )
}

/** A switch for eyes over the buyer's shoulder; what it is set to is remembered in this browser. */
function HideLimits({ onHide }: { onHide: () => void }) {
  const { bargain } = useWords()
  const { isHidden, setHidden } = useHiddenLimits()
  const flip = () => {
    if (!isHidden) onHide()
    setHidden(!isHidden)
  }
  return (
    <UnstyledButton className={classes.switch} role="switch" aria-checked={isHidden} onClick={flip}>
      <span className={classes.knob} aria-hidden />
      <span>
        {bargain.hideLimits}
        <span className={classes.hint}>{bargain.hideLimitsHint}</span>
      </span>
    </UnstyledButton>
  )
}

function Warnings({ codes }: { codes: readonly string[] }) {
  const { form } = useWords()
  return codes.map((code) => (
    <p key={code} className={classes.warning}>
      {form.warnings[code] ?? code}
    </p>
  ))
}
