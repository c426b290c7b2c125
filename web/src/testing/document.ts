/** What tests with a document need of it, beyond what jsdom has. */

import '@testing-library/jest-dom/vitest'

import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

/** Before each file: the files share what they import, and what is said here of their tests is said anew. */
export function prepareDocument(): void {
  // jsdom lays nothing out: what the components ask of a layout gets the plainest answer, a wide page's.
  window.matchMedia = (media) =>
    ({
      media,
      matches: media.includes('min-width'),
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }) as unknown as MediaQueryList
  window.ResizeObserver = class {
    observe = () => undefined
    unobserve = () => undefined
    disconnect = () => undefined
  }
  globalThis.CSS = { supports: () => false } as unknown as typeof CSS
  // It captures no pointer either: nothing moves from under it.
  HTMLElement.prototype.hasPointerCapture = () => false
  HTMLElement.prototype.setPointerCapture = () => undefined
  HTMLElement.prototype.releasePointerCapture = () => undefined
  // Room for every row of a list that draws only what is seen.
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 2_000 })
  Object.defineProperty(document, 'fonts', {
    configurable: true,
    value: { addEventListener: () => undefined, removeEventListener: () => undefined },
  })
  // What is waited for comes, or the test's own time ends it: how busy the machine is decides nothing.
  configure({ asyncUtilTimeout: 25_000 })
  afterEach(() => {
    cleanup()
    sessionStorage.clear()
    localStorage.clear()
  })
}
