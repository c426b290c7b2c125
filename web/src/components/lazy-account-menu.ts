import { lazy } from 'react'

export const loadAccountMenu = () => import('./AccountMenu')

export const AccountMenu = lazy(() => loadAccountMenu().then((file) => ({ default: file.AccountMenu })))
