import { SegmentedControl } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { ChevronLeft } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
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
import { Talk } from '../talk/Talk'
import { useWords } from '../words'
import classes from './NegotiationView.module.css'

type Tab = 'talk' | 'bargain'

/** The talk, and the state of the bargain beside it; on a phone one of the two. */
export function NegotiationView({ hearing }: { hearing: Hearing }) {
  const connection = useConnection()
  const status = useConnectionStatus()
  const isWide = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false })
  const [tab, setTab] = useState<Tab>('talk')
  const { asked, close, dialogs } = useBargainDialogs(setTab)
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
        {!isWide && <Tabs tab={tab} onChange={setTab} />}
        <main id="content" className={classes.main}>
          {(isWide || tab === 'talk') && <TalkColumn withBar={!isWide} />}
          {(isWide || tab === 'bargain') && <BargainPanel />}
        </main>
      </div>
      <BargainDialogs asked={asked} onClose={close} />
    </DialogsContext>
  )
}

function useBargainDialogs(show: (tab: Tab) => void) {
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

function TalkColumn({ withBar }: { withBar: boolean }) {
  return (
    <div className={classes.talk}>
      <Talk bar={withBar ? <NextBar /> : null} />
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

function Tabs({ tab, onChange }: { tab: Tab; onChange: (tab: Tab) => void }) {
  const { talk, bargain } = useWords()
  return (
    <SegmentedControl
      className={classes.tabs}
      aria-label={bargain.tabs}
      fullWidth
      value={tab}
      onChange={onChange}
      data={[
        { value: 'talk', label: talk.tab },
        { value: 'bargain', label: bargain.tab },
      ]}
    />
  )
}
