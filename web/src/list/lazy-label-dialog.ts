import { lazy } from 'react'

export const LabelDialog = lazy(() =>
  import('./LabelDialog').then((file) => ({ default: file.LabelDialog })),
)
