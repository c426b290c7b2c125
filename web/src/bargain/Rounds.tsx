import { useNegotiation } from '../negotiation/context'
import { useWords } from '../words'
import classes from './Bargain.module.css'

export function Rounds() {
  const { bargain } = useWords()
  const { status, round, max_rounds } = useNegotiation()
  return (
    <div className={classes.rounds}>
      <p>
        {bargain.roundOf(round, max_rounds)}
        {status === 'active' && <span>{bargain.roundsLeft(Math.max(0, max_rounds - round))}</span>}
      </p>
      <span className={classes.track} aria-hidden>
        <span style={{ width: `${(100 * round) / max_rounds}%` }} />
      </span>
    </div>
  )
}
