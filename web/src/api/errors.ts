/** What can go wrong with a call, as one type: a problem that the server names, or no answer. */

import type { Problem } from './bodies'

/** About the login, the line, and the amount of calls; not about what was sent. */
const PASSING = [401, 408, 429]

export class ApiError extends Error {
  constructor(
    /** HTTP status; 0 when no answer came. */
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly fields: Readonly<Record<string, string>> = {},
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(`${code}: ${detail}`)
    this.name = 'ApiError'
  }

  /** The server has judged the content: sent again as it is, it would be refused again. */
  get isRefusal(): boolean {
    return this.status >= 400 && this.status < 500 && !PASSING.includes(this.status)
  }
}

export const NO_ANSWER = 'no_answer'

export function noAnswer(): ApiError {
  return new ApiError(0, NO_ANSWER, '')
}

export function asApiError(error: unknown): ApiError {
  return error instanceof ApiError ? error : new ApiError(0, 'unexpected', String(error))
}

export async function readProblem(response: Response): Promise<ApiError> {
  const problem = await response.json().then(asProblem, () => null)
  const retryAfter = Number(response.headers.get('Retry-After') ?? Number.NaN)
  return new ApiError(
    response.status,
    problem?.code ?? `http_${response.status}`,
    problem?.detail ?? '',
    flatten(problem?.errors),
    Number.isFinite(retryAfter) ? retryAfter : null,
  )
}

function asProblem(body: unknown): Partial<Problem> | null {
  return typeof body === 'object' && body !== null ? body : null
}

/** `{vehicle: {year: ["Too old."]}}` → `{"vehicle.year": "Too old."}`. */
function flatten(errors: unknown, path = ''): Record<string, string> {
  if (typeof errors === 'string') return { [path]: errors }
  if (Array.isArray(errors)) return { [path]: errors.map(String).join(' ') }
  if (typeof errors !== 'object' || errors === null) return {}
  const nested = Object.entries(errors).map(([field, inner]) =>
    flatten(inner, path === '' ? field : `${path}.${field}`),
  )
  return Object.assign({}, ...nested) as Record<string, string>
}
