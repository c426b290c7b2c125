/** What a build of the page consists of; written into the worker when the page is built. */

export interface Shell {
  /** Another one for every build that differs. */
  version: string
  /** What `/` must be like to belong to this build, in the form of a script's `integrity`. */
  integrity: string
  /** Addresses of everything else that the page may load; each names its content. */
  files: readonly string[]
}

declare const SHELL: Shell
const shell: Shell = SHELL

const PREFIX = 'shell-'
const CURRENT = PREFIX + shell.version
const START = '/'

/**
 * Keep all of the build, or nothing of it. A gateway of another version may answer during a deploy:
 * then it fails, and the browser tries again later.
 */
export async function keepShell(): Promise<void> {
  const cache = await caches.open(CURRENT)
  try {
    const start = new Request(START, { cache: 'no-cache', integrity: shell.integrity })
    await Promise.all([keep(cache, start), ...shell.files.map((file) => keep(cache, new Request(file)))])
  } catch (error) {
    await caches.delete(CURRENT)
    throw error
  }
}

/** Forget all builds but this one and the one before, whose pages may still be open. */
export async function forgetOldShells(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX))
  const before = names.filter((name) => name !== CURRENT).slice(0, -1)
  await Promise.all(before.map((name) => caches.delete(name)))
}

/** The page itself, whichever of its screens is asked for. */
export function start(request: Request): Promise<Response> {
  return kept(START, request)
}

/** A file of this build or of the one before; any other comes from the server. */
export async function kept(address: string, request: Request): Promise<Response> {
  const cache = await caches.open(CURRENT)
  return (await cache.match(address)) ?? (await caches.match(address)) ?? fetch(request)
}

async function keep(cache: Cache, request: Request): Promise<void> {
  const isNamedByContent = request.integrity === ''
  const known = isNamedByContent ? await caches.match(request) : undefined
  const response = known ?? (await fetch(request))
  if (!response.ok) throw new TypeError(`${request.url}: ${response.status}`)
  await cache.put(request.url, response)
}
