import { useEffect, useMemo, useState, type RefObject } from 'react'

import type { Row } from './rows'

type Ends = readonly [from: string, to: string]

/**
 * Rows that stay in the document though they are scrolled off: the one that has the focus, so that
 * it is not lost, and those in which text is selected, so that all of it is copied. Returns their
 * places, ascending.
 */
export function useKeptRows(list: RefObject<HTMLElement | null>, rows: readonly Row[]): readonly number[] {
  const focused = useFocusedRow(list)
  const selected = useSelectedRows(list)
  return useMemo(() => {
    const placeOf = (key: string) => rows.findIndex((row) => row.key === key)
    const kept = new Set(selected === null ? [] : span(placeOf(selected[0]), placeOf(selected[1])))
    if (focused !== null) kept.add(placeOf(focused))
    kept.delete(-1)
    return [...kept].sort((one, other) => one - other)
  }, [rows, focused, selected])
}

function useFocusedRow(list: RefObject<HTMLElement | null>): string | null {
  const [focused, setFocused] = useState<string | null>(null)
  useEffect(() => {
    const box = list.current
    const onFocus = (focus: FocusEvent) => setFocused(keyAt(focus.target as Node))
    const onBlur = () => {
      // A window that loses the focus keeps its active element, and gives it back later.
      if (!box?.contains(document.activeElement)) setFocused(null)
    }
    box?.addEventListener('focusin', onFocus)
    box?.addEventListener('focusout', onBlur)
    return () => {
      box?.removeEventListener('focusin', onFocus)
      box?.removeEventListener('focusout', onBlur)
    }
  }, [list])
  return focused
}

function useSelectedRows(list: RefObject<HTMLElement | null>): Ends | null {
  const [ends, setEnds] = useState<Ends | null>(null)
  useEffect(() => {
    const onSelection = () => {
      const now = selectedIn(list.current)
      setEnds((before) => (before?.[0] === now?.[0] && before?.[1] === now?.[1] ? before : now))
    }
    document.addEventListener('selectionchange', onSelection)
    return () => document.removeEventListener('selectionchange', onSelection)
  }, [list])
  return ends
}

function selectedIn(list: HTMLElement | null): Ends | null {
  const selection = document.getSelection()
  if (selection === null || selection.isCollapsed || list === null) return null
  const { anchorNode, focusNode } = selection
  if (!list.contains(anchorNode) || !list.contains(focusNode)) return null
  const [from, to] = [keyAt(anchorNode), keyAt(focusNode)]
  return from !== null && to !== null ? [from, to] : null
}

function keyAt(node: Node | null): string | null {
  const element = node instanceof Element ? node : node?.parentElement
  return element?.closest<HTMLElement>('[data-row]')?.dataset.row ?? null
}

function span(from: number, to: number): number[] {
  if (from < 0 || to < 0) return []
  const first = Math.min(from, to)
  return Array.from({ length: Math.abs(to - from) + 1 }, (_, step) => first + step)
}
