import { createContext, use } from 'react'

import type { UserObject } from '../contract'

export type AuthState =
  | { phase: 'unknown' }
  | { phase: 'unreachable' }
  | { phase: 'out'; ended?: boolean }
  /** `isKept`: as this browser remembers it; the server has not answered yet. */
  | { phase: 'in'; user: UserObject; isKept?: boolean }

export interface Auth {
  auth: AuthState
  /** Resolves once the page speaks the user's language and shows what is theirs. */
  signedIn: (user: UserObject) => Promise<void>
  /** Ask the server again who this is. */
  identify: () => void
  leave: () => Promise<void>
}

export const AuthContext = createContext<Auth | null>(null)

export function useAuth(): Auth {
  const auth = use(AuthContext)
  if (auth === null) throw new Error('AuthProvider is missing')
  return auth
}

/** Whose page this is; only below what is shown to somebody who is logged in. */
export function useUserId(): string {
  const { auth } = useAuth()
  if (auth.phase !== 'in') throw new Error('nobody is logged in')
  return auth.user.id
}
