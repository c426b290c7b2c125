import { useMergedRef } from '@mantine/hooks'
import { defaultRangeExtractor, elementScroll, observeElementOffset, useVirtualizer, type Range, type Virtualizer } from '@tanstack/react-virtual'
import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react'

import { useSelected } from '../negotiation/context'
import { followEnd, moveUnread, showEnd, showStart, startingPlace, type ReaderPlace } from './reader-place'
import { guessedHeight, type Row } from './rows'
import { useFollowing } from './use-following'
import { useKeptRows } from './use-kept-rows'

const GAP_PX = 14
/** Rows beyond each edge of what is seen: for a reading cursor, and for quick scrolling. */
const BEYOND = 12

/**
 * Which rows are in the document, and where. What the reader sees keeps its place when older rows
 * are put before it and when rows above it turn out higher than they were guessed.
 *
 * Places and heights are written into the document by the virtualizer itself: a row that grows with
 * each word of a reply must not have the whole list drawn again. React draws it when other rows come
 * into sight.
 */
export function useRowWindow(scroller: RefObject<HTMLDivElement | null>, rows: readonly Row[]) {
  const list = useRef<HTMLOListElement>(null)
  const { ref: beginning, height: scrollMargin } = useHeight()
  const rangeExtractor = useKeeping(useKeptRows(list, rows))
  const getItemKey = useCallback((index: number) => rows[index]?.key ?? index, [rows])
  const placeRef = useRef(startingPlace())
  // What it returns changes without its identity: nothing made from it is remembered.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLLIElement>({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index] ? guessedHeight(rows[index]) : 0),
    getItemKey,
    rangeExtractor,
    scrollMargin,
    gap: GAP_PX,
    paddingEnd: GAP_PX,
    scrollPaddingStart: GAP_PX,
    overscan: BEYOND,
    anchorTo: 'end',
    // Never at its end for the virtualizer, which would stay there whatever comes: following is ours.
    scrollEndThreshold: -1,
    directDomUpdates: true,
    directDomUpdatesMode: 'position',
    observeElementOffset: useReadersScrolling(placeRef),
    scrollToFn: (...asked) => {
      if (scroller.current !== null) moveUnread(scroller.current, placeRef.current, () => elementScroll(...asked))
    },
    onChange: (instance) => followEnd(scroller.current, placeRef.current, () => showNewest(instance)),
  })
  const answer = lastAnswer(rows)
  const scrollToEnd = useCallback(() => showEnd(scroller.current), [scroller])
  const showNewest = useCallback(
    (instance: List) => {
      const start = answer === null ? undefined : instance.getOffsetForIndex(answer, 'start')
      if (start === undefined) showEnd(scroller.current)
      else showStart(scroller.current, start[0], placeRef.current)
    },
    [answer, scroller, placeRef],
  )
  const follow = useCallback(() => showNewest(virtualizer), [showNewest, virtualizer])
  const sent = useSelected((state) => state.sends)
  const newest = rows.at(-1)?.key
  const following = useFollowing({ scroller, placeRef, sent, newest, scrollToEnd, follow })
  return { list: useMergedRef(list, virtualizer.containerRef), virtualizer, beginning, ...following }
}

type List = Virtualizer<HTMLDivElement, HTMLLIElement>

/** The place of the answer that is the newest row, but for the sign that another one is awaited. */
function lastAnswer(rows: readonly Row[]): number | null {
  const place = rows.findLastIndex(({ kind }) => kind !== 'waiting')
  const row = rows[place]
  return row?.kind === 'message' && row.message.kind === 'advice' ? place : null
}

/** A list that follows its end scrolls by itself, which is nobody's scrolling: nothing is drawn for it. */
function useReadersScrolling(placeRef: RefObject<ReaderPlace>) {
  return useCallback(
    (instance: List, told: (offset: number, isScrolling: boolean) => void) =>
      observeElementOffset(instance, (offset, isScrolling) => told(offset, isScrolling && !placeRef.current.follows)),
    [placeRef],
  )
}

/** The rows in sight and around it, and those that are kept. */
function useKeeping(kept: readonly number[]) {
  return useCallback(
    (range: Range) => {
      const around = defaultRangeExtractor(range)
      const more = kept.filter((place) => place < range.count && !around.includes(place))
      return more.length === 0 ? around : [...around, ...more].sort((one, other) => one - other)
    },
    [kept],
  )
}

function useHeight() {
  const ref = useRef<HTMLDivElement>(null)
  const [height, setHeight] = useState(0)
  useLayoutEffect(() => {
    const box = ref.current
    if (box === null) return
    const measure = () => setHeight(box.offsetHeight)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(box)
    return () => observer.disconnect()
  }, [])
  return { ref, height }
}

export type RowWindow = ReturnType<typeof useRowWindow>
