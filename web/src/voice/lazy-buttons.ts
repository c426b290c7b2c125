/** The buttons for speech, fetched only by browsers that have it. */

import { lazy } from 'react'

export const DictateButton = lazy(() => import('./DictateButton').then((file) => ({ default: file.DictateButton })))
export const ReadAloudButton = lazy(() =>
  import('./ReadAloudButton').then((file) => ({ default: file.ReadAloudButton })),
)
