/** Registers the service worker, and tells when the page that is open is not the newest any more. */

import { isVisible, whenPage } from '../lifecycle/page-lifecycle'

const SCRIPT = '/service-worker.js'
const LOOK_MS = 15 * 60_000
const PAUSE_MS = 60_000

/** What is used of it; the made address is taken wherever a text is. */
interface TrustedTypes {
  createPolicy: (name: string, rules: { createScriptURL: () => string }) => { createScriptURL: (of: string) => string }
}

/** @param outdated called when another version of the page is at hand. */
export async function registerServiceWorker(outdated: () => void): Promise<void> {
  const container = (navigator as { serviceWorker?: ServiceWorkerContainer }).serviceWorker
  // Browsers offer it to secure pages only.
  if (container === undefined) return
  const compare = (otherwise: boolean) =>
    void isOutdated()
      .catch(() => otherwise)
      .then((is) => is && outdated())
  let before = container.controller
  container.addEventListener('controllerchange', () => {
    // Where it cannot be asked: a worker that takes another's place is of a newer build.
    compare(before !== null)
    before = container.controller
  })
  if (before !== null) compare(false)
  try {
    lookForUpdates(await container.register(vouchedFor(), { updateViaCache: 'none' }))
  } catch {
    // Private windows may refuse it; the page works without.
  }
}

/** The page's policy lets no mere text become a script's address, and this policy name alone make one. */
function vouchedFor(): string {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes }
  return trustedTypes?.createPolicy('service-worker', { createScriptURL: () => SCRIPT }).createScriptURL('') ?? SCRIPT
}

/** Whether the page that would be loaded now starts with another script than this one did. */
async function isOutdated(): Promise<boolean> {
  const script = document.querySelector<HTMLScriptElement>('script[type=module][src]')
  if (script === null) return false
  const response = await fetch('/', { headers: { Accept: 'text/html' } })
  if (!response.ok) throw new TypeError(`/: ${response.status}`)
  return !(await response.text()).includes(new URL(script.src).pathname)
}

/** Browsers look when a page is opened; one that stays open for days has to ask. */
function lookForUpdates(registration: ServiceWorkerRegistration): void {
  let lookedAt = Date.now()
  const look = () => {
    if (!isVisible() || Date.now() - lookedAt < PAUSE_MS) return
    lookedAt = Date.now()
    registration.update().catch(() => undefined)
  }
  setInterval(look, LOOK_MS)
  whenPage({ visible: look, online: look })
}
