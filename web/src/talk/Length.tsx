import { useWords } from '../words'
import classes from './Composer.module.css'

/** Silent until the end is near; over it, says by how much. Nothing typed is ever cut off. */
export function Length({ id, used, most }: { id: string; used: number; most: number }) {
  const { talk } = useWords()
  const over = used - most
  if (over > 0) {
    return (
      <p id={id} className={classes.tooLong} role="alert">
        {talk.tooLong(over)}
      </p>
    )
  }
  return (
    <p id={id} className={classes.hint} hidden={used < most - 200}>
      {talk.count(used, most)}
    </p>
  )
}
