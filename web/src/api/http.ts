/** One call to the backend: JSON in and out, CSRF, a time-out, and one renewal of the log-in. */

import { currentLanguage } from '../language/current'
import { accessCsrf } from './cookies'
import { noAnswer, readProblem } from './errors'
import { renewLogin } from './refresh'

const BASE = '/api/v1'
const TIMEOUT_MS = 15_000

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'
type SignedOutListener = () => void

const signedOutListeners = new Set<SignedOutListener>()

/** Called when a call found the log-in ended and it could not be renewed. */
export function onSignedOut(listener: SignedOutListener): () => void {
  signedOutListeners.add(listener)
  return () => void signedOutListeners.delete(listener)
}

export function announceSignedOut(): void {
  for (const listener of signedOutListeners) listener()
}

/** @throws ApiError for every answer but a 2xx, and with status 0 when none came. */
export function call<Answer>(method: Method, path: string, body?: unknown): Promise<Answer> {
  return callOr<Answer>(announceSignedOut, method, path, body)
}

/** Like `call`, of the page's own accord: what the buyer does next finds out that the log-in ended. */
export function callUnasked<Answer>(method: Method, path: string, body?: unknown): Promise<Answer> {
  return callOr<Answer>(() => undefined, method, path, body)
}

async function callOr<Answer>(
  ended: () => void,
  method: Method,
  path: string,
  body: unknown,
): Promise<Answer> {
  const csrf = accessCsrf()
  const response = await send(method, path, body, csrf)
  if (response.status !== 401) return read<Answer>(response)
  const renewal = await renewLogin(csrf)
  const finish = (answer: Response) => {
    if (answer.status === 401) ended()
    return read<Answer>(answer)
  }
  if (renewal.ok) return finish(await send(method, path, body, accessCsrf()))
  if (renewal.error.status === 0 || renewal.error.status >= 500) throw renewal.error
  return finish(response)
}

/** Like `call`, where 401 is an answer about the body (a wrong password), not about the log-in. */
export async function callSignedOut<Answer>(
  method: Method,
  path: string,
  body?: unknown,
): Promise<Answer> {
  return read<Answer>(await send(method, path, body, accessCsrf()))
}

async function send(
  method: Method,
  path: string,
  body: unknown,
  csrf: string | null,
): Promise<Response> {
  const headers: Record<string, string> = {
    Accept: 'application/json',
    // Whoever signs up is spoken to in the language that they signed up in.
    'Accept-Language': currentLanguage(),
  }
  if (body !== undefined) headers['Content-Type'] = 'application/json'
  if (method !== 'GET' && csrf !== null) headers['X-CSRF-TOKEN'] = csrf
  try {
    return await fetch(BASE + path, {
      method,
      headers,
      credentials: 'same-origin',
      body: body === undefined ? null : JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
  } catch {
    throw noAnswer()
  }
}

async function read<Answer>(response: Response): Promise<Answer> {
  if (!response.ok) throw await readProblem(response)
  if (response.status === 204) return undefined as Answer
  try {
    return (await response.json()) as Answer
  } catch {
    // The line broke in the middle of the answer.
    throw noAnswer()
  }
}
