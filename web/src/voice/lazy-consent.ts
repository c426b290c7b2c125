import { part } from '../parts/part'

/** Fetched when it is asked for: a dialog weighs more than the button that opens it. */
export const ConsentDialog = part(() => import('./ConsentDialog').then((file) => file.ConsentDialog))
