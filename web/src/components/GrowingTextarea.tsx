import { InputBase, type TextareaProps } from '@mantine/core'
import { useCallbackRef } from '@mantine/hooks'
import { memo, useLayoutEffect, useRef, useState, type RefObject } from 'react'

interface Lines {
  minRows: number
  maxRows: number
}

type Props = Omit<TextareaProps, 'autosize' | 'styles' | 'value' | 'defaultValue' | 'ref' | keyof Lines> &
  Lines & { value: string }

/**
 * A box that is as high as what is written in it, between two numbers of lines.
 *
 * What is typed stays the browser's own: React, where it holds a box's text, draws the box again for each
 * key and sets its text once more, and the page then computes its styles twice. Only a `value` that
 * was not typed is written into it.
 */
export function GrowingTextarea({ value, onChange, onKeyDown, ...fixed }: Props) {
  const box = useRef<HTMLTextAreaElement>(null)
  const [first] = useState(value)
  useLayoutEffect(() => {
    if (box.current !== null && box.current.value !== value) box.current.value = value
  }, [value])
  useFitting(box, value)
  return (
    <Box
      {...fixed}
      box={box}
      defaultValue={first}
      onChange={useCallbackRef(onChange)}
      onKeyDown={useCallbackRef(onKeyDown)}
    />
  )
}

type BoxProps = Omit<Props, 'value'> & { box: RefObject<HTMLTextAreaElement | null>; defaultValue: string }

/** Mantine's own `autosize` measures the box with each key, also where the browser makes it grow by itself. */
const Box = memo(function Box({ box, minRows, maxRows, ...others }: BoxProps) {
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
})

const GROWS = 'CSS' in window && CSS.supports('field-sizing', 'content')
const BORDERS_PX = 2

/** Where the browser does not make a box grow: by what it would have to scroll. */
function useFitting(box: RefObject<HTMLTextAreaElement | null>, value: string): void {
  useLayoutEffect(() => {
    if (!GROWS && box.current !== null) fit(box.current)
  }, [box, value])
  useLayoutEffect(() => {
    if (GROWS || box.current === null) return
    let wide = box.current.clientWidth
    const observer = new ResizeObserver(([{ target } = {}]) => {
      if (!(target instanceof HTMLTextAreaElement) || target.clientWidth === wide) return
      wide = target.clientWidth
      fit(target)
    })
    observer.observe(box.current)
    return () => observer.disconnect()
  }, [box])
}

function fit(box: HTMLTextAreaElement): void {
  box.style.height = 'auto'
  box.style.height = `${String(box.scrollHeight + BORDERS_PX)}px`
}

function highOf(rows: number): string {
  return `calc(${String(rows)} * 1lh + 2 * var(--input-padding-y) + ${String(BORDERS_PX)}px)`
}
