/**
 * Single keys, for hands that stay on the keyboard. None of them binds the buyer: each opens what
 * asks first. They never act while something is typed, and can be turned off.
 */

export const COMMANDS = ['offer', 'dealer', 'message', 'accept', 'walk_away', 'help'] as const
export type Command = (typeof COMMANDS)[number]

/** By the letter, not by the place on the keyboard. Free in browsers; with no modifier but Shift for `?`. */
export const KEYS: Readonly<Record<Command, string>> = {
  offer: 'o',
  dealer: 'd',
  message: 'm',
  accept: 'a',
  walk_away: 'w',
  help: '?',
}

export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat' | 'isComposing' | 'defaultPrevented' | 'target'>

export function commandOf(press: KeyPress): Command | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null
  if (press.repeat || press.isComposing || press.defaultPrevented || isTaken(press.target)) return null
  const key = press.key.toLowerCase()
  return COMMANDS.find((command) => KEYS[command] === key) ?? null
}

const TYPED_IN = 'textarea, select, [contenteditable]:not([contenteditable="false"])'
const NOT_TYPED_IN = new Set(['button', 'checkbox', 'radio', 'range', 'reset', 'submit'])
/** What takes letters itself, or is a dialog of its own. */
const TAKES_LETTERS = '[role=menu], [role=listbox], [role=combobox], [role=dialog], [role=textbox]'

function isTaken(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  if (target instanceof HTMLInputElement && !NOT_TYPED_IN.has(target.type)) return true
  return target.closest(TYPED_IN) !== null || target.closest(TAKES_LETTERS) !== null
}
