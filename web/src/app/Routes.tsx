import { Loader } from '@mantine/core'
import { Suspense, useEffect } from 'react'
import { Redirect, Route, Switch, useLocation } from 'wouter'

import { useAuth } from '../auth/context'
import { StatePage } from '../components/StatePage'
import { Unreachable } from '../components/Unreachable'
import { LookoutProvider } from '../list/LookoutProvider'
import { OutboxProvider } from '../outbox/OutboxProvider'
import { ConnectionProvider } from '../realtime/ConnectionProvider'
import { useNotifications } from '../notifications/use-notifications'
import { useWords } from '../words'
import { afterLogIn, COMPARE, LIST, LOG_IN, logInThen, NEW } from './paths'
import {
  CompareScreen,
  fetchTheOthers,
  LogInScreen,
  NegotiationScreen,
  NegotiationsScreen,
  NewNegotiationScreen,
  NotFoundScreen,
} from './screens'

export function Routes() {
  return (
    <Suspense fallback={<Waiting />}>
      <Screens />
    </Suspense>
  )
}

/** Beside a screen: it is drawn once that is there, and the others do not get in its way. */
function TheOthers() {
  useEffect(fetchTheOthers, [])
  return null
}

function Waiting() {
  const { common } = useWords()
  return <StatePage icon={<Loader aria-label={common.loading} />} />
}

function Screens() {
  const { auth, identify } = useAuth()
  if (auth.phase === 'unknown') return <Waiting />
  if (auth.phase === 'unreachable') return <Unreachable onRetry={identify} />
  return auth.phase === 'in' ? <SignedIn key={auth.user.id} userId={auth.user.id} /> : <SignedOut ended={auth.ended ?? false} />
}

function SignedOut({ ended }: { ended: boolean }) {
  const [path] = useLocation()
  if (path !== LOG_IN) return <Redirect to={logInThen(path)} replace />
  return (
    <>
      <LogInScreen ended={ended} />
      <TheOthers />
    </>
  )
}

function SignedIn({ userId }: { userId: string }) {
  const [path] = useLocation()
  useNotifications(userId)
  if (path === LOG_IN) return <Redirect to={afterLogIn(window.location.search)} replace />
  return (
    <ConnectionProvider>
      <LookoutProvider>
        <OutboxProvider userId={userId}>
          <Switch>
            <Route path="/">
              <Redirect to={LIST} replace />
            </Route>
            <Route path={LIST} component={NegotiationsScreen} />
            <Route path={NEW} component={NewNegotiationScreen} />
            <Route path={COMPARE} component={CompareScreen} />
            <Route path={`${LIST}/:id`}>
              {({ id }) => <NegotiationScreen key={id} id={id} />}
            </Route>
            <Route component={NotFoundScreen} />
          </Switch>
          <TheOthers />
        </OutboxProvider>
      </LookoutProvider>
    </ConnectionProvider>
  )
}
