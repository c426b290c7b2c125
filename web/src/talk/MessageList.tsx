import { Button } from '@mantine/core'
import { ArrowDown } from 'lucide-react'
import { useMemo, useRef } from 'react'

import type { MessageObject } from '../contract'
import { useMessages, useSelected } from '../negotiation/context'
import { awaitsAdvice, latestAdvice, typesUnseen } from '../state/selectors'
import { useWords } from '../words'
import { Beginning } from './Beginning'
import classes from './MessageList.module.css'
import { ListRow } from './ListRow'
import { rowsOf, type Row } from './rows'
import { useOlder, type Older } from './use-older'
import { useRowWindow, type RowWindow } from './use-row-window'
import { useSteadyPresses } from './use-steady-presses'

/**
 * The talk as a list of which only what is near the reader is in the document, however long it is.
 *
 * What that costs: the browser's find-in-page, printing, "select all" and a screen reader's list of
 * headings reach only what is near. What it keeps: each row is a list item that says its place in the
 * whole; the row with the focus and rows with selected text stay; everything is reached by scrolling,
 * with the keyboard and with a reading cursor as well, since rows beyond both edges are there already.
 */
export function MessageList() {
  const { talk } = useWords()
  const scroller = useRef<HTMLDivElement>(null)
  const messages = useMessages()
  const rows = useRows(messages)
  const older = useOlder(scroller)
  const { list, virtualizer, beginning, below, toEnd } = useRowWindow(scroller, rows)
  useSteadyPresses(scroller)
  return (
    <div className={classes.frame}>
      {/* A scrolling area must be reachable by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={classes.scroller} ref={scroller} tabIndex={0} role="group" aria-label={talk.messages}>
        <div className={classes.beginning} ref={beginning}>
          <Beginning older={older} firstAt={messages[0]?.created_at ?? null} scroller={scroller} />
        </div>
        <Rows rows={rows} list={list} virtualizer={virtualizer} total={older.hasMore ? -1 : rows.length} />
      </div>
      <OlderFailed older={older} />
      {below !== 'little' && (
        <Button
          className={classes.toEnd}
          size="sm"
          leftSection={<ArrowDown size={16} aria-hidden />}
          onClick={() => {
            toEnd()
            // The button goes; who pressed it goes on in the talk.
            scroller.current?.focus({ preventScroll: true })
          }}
        >
          {below === 'new' ? talk.newest : talk.toEnd}
        </Button>
      )}
    </div>
  )
}

function useRows(messages: readonly MessageObject[]): readonly Row[] {
  const outbox = useSelected((state) => state.outbox)
  const isWaiting = useSelected((state) => awaitsAdvice(state) || typesUnseen(state))
  return useMemo(() => rowsOf(messages, outbox, isWaiting), [messages, outbox, isWaiting])
}

interface RowsProps extends Pick<RowWindow, 'list' | 'virtualizer'> {
  rows: readonly Row[]
  /** How many there are in all; -1 while nobody here knows. */
  total: number
}

function Rows({ rows, list, virtualizer, total }: RowsProps) {
  const latestId = useSelected((state) => latestAdvice(state)?.message.id ?? null)
  return (
    <ol className={classes.rows} ref={list}>
      {virtualizer.getVirtualItems().map(({ index, key }) => (
        <li
          key={key}
          ref={virtualizer.measureElement}
          data-index={index}
          data-row={key}
          aria-posinset={index + 1}
          aria-setsize={total}
        >
          {rows[index] && <ListRow row={rows[index]} latestId={latestId} />}
        </li>
      ))}
    </ol>
  )
}

function OlderFailed({ older: { error, load } }: { older: Older }) {
  const words = useWords()
  if (error === null) return null
  return (
    <div className={classes.failed} role="alert">
      <p>
        {words.talk.olderFailed} {words.problems.of(error)}
      </p>
      <Button size="compact-md" variant="default" onClick={load}>
        {words.common.tryAgain}
      </Button>
    </div>
  )
}
