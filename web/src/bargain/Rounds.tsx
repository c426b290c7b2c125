import { useNegotiation } from '../negotiation/context'
import { useWords } from '../words'
import classes from './Bargain.module.css'

export function Rounds() {
  const { bargain } = useWords()
  const { round, max_rounds } = useNegotiation()
  return (
    <div className={classes.rounds}>
      <p>{bargain.roundOf(round, max_rounds)}</p>
      <span className={classes.track} aria-hidden>
        <span style={{ width: `${(100 * round) / max_rounds}%` }} />
      </span>
    </div>
  )
}
