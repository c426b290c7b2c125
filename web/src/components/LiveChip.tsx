import { Tooltip } from '@mantine/core'

import type { ConnectionStatus } from '../realtime/connection'
import { useWords } from '../words'
import classes from './LiveChip.module.css'

interface Props {
  status: ConnectionStatus
  /** Whether anything is heard from the server at all, by whatever way. */
  hears: boolean
}

/** Says how fresh the page is; a change is announced, the tries in between are not. */
export function LiveChip({ status, hears }: Props) {
  const { common } = useWords()
  const { live, polling, silent } = common.connectionHint
  const isLive = status.phase === 'live' || status.phase === 'moving'
  const hint = isLive ? live : hears ? polling : silent
  const label = common.connection(status)
  return (
    <Tooltip label={hint} multiline w={240} events={{ hover: true, focus: true, touch: true }}>
      {/* Focusable, because its hint must be reachable without a mouse. */}
      <button type="button" className={classes.chip} data-phase={isLive ? 'live' : status.phase}>
        <span className={classes.dot} aria-hidden />
        <span>{label}</span>
        <span className="visually-hidden">. {hint}</span>
      </button>
    </Tooltip>
  )
}
