/**
 * Where the reader of a list is, and how the page moves them without mistaking its own moves, or the
 * browser's, for theirs. Lengths are in px.
 */

/** The part of a scrolling element that is needed here. */
type Box = Pick<HTMLElement, 'scrollTop' | 'scrollHeight' | 'clientHeight'>

export interface ReaderPlace {
  /** Whether they stay at the end however it grows. */
  follows: boolean
  /** Where they were last. */
  top: number
  /** Where the page took them to read an answer from its beginning; who is still there did not move. */
  shown: number | null
}

export function startingPlace(): ReaderPlace {
  return { follows: true, top: 0, shown: null }
}

/** Back to the end of what has grown, for a reader who follows, or to the beginning of an answer. */
export function followEnd(box: Box | null, place: ReaderPlace, follow: () => void): void {
  if (box === null || !place.follows) return
  const isAtEnd = belowOf(box) <= 1
  if (isAtEnd) noteShrinking(box, place)
  if (!isAtEnd || box.scrollTop === place.shown) follow()
}

/**
 * Rows that come into sight on the way turn out higher or lower: then it is asked for again. The
 * virtualizer's own way to the end would go on by itself, also when there is another place to be.
 */
export function showEnd(box: Box | null): void {
  if (box !== null) box.scrollTop = box.scrollHeight
}

/**
 * A long answer is read from its beginning: that much, and no further, its reader is taken down.
 * `start` is the end of the list where the answer can be seen whole. Rows above it may turn out
 * lower than they were: who was taken too far, and has not scrolled since, is taken back.
 */
export function showStart(box: Box | null, start: number, place: ReaderPlace): void {
  if (box === null || (box.scrollTop >= start && box.scrollTop !== place.shown)) return
  moveUnread(box, place, () => (box.scrollTop = start))
  place.shown = box.scrollTop
}

/** Moves the list by the page itself, which is nobody's way up. */
export function moveUnread(box: Box, place: ReaderPlace, move: () => void): void {
  const before = box.scrollTop
  move()
  if (place.shown === before) place.shown = box.scrollTop
  place.top += Math.min(0, box.scrollTop - before)
}

/**
 * What becomes shorter takes a reader at its end up with it. The browser tells of that only with the
 * next frame, and by then the list may have grown again: then it would look like the reader's way up.
 */
function noteShrinking(box: Box, place: ReaderPlace): void {
  place.top = Math.min(place.top, box.scrollTop)
  if (place.shown !== null) place.shown = Math.min(place.shown, box.scrollTop)
}

/** How much is hidden below. */
export function belowOf(box: Box): number {
  return box.scrollHeight - box.clientHeight - box.scrollTop
}
