/** The readable CSRF cookies. The tokens themselves are HttpOnly and out of script's reach. */

export function readCookie(wanted: string): string | null {
  for (const pair of document.cookie.split('; ')) {
    const split = pair.indexOf('=')
    if (pair.slice(0, split) === wanted) return decodeURIComponent(pair.slice(split + 1))
  }
  return null
}

export const accessCsrf = () => readCookie('csrf_access_token')
export const refreshCsrf = () => readCookie('csrf_refresh_token')
