import { Button, CloseButton } from '@mantine/core'

import { useWords } from '../words'
import classes from './NewVersion.module.css'

/** Nothing is lost by loading the newer one: what is typed is kept. */
export function NewVersionNotice({ onClose }: { onClose: () => void }) {
  const { offline, common } = useWords()
  return (
    <div className={classes.notice} role="status">
      <p>{offline.newer.text}</p>
      <Button size="sm" onClick={() => window.location.reload()}>
        {offline.newer.action}
      </Button>
      <CloseButton size={44} aria-label={common.close} onClick={onClose} />
    </div>
  )
}
