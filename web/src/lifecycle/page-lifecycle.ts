/**
 * The one place that listens whether the browser has a line and whether the page is looked at:
 * everybody else asks here, so that one moment is told once, and in one way.
 */

/** `focused`: the window is the one that keys go to, which a page that was never hidden tells as well. */
export type PageEvent = 'online' | 'offline' | 'visible' | 'hidden' | 'focused'

type Handlers = Partial<Record<PageEvent, () => void>>

/** Passes events on; a handler that fails is reported, and keeps nobody else from hearing. */
let page: EventTarget | null = null

/** Returns what ends it. */
export function whenPage(handlers: Handlers): () => void {
  const events = (page ??= listening())
  const entries = Object.entries(handlers)
  for (const [name, handle] of entries) events.addEventListener(name, handle)
  return () => {
    for (const [name, handle] of entries) events.removeEventListener(name, handle)
  }
}

/** Whether the tab is looked at, as far as the browser knows. */
export function isVisible(): boolean {
  return document.visibilityState === 'visible'
}

/** For as long as the page is open. */
function listening(): EventTarget {
  const events = new EventTarget()
  const tell = (name: PageEvent) => events.dispatchEvent(new Event(name))
  window.addEventListener('online', () => tell('online'))
  window.addEventListener('offline', () => tell('offline'))
  window.addEventListener('focus', () => tell('focused'))
  document.addEventListener('visibilitychange', () => tell(isVisible() ? 'visible' : 'hidden'))
  return events
}
