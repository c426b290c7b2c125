import type { KeyboardEvent } from 'react'

/** Characters as the contract counts them: Unicode code points. */
export function lengthOf(text: string): number {
  return Array.from(text).length
}

/** Enter sends, Shift+Enter breaks the line; an Enter that ends an IME's word does neither. */
export function sendsOnEnter(submit: () => void) {
  return (press: KeyboardEvent) => {
    if (press.key !== 'Enter' || press.shiftKey || press.nativeEvent.isComposing) return
    press.preventDefault()
    submit()
  }
}
