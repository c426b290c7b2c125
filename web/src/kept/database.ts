/**
 * What is kept of the server's state in this browser, by user, so that it can be read without a
 * line. A convenience: where the browser has no room or no IndexedDB, nothing is kept.
 */

import { clear, createStore, del, delMany, get, keys, set, update, type UseStore } from 'idb-keyval'

/** What was kept, and when (ms) it was true. */
export interface Kept<Value> {
  value: Value
  at: number
}

/** Of another schema it is of no use to this build. */
interface Entry extends Kept<unknown> {
  schema: string
}

let opened: UseStore | null = null

const store = () => (opened ??= createStore('adg-kept', 'entries'))
const keyOf = (userId: string, name: string) => `${userId}/${name}`

export async function readKept<Value>(userId: string, name: string): Promise<Kept<Value> | null> {
  const entry = await orNothing(() => get<Entry>(keyOf(userId, name), store()))
  // The schema is a hash of the types that an entry is made of.
  return entry?.schema === STATE_SCHEMA ? (entry as unknown as Kept<Value>) : null
}

export async function writeKept(userId: string, name: string, value: unknown): Promise<void> {
  const entry: Entry = { schema: STATE_SCHEMA, at: Date.now(), value }
  await orNothing(() => set(keyOf(userId, name), entry, store()))
}

export async function removeKept(userId: string, name: string): Promise<void> {
  await orNothing(() => del(keyOf(userId, name), store()))
}

/** Put a name first in a list of at most `most`; what drops out of the list is removed. */
export async function moveToFront(userId: string, list: string, name: string, most: number): Promise<void> {
  let dropped: readonly string[] = []
  const reordered = (names: readonly string[] = []) => {
    const all = [name, ...names.filter((each) => each !== name)]
    dropped = all.slice(most)
    return all.slice(0, most)
  }
  await orNothing(() => update<readonly string[]>(keyOf(userId, list), reordered, store()))
  if (dropped.length > 0) {
    await orNothing(() => delMany(dropped.map((each) => keyOf(userId, each)), store()))
  }
}

/** Nothing that is another user's stays where somebody logs in. */
export async function forgetOthers(userId: string): Promise<void> {
  const known = (await orNothing(() => keys<string>(store()))) ?? []
  const others = known.filter((key) => !key.startsWith(keyOf(userId, '')))
  if (others.length > 0) await orNothing(() => delMany(others, store()))
}

export async function forgetKept(): Promise<void> {
  await orNothing(() => clear(store()))
}

async function orNothing<Value>(ask: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await ask()
  } catch {
    return undefined
  }
}
