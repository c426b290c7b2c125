import { Button, NativeSelect, TextInput } from '@mantine/core'
import { Search } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'

import type { ListQuery } from '../api/calls'
import { LIST } from '../app/paths'
import type { NegotiationStatus } from '../contract'
import { useWords } from '../words'
import classes from './ListFilter.module.css'
import { addressOf, SEARCH_CHARACTERS, searchOf, STATUSES } from './query'

const TYPING_MS = 250

/** Which negotiations to show; the address holds it, so that it survives a reload and can be shared. */
export function ListFilter({ query }: { query: ListQuery }) {
  const words = useWords()
  const [, go] = useLocation()
  const show = (next: ListQuery) => go(LIST + addressOf(next), { replace: true })
  const { typed, setTyped } = useTypedSearch(query, show)
  const field = useRef<HTMLInputElement>(null)
  const isFiltered = query.status !== undefined || query.search !== undefined
  const showAll = () => {
    // The button goes with what it took back.
    field.current?.focus()
    setTyped('')
    show({})
  }
  return (
    <search className={classes.filter}>
      <TextInput
        ref={field}
        type="search"
        size="md"
        className={classes.grow}
        aria-label={words.list.search}
        placeholder={words.list.searchPlaceholder}
        leftSection={<Search size={18} aria-hidden />}
        maxLength={SEARCH_CHARACTERS}
        value={typed}
        onChange={(change) => setTyped(change.currentTarget.value)}
      />
      <NativeSelect
        size="md"
        aria-label={words.list.statusFilter}
        value={query.status ?? ''}
        data={[
          { value: '', label: words.list.anyStatus },
          ...STATUSES.map((status) => ({ value: status, label: words.common.status[status] })),
        ]}
        onChange={(change) => show({ ...query, status: statusOf(change.currentTarget.value) })}
      />
      {isFiltered && (
        <Button variant="default" size="md" onClick={showAll}>
          {words.list.showAll}
        </Button>
      )}
    </search>
  )
}

function statusOf(value: string): NegotiationStatus | undefined {
  return STATUSES.find((status) => status === value)
}

/** What stands in the field; the address follows when the typing pauses. */
function useTypedSearch(query: ListQuery, show: (query: ListQuery) => void) {
  const [typed, setTyped] = useState(query.search ?? '')
  const latest = useRef({ query, show })
  useEffect(() => {
    latest.current = { query, show }
  })
  useEffect(() => {
    const search = searchOf(typed)
    if (search === (latest.current.query.search ?? '')) return undefined
    const timer = setTimeout(() => {
      const { query: now, show: showNow } = latest.current
      showNow({ ...now, search: search || undefined })
    }, TYPING_MS)
    return () => clearTimeout(timer)
  }, [typed])
  return { typed, setTyped }
}
