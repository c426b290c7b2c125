import { Button } from '@mantine/core'

import { momentOf } from '../domain/time'
import type { Hearing } from '../negotiation/hearing'
import { useWords } from '../words'
import classes from './ConnectionNotice.module.css'

interface Props {
  hearing: Hearing
  onReconnect: () => void
}

/** Without a live line: what still works, how old what is shown is, and a way back. */
export function ConnectionNotice({ hearing, onReconnect }: Props) {
  const words = useWords()
  const { hears, asOf } = hearing
  const { title, silentTitle, polling, silent, action } = words.common.offline
  return (
    <div className={classes.notice} role="alert">
      <p>
        <strong>{hears ? title : silentTitle}.</strong> {hears ? polling : silent}
        {!hears && asOf !== null && <> {words.offline.asOf(momentOf(asOf))}</>}
      </p>
      <Button size="sm" variant="default" onClick={onReconnect}>
        {action}
      </Button>
    </div>
  )
}
