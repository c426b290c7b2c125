/** The buttons for speech, fetched only by browsers that have it. */

import { part } from '../parts/part'

export const DictateButton = part(() => import('./DictateButton').then((file) => file.DictateButton))
export const ReadAloudButton = part(() => import('./ReadAloudButton').then((file) => file.ReadAloudButton))
