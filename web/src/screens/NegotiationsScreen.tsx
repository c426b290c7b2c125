import { Button, Skeleton } from '@mantine/core'
import { Plus } from 'lucide-react'
import { Suspense, useMemo, useState } from 'react'
import { Link, useSearch } from 'wouter'

import type { ListQuery } from '../api/calls'
import { NEW } from '../app/paths'
import { AppHeader } from '../components/AppHeader'
import { ScreenTitle } from '../components/ScreenTitle'
import { momentOf } from '../domain/time'
import { useKeptList } from '../kept/use-kept-list'
import type { NegotiationObject } from '../contract'
import { comparedWith, sameCars } from '../list/cars'
import { CompareBar } from '../list/CompareBar'
import { ListFilter } from '../list/ListFilter'
import { isAskedFor } from '../list/listing'
import { LabelDialog } from '../list/lazy-label-dialog'
import { queryOf } from '../list/query'
import { useChosen, type Chosen } from '../list/use-chosen'
import { useWords } from '../words'
import { NegotiationCard } from './NegotiationCard'
import classes from './NegotiationsScreen.module.css'
import { useNegotiations, type Negotiations } from './use-negotiations'

export function NegotiationsScreen() {
  const { list } = useWords()
  const query = queryOf(useSearch())
  const negotiations = useNegotiations(query)
  const chosen = useChosen()
  const isEmpty = negotiations.items?.length === 0 && !negotiations.busy
  const hasNone = isEmpty && !isFiltered(query)
  return (
    <>
      <AppHeader />
      <main id="content" className={classes.page}>
        <div className={classes.head}>
          <ScreenTitle className={classes.title}>{list.title}</ScreenTitle>
          {!hasNone && (
            <Button component={Link} href={NEW} size="md" leftSection={<Plus size={18} aria-hidden />}>
              {list.open}
            </Button>
          )}
        </div>
        {!hasNone && <ListFilter query={query} />}
        <Found negotiations={negotiations} isFiltered={isFiltered(query)} />
        {hasNone ? <Empty /> : <Items negotiations={negotiations} chosen={chosen} query={query} />}
        <CompareBar chosen={chosen} />
      </main>
    </>
  )
}

function isFiltered({ status, search }: ListQuery): boolean {
  return status !== undefined || search !== undefined
}

/** How many fit, said once the list stands still. */
function Found({ negotiations, isFiltered }: { negotiations: Negotiations; isFiltered: boolean }) {
  const { list } = useWords()
  const { items, busy, hasMore } = negotiations
  const text = isFiltered && items !== null && !busy ? list.found(items.length, hasMore) : ''
  return (
    <p role="status" className={text === '' ? 'visually-hidden' : classes.found}>
      {text}
    </p>
  )
}

interface ItemsProps {
  negotiations: Negotiations
  chosen: Chosen
  query: ListQuery
}

function Items({ negotiations, chosen, query }: ItemsProps) {
  const words = useWords()
  const { hasMore, busy, error, loadMore, reload } = negotiations
  const { items, kept } = useKept(negotiations, query)
  const [labelled, setLabelled] = useState<NegotiationObject | null>(null)
  const groups = useMemo(() => sameCars(items ?? []), [items])
  return (
    <>
      {error && (
        <div className={classes.problem} role="alert">
          <p>
            {words.list.failed} {words.problems.of(error)}
            {kept && <> {words.offline.asOf(momentOf(kept.at))}</>}
          </p>
          <Button variant="default" onClick={reload}>
            {words.common.tryAgain}
          </Button>
        </div>
      )}
      {items === null && !error && <Loading />}
      <ul className={classes.items}>
        {items?.map((negotiation) => (
          <li key={negotiation.id}>
            <NegotiationCard
              negotiation={negotiation}
              chosen={chosen}
              beside={comparedWith(negotiation, groups.get(negotiation.id) ?? [])}
              onLabel={setLabelled}
            />
          </li>
        ))}
      </ul>
      {hasMore && (
        <Button className={classes.more} variant="default" size="md" loading={busy} onClick={loadMore}>
          {words.list.more}
        </Button>
      )}
      <Suspense>
        {labelled && <LabelDialog negotiation={labelled} onClose={() => setLabelled(null)} />}
      </Suspense>
    </>
  )
}

/** Without an answer, those of the kept ones that are asked for; the whole list alone is kept. */
function useKept({ items }: Negotiations, query: ListQuery) {
  const kept = useKeptList(isFiltered(query) ? null : items)
  const asked = useMemo(() => kept?.value.filter((item) => isAskedFor(item, query)), [kept, query])
  return { items: items ?? asked ?? null, kept: items === null ? kept : null }
}

function Loading() {
  const { common } = useWords()
  return (
    <div className={classes.items} role="status" aria-label={common.loading}>
      {[1, 2, 3].map((row) => (
        <Skeleton key={row} height={124} radius="lg" />
      ))}
    </div>
  )
}

function Empty() {
  const { empty } = useWords().list
  return (
    <section className={classes.empty}>
      <h2>{empty.title}</h2>
      <p>{empty.text}</p>
      <Button component={Link} href={NEW} size="md" leftSection={<Plus size={18} aria-hidden />}>
        {empty.action}
      </Button>
    </section>
  )
}
