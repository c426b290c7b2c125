import { Button } from '@mantine/core'
import { useLayoutEffect, useRef, type RefObject } from 'react'

import { useWords } from '../words'
import classes from './MessageList.module.css'
import { Separator } from './Separator'
import type { Older } from './use-older'

interface Props {
  older: Older
  /** When the first message on the page was written. */
  firstAt: string | null
  scroller: RefObject<HTMLElement | null>
}

/**
 * Above the messages: the way to older ones, and once all are there the day of the first. Its height
 * stays the same, so that what is below it does not move when the one gives way to the other.
 */
export function Beginning({ older, firstAt, scroller }: Props) {
  const { talk } = useWords()
  const button = useRef<HTMLButtonElement>(null)
  const { hasMore, isLoading, load } = older
  // The last page takes the button away: who pressed it goes on in the talk.
  useLayoutEffect(() => {
    const pressed = button.current
    const box = scroller.current
    return () => {
      if (pressed !== null && document.activeElement === pressed) box?.focus()
    }
  }, [hasMore, scroller])
  if (!hasMore) return firstAt && <Separator separator={{ kind: 'day', at: firstAt }} />
  return (
    <Button
      ref={button}
      variant="default"
      aria-disabled={isLoading}
      leftSection={isLoading ? <span className={classes.loading} aria-hidden /> : null}
      onClick={load}
    >
      {isLoading ? talk.olderComing : talk.older}
    </Button>
  )
}
