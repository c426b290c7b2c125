import { InputBase, type TextareaProps } from '@mantine/core'
import { useLayoutEffect, useRef } from 'react'

type Props = Omit<TextareaProps, 'autosize' | 'styles' | 'value' | 'minRows' | 'maxRows'> & {
  value: string
  minRows: number
  maxRows: number
}

/** Mantine's own measures the box with each key, also where the browser makes it grow by itself. */
const GROWS = 'fieldSizing' in document.documentElement.style

/** A box that is as high as what is written in it, between two numbers of lines. */
export function GrowingTextarea({ minRows, maxRows, ...others }: Props) {
  const box = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    if (GROWS || box.current === null) return
    box.current.style.height = 'auto'
    box.current.style.height = `${String(box.current.scrollHeight + BORDERS_PX)}px`
  }, [others.value])
  return (
    <InputBase
      {...others}
      component="textarea"
      multiline
      ref={box}
      attributes={{ input: { dir: 'auto' } }}
      styles={{ input: { fieldSizing: 'content', contain: 'inline-size', minHeight: highOf(minRows), maxHeight: highOf(maxRows) } }}
    />
  )
}

const BORDERS_PX = 2

function highOf(rows: number): string {
  return `calc(${String(rows)} * 1lh + 2 * var(--input-padding-y) + ${String(BORDERS_PX)}px)`
}
