import { Loader, UnstyledButton } from '@mantine/core'
import { ChevronLeft, Tag } from 'lucide-react'
import { Suspense, useState, type ReactNode } from 'react'
import { Link, useLocation, useSearch } from 'wouter'

import { comparePath, LIST, negotiationPath } from '../app/paths'
import { useHiddenLimits } from '../bargain/hidden-limits'
import { AppHeader } from '../components/AppHeader'
import { focusTitle, ScreenTitle } from '../components/ScreenTitle'
import { StatusBadge } from '../components/StatusBadge'
import { Unreachable } from '../components/Unreachable'
import type { NegotiationObject } from '../contract'
import { formatBasisPoints, formatMoney } from '../domain/money'
import { ago } from '../domain/time'
import { detailsOf, nameOf } from '../domain/vehicle'
import { sameCars } from '../list/cars'
import { NextStep } from '../list/NextStep'
import { columnsOf, idsOf, type Column } from '../list/comparison'
import { LabelDialog } from '../list/lazy-label-dialog'
import { useIsUnseen } from '../list/context'
import { useWords } from '../words'
import classes from './CompareScreen.module.css'
import { useCompared } from './use-compared'
import { useMinute } from './use-minute'

/** Two to four negotiations side by side: two cars, or two dealers of the same one. */
export function CompareScreen() {
  const { common, list } = useWords()
  const ids = idsOf(useSearch())
  const { items, error, reload } = useCompared(ids)
  return (
    <>
      <AppHeader />
      {items === null && error ? (
        <Unreachable error={error} onRetry={reload} />
      ) : (
        <main id="content" className={classes.page}>
          <Link href={LIST} className={classes.back}>
            <ChevronLeft size={18} aria-hidden />
            {common.back}
          </Link>
          <ScreenTitle className={classes.title}>{titleOf(items, list.compared)}</ScreenTitle>
          {items === null && <Loader aria-label={common.loading} />}
          {items !== null && items.length < 2 && <p className={classes.lead}>{list.compared.tooFew}</p>}
          {items !== null && items.length > 0 && <Comparison items={items} />}
        </main>
      )}
    </>
  )
}

type CompareWords = ReturnType<typeof useWords>['list']['compared']

function titleOf(items: readonly NegotiationObject[] | null, words: CompareWords): string {
  const [first] = items ?? []
  const isOneCar = first !== undefined && items?.length !== 1 && sameCars(items ?? []).get(first.id)?.length === items?.length
  return isOneCar ? words.oneCar(nameOf(first.vehicle)) : words.title
}

function Comparison({ items }: { items: readonly NegotiationObject[] }) {
  const { list } = useWords()
  const columns = columnsOf(items)
  const [labelled, setLabelled] = useState<NegotiationObject | null>(null)
  return (
    <>
      {/* Scrolls sideways on a phone, by keyboard as well. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={classes.scroller} role="region" aria-label={list.compared.region} tabIndex={0}>
        <table className={classes.table}>
          <caption className="visually-hidden">{list.compared.caption}</caption>
          <thead>
            <tr>
              <td />
              {columns.map(({ negotiation }) => (
                <th key={negotiation.id} scope="col">
                  <Head negotiation={negotiation} onLabel={setLabelled} />
                </th>
              ))}
            </tr>
          </thead>
          <Rows columns={columns} />
        </table>
      </div>
      <Suspense>
        {labelled && <LabelDialog negotiation={labelled} onClose={() => setLabelled(null)} />}
      </Suspense>
    </>
  )
}

interface HeadProps {
  negotiation: NegotiationObject
  onLabel: (negotiation: NegotiationObject) => void
}

function Head({ negotiation, onLabel }: HeadProps) {
  const { list } = useWords()
  const now = useMinute()
  const isUnseen = useIsUnseen(negotiation.id)
  const [, go] = useLocation()
  const ids = idsOf(useSearch())
  const { id, vehicle, label } = negotiation
  const car = nameOf(vehicle)
  return (
    <div className={classes.head}>
      {label !== null && <span className={classes.label}>{label}</span>}
      <Link href={negotiationPath(id)} className={classes.car}>
        {car}
      </Link>
      {isUnseen && <span className={classes.unseen}>{list.unseen}</span>}
      <span className={classes.details}>{detailsOf(vehicle)}</span>
      <span className={classes.details}>{list.compared.opened(ago(negotiation.created_at, now))}</span>
      <span className={classes.tools}>
        <UnstyledButton className={classes.tool} onClick={() => onLabel(negotiation)}>
          <Tag size={14} aria-hidden />
          {label === null ? list.addLabel : list.changeLabel}
          <span className="visually-hidden"> {list.thisOne(car, label)}</span>
        </UnstyledButton>
        <UnstyledButton
          className={classes.tool}
          onClick={() => {
            focusTitle()
            go(comparePath(ids.filter((each) => each !== id)), { replace: true })
          }}
        >
          {list.compared.remove}
          <span className="visually-hidden"> {list.thisOne(car, label)}</span>
        </UnstyledButton>
      </span>
    </div>
  )
}

function Rows({ columns }: { columns: readonly Column[] }) {
  const { list, bargain } = useWords()
  const { isHidden } = useHiddenLimits()
  const { compared } = list
  const money = (cents: number | null) => (cents === null ? bargain.none : formatMoney(cents))
  const row = (label: string, cell: (column: Column) => ReactNode) => (
    <tr>
      <th scope="row">{label}</th>
      {columns.map((column) => (
        <td key={column.negotiation.id} className="amount">
          {cell(column)}
        </td>
      ))}
    </tr>
  )
  return (
    <tbody>
      {row(compared.status, ({ negotiation }) => <StatusBadge status={negotiation.status} />)}
      {row(bargain.asking, (column) => (
        <Lowest isMarked={column.isLowest && !hasMoved(column)}>{money(column.asking)}</Lowest>
      ))}
      {row(bargain.dealerNow, (column) => <Price column={column} />)}
      {row(bargain.yourOffer, ({ offer }) => money(offer))}
      {row(bargain.suggested, ({ next }) => (
        <strong className={classes.suggested}>
          <NextStep next={next} />
        </strong>
      ))}
      {row(compared.saved, ({ saved, savedPoints }) =>
        saved > 0 ? `${formatMoney(saved)} (${formatBasisPoints(savedPoints ?? 0)})` : bargain.none,
      )}
      {row(compared.toTarget, ({ toTarget }) => (isHidden ? bargain.hidden : compared.distance(formatMoney(Math.abs(toTarget)), toTarget)))}
      {row(compared.roundsLeft, ({ roundsLeft }) => roundsLeft ?? bargain.none)}
    </tbody>
  )
}

function hasMoved({ dealer, agreed }: Column): boolean {
  return dealer !== null || agreed !== null
}

/** The dealer's latest, or what was agreed. */
function Price({ column }: { column: Column }) {
  const { list, bargain } = useWords()
  if (!hasMoved(column)) return bargain.none
  return (
    <Lowest isMarked={column.isLowest}>
      {formatMoney(column.now)}
      {column.agreed !== null && <small>{list.agreedShort}</small>}
    </Lowest>
  )
}

/** The lowest price of all is marked, not by colour alone. */
function Lowest({ isMarked, children }: { isMarked: boolean; children: ReactNode }) {
  const { list } = useWords()
  if (!isMarked) return children
  return (
    <>
      <span className={classes.lowest}>{children}</span>
      <small>{list.compared.lowest}</small>
    </>
  )
}
