import { useMergedRef } from '@mantine/hooks'
import { defaultRangeExtractor, observeElementOffset, useVirtualizer, type Range, type Virtualizer } from '@tanstack/react-virtual'
import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react'

import { useSelected } from '../negotiation/context'
import { guessedHeight, type Row } from './rows'
import { followEnd, useFollowing, useReaderPlace, type ReaderPlace } from './use-following'
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
  const placeRef = useReaderPlace()
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
    overscan: BEYOND,
    anchorTo: 'end',
    directDomUpdates: true,
    directDomUpdatesMode: 'position',
    observeElementOffset: useReadersScrolling(placeRef),
    onChange: (instance) => followEnd(scroller.current, placeRef.current, () => showNewest(instance)),
  })
  const last = rows.at(-1)
  const isAnswerLast = last?.kind === 'message' && last.message.kind === 'advice'
  const scrollToEnd = useCallback(() => virtualizer.scrollToEnd(), [virtualizer])
  const showNewest = useCallback(
    (instance: List) => {
      const start = isAnswerLast ? startOfLast(instance) : null
      if (start === null) instance.scrollToEnd()
      else showStart(scroller.current, start)
    },
    [isAnswerLast, scroller],
  )
  const follow = useCallback(() => showNewest(virtualizer), [showNewest, virtualizer])
  const sent = useSelected((state) => state.sends)
  const following = useFollowing({ scroller, placeRef, sent, scrollToEnd, follow })
  return { list: useMergedRef(list, virtualizer.containerRef), virtualizer, beginning, ...following }
}

type List = Virtualizer<HTMLDivElement, HTMLLIElement>

/** Where the last row begins, if it is higher than what can be seen of it; else null. */
function startOfLast(instance: List): number | null {
  const last = instance.measurementsCache[instance.options.count - 1]
  const seen = instance.scrollRect?.height ?? 0
  return last && last.size + 2 * GAP_PX > seen ? last.start - GAP_PX : null
}

/** A long answer is read from its beginning: that much, and no further, its reader is taken down. */
function showStart(box: HTMLElement | null, start: number): void {
  if (box !== null && box.scrollTop < start) box.scrollTop = start
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
