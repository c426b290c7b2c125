import { SegmentedControl } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { ChevronLeft } from 'lucide-react'
import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { Link } from 'wouter'

import { LIST } from '../app/paths'
import { BargainPanel } from '../bargain/BargainPanel'
import { BargainDialogs, type Asked } from '../bargain/BargainDialogs'
import { DialogsContext, type Dialogs } from '../bargain/dialogs'
import { fetchDialogs } from '../bargain/lazy-dialogs'
import { NextBar } from '../bargain/NextBar'
import { AppHeader } from '../components/AppHeader'
import { ConnectionNotice } from '../components/ConnectionNotice'
import { LiveChip } from '../components/LiveChip'
import { ScreenTitle } from '../components/ScreenTitle'
import { StatusBadge } from '../components/StatusBadge'
import { detailsOf, nameOf } from '../domain/vehicle'
import { useUnseenCount } from '../list/context'
import { useNegotiation } from '../negotiation/context'
import type { Hearing } from '../negotiation/hearing'
import { openBox } from '../negotiation/drafts'
import { useConnection, useConnectionStatus } from '../realtime/ConnectionProvider'
import { useBargainShortcuts } from '../shortcuts/use-bargain-shortcuts'
import { Announcer } from '../talk/Announcer'
import { TalkPane } from '../talk/TalkPane'
import { useWords } from '../words'
import classes from './NegotiationView.module.css'
import { usePanes, type Pane } from './use-panes'

/** The talk, and the state of the bargain beside it; on a phone the one is a swipe away from the other. */
export function NegotiationView({ hearing }: { hearing: Hearing }) {
  const connection = useConnection()
  const status = useConnectionStatus()
  const isWide = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false })
  const { strip, pane, show } = usePanes(isWide)
  const { asked, close, dialogs } = useBargainDialogs(show)
  const isBargainSeen = useEver(isWide || pane === 'bargain')
  useBargainShortcuts(asked === null, dialogs)
  useEffect(fetchDialogs, [])
  return (
    <DialogsContext value={dialogs}>
      <div className={classes.screen}>
        <AppHeader aside={<LiveChip status={status} hears={hearing.hears} />}>
          <Heading />
        </AppHeader>
        {(status.phase === 'offline' || (hearing.isKept && !hearing.hears)) && (
          <ConnectionNotice hearing={hearing} onReconnect={() => connection.reconnectNow()} />
        )}
        {!isWide && <Tabs pane={pane} onChange={show} />}
        <main id="content" className={classes.main} ref={strip}>
          <PaneBox pane="talk" isAway={!isWide && pane !== 'talk'}>
            <TalkPane bar={isWide ? null : <NextBar />} />
          </PaneBox>
          <PaneBox pane="bargain" isAway={!isWide && pane !== 'bargain'}>
            <BargainPanel drawsCourse={isBargainSeen} />
          </PaneBox>
        </main>
        <Announcer />
      </div>
      <BargainDialogs asked={asked} onClose={close} />
    </DialogsContext>
  )
}

function useBargainDialogs(show: (pane: Pane) => void) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const dialogs = useMemo<Dialogs>(
    () => ({
      ask: (dialog, offer) => setAsked({ dialog, offer }),
      write: (mode) => {
        // On a phone the composer may be out of sight: it has to be there first.
        flushSync(() => show('talk'))
        openBox(mode)
      },
    }),
    [show],
  )
  return { asked, close: () => setAsked(null), dialogs }
}

/** Whether something was ever so. */
function useEver(isNow: boolean): boolean {
  const [was, setWas] = useState(isNow)
  if (isNow && !was) setWas(true)
  return was || isNow
}

/** Both panes stay as they are when the other is shown; nothing in the one out of sight is reached. */
function PaneBox({ pane, isAway, children }: { pane: Pane; isAway: boolean; children: ReactNode }) {
  return (
    <div className={classes.pane} data-pane={pane} inert={isAway} tabIndex={-1}>
      {children}
    </div>
  )
}

function Heading() {
  const { common } = useWords()
  const { id, vehicle, status, label } = useNegotiation()
  const unseen = useUnseenCount(id)
  return (
    <div className={classes.heading}>
      <Link href={LIST} className={classes.back} aria-label={common.backWithNews(unseen)}>
        <ChevronLeft size={22} aria-hidden />
        {unseen > 0 && (
          <span className={classes.unseen} aria-hidden>
            {unseen}
          </span>
        )}
      </Link>
      <div className={classes.names}>
        <ScreenTitle className={classes.title}>{nameOf(vehicle)}</ScreenTitle>
        <p className={classes.details}>{[label, detailsOf(vehicle)].filter(Boolean).join(' · ')}</p>
      </div>
      <span className={classes.status}>
        <StatusBadge status={status} />
      </span>
    </div>
  )
}

function Tabs({ pane, onChange }: { pane: Pane; onChange: (pane: Pane) => void }) {
  const { talk, bargain } = useWords()
  return (
    <SegmentedControl
      className={classes.tabs}
      aria-label={bargain.tabs}
      fullWidth
      value={pane}
      onChange={onChange}
      data={[
        { value: 'talk', label: talk.tab },
        { value: 'bargain', label: bargain.tab },
      ]}
    />
  )
}
