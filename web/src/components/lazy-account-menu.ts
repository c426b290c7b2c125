import { part } from '../parts/part'

export const loadAccountMenu = () => import('./AccountMenu').then((file) => file.AccountMenu)

export const AccountMenu = part(loadAccountMenu)
