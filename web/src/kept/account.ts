/** Who was logged in here, and the list of their negotiations, as last heard from the server. */

import type { NegotiationObject, UserObject } from '../contract'
import { readKept, writeKept, type Kept } from './database'

const USER = 'user'
const LIST = 'list'
const MOST_ITEMS = 50

export const keepUser = (user: UserObject) => writeKept(user.id, USER, user)

export const keptUser = (userId: string): Promise<Kept<UserObject> | null> => readKept<UserObject>(userId, USER)

export const keepList = (userId: string, items: readonly NegotiationObject[]) =>
  writeKept(userId, LIST, items.slice(0, MOST_ITEMS))

export const keptList = (userId: string): Promise<Kept<NegotiationObject[]> | null> =>
  readKept<NegotiationObject[]>(userId, LIST)
