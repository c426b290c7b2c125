import { discountBasisPoints, formatBasisPoints, formatMoney, toCents } from '../domain/money'
import { useNegotiation } from '../negotiation/context'
import type { NamedAmount } from '../state/selectors'
import { useWords } from '../words'
import classes from './Bargain.module.css'

export function CourseTable({ amounts }: { amounts: readonly NamedAmount[] }) {
  const { course } = useWords().bargain
  const asking = toCents(useNegotiation().asking_price)
  const { columns } = course
  return (
    <table className={classes.table}>
      <caption className="visually-hidden">{course.caption}</caption>
      <thead>
        <tr>
          {Object.values(columns).map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {amounts.map((named, place) => (
          <tr key={named.id}>
            <td>{place + 1}</td>
            <th scope="row" data-party={named.party}>
              {course[named.party]}
            </th>
            <td className="amount">{formatMoney(named.cents)}</td>
            <td>{discountText(asking, named.cents)}</td>
            <td>{named.round}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function discountText(asking: number, cents: number): string {
  const discount = discountBasisPoints(asking, cents)
  return discount === null ? '–' : formatBasisPoints(discount)
}
