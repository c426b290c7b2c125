/** The page's own addresses. */

export const LIST = '/negotiations'
export const NEW = '/negotiations/new'
export const LOG_IN = '/login'

export const COMPARE = '/negotiations/compare'

/** A few negotiations side by side. */
export const comparePath = (ids: readonly string[]) => `${COMPARE}?ids=${ids.join(',')}`
export const negotiationPath = (id: string) => `${LIST}/${id}`

export function logInThen(path: string): string {
  return path === '/' ? LOG_IN : `${LOG_IN}?next=${encodeURIComponent(path)}`
}

/** Where to go after the log-in: only ever a page of this product. */
export function afterLogIn(search: string): string {
  const next = new URLSearchParams(search).get('next') ?? LIST
  return /^\/(?![/\\])/.test(next) && next !== LOG_IN ? next : LIST
}
