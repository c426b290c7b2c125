import type { NegotiationStatus } from '../contract'
import { useWords } from '../words'
import classes from './StatusBadge.module.css'

export function StatusBadge({ status }: { status: NegotiationStatus }) {
  const { common } = useWords()
  return (
    <span className={classes.badge} data-status={status}>
      {common.status[status]}
    </span>
  )
}
