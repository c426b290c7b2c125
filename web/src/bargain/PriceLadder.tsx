import { discountBasisPoints, formatBasisPoints, formatMoney, toCents } from '../domain/money'
import { useMessages, useNegotiation } from '../negotiation/context'
import { amountsNamed } from '../state/selectors'
import { useWords } from '../words'
import { ladderOf, spread, type Ladder, type Rung, type Shown } from './ladder'
import classes from './PriceLadder.module.css'

const EDGE = 12
const HEIGHT = 196
const GAP = 24
const RAIL_X = 16
const LABEL_X = 48

/** Every amount that counts, on one scale. */
export function PriceLadder({ shown }: { shown: Shown }) {
  const { ladder: words } = useWords().bargain
  const negotiation = useNegotiation()
  const messages = useMessages()
  const ladder = ladderOf(negotiation, amountsNamed(messages), shown)
  return (
    <section className={classes.section} aria-label={words.title}>
      <h3>{words.title}</h3>
      <Drawing ladder={ladder} />
      <LadderTable rungs={ladder.rungs} asking={toCents(negotiation.asking_price)} />
      <Distance />
    </section>
  )
}

function Drawing({ ladder: { rungs, traces } }: { ladder: Ladder }) {
  const { ladder: words } = useWords().bargain
  const spots = spread(rungs.map(({ place }) => place), HEIGHT, GAP)
  return (
    <svg className={classes.ladder} height={HEIGHT + 2 * EDGE} aria-hidden>
      <line className={classes.rail} x1={RAIL_X} x2={RAIL_X} y1={EDGE} y2={EDGE + HEIGHT} />
      {traces.map(({ id, party, place }) => (
        <circle key={id} data-party={party} className={classes.trace} cx={RAIL_X} cy={EDGE + place * HEIGHT} r={3} />
      ))}
      {rungs.map(({ name, cents, place }, number) => {
        const at = EDGE + place * HEIGHT
        const label = EDGE + (spots[number] ?? 0)
        return (
          <g key={name} data-rung={name} className={classes.rung}>
            <polyline points={`${RAIL_X},${at} ${RAIL_X + 10},${at} ${LABEL_X - 14},${label} ${LABEL_X - 6},${label}`} />
            <circle cx={RAIL_X} cy={at} r={5.5} />
            <text x={LABEL_X} y={label} dy="0.35em">
              {words.rungs[name]}
            </text>
            <text className={classes.money} x="100%" y={label} dy="0.35em">
              {formatMoney(cents)}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

function LadderTable({ rungs, asking }: { rungs: readonly Rung[]; asking: number }) {
  const { ladder: words } = useWords().bargain
  return (
    // A table would not shrink out of sight by itself.
    <div className="visually-hidden">
      <table>
        <caption>{words.caption}</caption>
        <thead>
          <tr>
            {words.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rungs.map(({ name, cents }) => (
            <tr key={name}>
              <th scope="row">{words.rungs[name]}</th>
              <td>{formatMoney(cents)}</td>
              <td>{formatBasisPoints(discountBasisPoints(asking, cents) ?? 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** What the talk has brought so far, and what is left between the two. */
function Distance() {
  const { ladder: words } = useWords().bargain
  const { asking_price, latest_dealer_price, latest_buyer_offer } = useNegotiation()
  if (latest_dealer_price === null) return null
  const dealer = toCents(latest_dealer_price)
  const saved = toCents(asking_price) - dealer
  const apart = latest_buyer_offer === null ? null : dealer - toCents(latest_buyer_offer)
  return (
    <p className={classes.distance}>
      {saved > 0 && words.saved(formatMoney(saved))} {apart !== null && apart > 0 && words.apart(formatMoney(apart))}
    </p>
  )
}
