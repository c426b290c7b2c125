import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'

import { logOut, whoAmI } from '../api/calls'
import { accessCsrf } from '../api/cookies'
import { asApiError, type ApiError } from '../api/errors'
import { announceSignedOut, onSignedOut } from '../api/http'
import { RENEW_AFTER_MS, renewedAt, renewLogin } from '../api/refresh'
import type { UserObject } from '../contract'
import { keepUser, keptUser } from '../kept/account'
import { forgetKept, forgetOthers } from '../kept/database'
import { speakTo } from '../language/speaking'
import { askAgain } from '../lifecycle/ask-again'
import { forgetAll, keep, kept } from '../state/keeping'
import { AuthContext, type AuthState } from './context'
import { noteOwner, notedOwner, onLoginChanged } from './owner'

const OWNER = 'owner'
const CHECK_MS = 30_000
/** How long the server may take to say who this is before the page shows what it remembers. */
const PATIENCE_MS = 600

export function AuthProvider({ children }: { children: ReactNode }) {
  const [auth, setAuth] = useState<AuthState>({ phase: 'unknown' })

  const signedIn = useCallback(async (user: UserObject) => {
    await speakTo(user)
    // Drafts outlive an ended log-in, but only for the person who typed them.
    if (kept(OWNER) !== user.id) forgetAll()
    keep(OWNER, user.id)
    noteOwner(user.id)
    void forgetOthers(user.id).then(() => keepUser(user))
    setAuth({ phase: 'in', user })
  }, [])

  const identify = useCallback(() => {
    whoAmI().then(
      ({ user }) => signedIn(user),
      async (error: unknown) => {
        const user = await rememberedUser()
        setAuth((now) => unidentifiedFrom(now, asApiError(error), user))
      },
    )
  }, [signedIn])

  const leave = useCallback(async () => {
    await logOut()
    noteOwner(null)
    forgetAll()
    setAuth({ phase: 'out' })
  }, [])

  useEffect(identify, [identify])
  // Another tab logged in or out: its cookies are this tab's, too.
  useEffect(() => onLoginChanged(identify), [identify])
  useEffect(() => onSignedOut(() => setAuth((now) => endedFrom(now))), [])
  useEffect(() => {
    if (auth.phase !== 'out') return
    noteOwner(null)
    void forgetKept()
  }, [auth.phase])
  useMemory(auth, setAuth, identify)
  useRenewal(auth.phase === 'in')

  const value = useMemo(() => ({ auth, signedIn, identify, leave }), [auth, signedIn, identify, leave])
  return <AuthContext value={value}>{children}</AuthContext>
}

function unidentifiedFrom(now: AuthState, error: ApiError, remembered: UserObject | null): AuthState {
  if (error.status === 401) return now.phase === 'out' ? now : { phase: 'out' }
  // Without an answer an open page stays what it was.
  if (now.phase === 'in') return now
  return remembered === null ? { phase: 'unreachable' } : { phase: 'in', user: remembered, isKept: true }
}

function endedFrom(now: AuthState): AuthState {
  return { phase: 'out', ended: now.phase === 'in' }
}

/** The one whose log-in this browser has, as far as it knows. */
async function rememberedUser(): Promise<UserObject | null> {
  const owner = notedOwner()
  const user = owner === null ? null : await keptUser(owner)
  return user !== null && notedOwner() === owner ? user.value : null
}

/** On a slow line the page goes by what it remembers, and asks on until the server has answered. */
function useMemory(auth: AuthState, setAuth: (change: (now: AuthState) => AuthState) => void, identify: () => void): void {
  const isAsking = auth.phase === 'unknown'
  const isKept = auth.phase === 'in' && auth.isKept === true
  useEffect(() => {
    if (!isAsking) return
    const remember = async () => {
      const user = await rememberedUser()
      if (user) setAuth((now) => (now.phase === 'unknown' ? { phase: 'in', user, isKept: true } : now))
    }
    const timer = setTimeout(() => void remember(), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [isAsking, setAuth])
  useEffect(() => (isKept ? askAgain(identify) : undefined), [isKept, identify])
}

/** Renew before the access token ends, so that the socket of an open page is not closed. */
function useRenewal(active: boolean): void {
  useEffect(() => {
    if (!active) return
    const timer = setInterval(() => void renewWhenDue(), CHECK_MS)
    return () => clearInterval(timer)
  }, [active])
}

async function renewWhenDue(): Promise<void> {
  if (Date.now() - renewedAt() < RENEW_AFTER_MS) return
  const renewal = await renewLogin(accessCsrf())
  if (!renewal.ok && renewal.error.status === 401) announceSignedOut()
}
