import { useWords } from '../words'
import classes from './Thinking.module.css'

/** Dots while the adviser is known to write; a quiet line while that is only expected. */
export function Thinking({ isTyping }: { isTyping: boolean }) {
  const { talk } = useWords()
  return (
    <p className={classes.thinking} data-typing={isTyping}>
      <span className={classes.dots} aria-hidden>
        <i />
        <i />
        <i />
      </span>
      {isTyping ? talk.thinking : talk.waiting}
    </p>
  )
}
