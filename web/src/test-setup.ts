import '@testing-library/jest-dom/vitest'

import { cleanup } from '@testing-library/react'
import { afterEach, vi } from 'vitest'

if (typeof window !== 'undefined') {
  // jsdom lays nothing out: what the components ask of a layout gets the plainest answer, a wide page's.
  vi.stubGlobal('matchMedia', (media: string) => ({
    media,
    matches: media.includes('min-width'),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }))
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe = () => undefined
      unobserve = () => undefined
      disconnect = () => undefined
    },
  )
  vi.stubGlobal('CSS', { supports: () => false })
  // It captures no pointer either: nothing moves from under it.
  HTMLElement.prototype.hasPointerCapture = () => false
  HTMLElement.prototype.setPointerCapture = () => undefined
  HTMLElement.prototype.releasePointerCapture = () => undefined
  // Room for every row of a list that draws only what is seen.
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 2_000 })
  Object.defineProperty(document, 'fonts', {
    value: { addEventListener: () => undefined, removeEventListener: () => undefined },
  })
  afterEach(() => {
    cleanup()
    sessionStorage.clear()
    localStorage.clear()
  })
}
