import { Suspense, useEffect, useState } from 'react'

import { part } from '../parts/part'

const NewVersionNotice = part(() => import('./NewVersionNotice').then((file) => file.NewVersionNotice))

/** After the page has what it needs itself. */
const SOON_MS = 2_000

/** Registers the service worker, and says when a newer version of the page is at hand. */
export function NewVersion() {
  const [isOutdated, setOutdated] = useState(false)
  useEffect(() => {
    if (!import.meta.env.PROD) return
    const timer = setTimeout(() => {
      import('./registration').then(
        ({ registerServiceWorker }) => registerServiceWorker(() => setOutdated(true)),
        () => undefined,
      )
    }, SOON_MS)
    return () => clearTimeout(timer)
  }, [])
  if (!isOutdated) return null
  return (
    <Suspense>
      <NewVersionNotice onClose={() => setOutdated(false)} />
    </Suspense>
  )
}
