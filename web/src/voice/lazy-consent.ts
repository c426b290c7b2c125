import { lazy } from 'react'

/** Fetched when it is asked for: a dialog weighs more than the button that opens it. */
export const ConsentDialog = lazy(() => import('./ConsentDialog').then((file) => ({ default: file.ConsentDialog })))
