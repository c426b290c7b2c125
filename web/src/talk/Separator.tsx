import { dayOf } from '../domain/time'
import { useWords } from '../words'
import classes from './MessageList.module.css'
import type { Separator as SeparatorOf } from './rows'

/** Where the talk goes on another day, or after a pause. */
export function Separator({ separator }: { separator: SeparatorOf }) {
  const { later } = useWords().talk
  return (
    <p className={classes.separator} data-kind={separator.kind}>
      <time dateTime={separator.at}>{separator.kind === 'day' ? dayOf(separator.at) : later(separator.hours)}</time>
    </p>
  )
}
