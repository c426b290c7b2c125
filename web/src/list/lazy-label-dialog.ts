import { part } from '../parts/part'

export const LabelDialog = part(() => import('./LabelDialog').then((file) => file.LabelDialog))
