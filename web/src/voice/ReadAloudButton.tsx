import { ActionIcon } from '@mantine/core'
import { Square, Volume2 } from 'lucide-react'
import { Suspense } from 'react'

import { useWords } from '../words'
import { ConsentDialog } from './lazy-consent'
import { useConsent } from './use-consent'
import { useReadingAloud } from './use-reading-aloud'

export function ReadAloudButton({ text }: { text: string }) {
  const { voice } = useWords()
  const { isReading, hasFailed, start, stop } = useReadingAloud(text)
  const consent = useConsent('read', start)
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={28}
        aria-label={isReading ? voice.stopReading : voice.read}
        onClick={isReading ? stop : consent.request}
      >
        {isReading ? <Square size={14} fill="currentColor" aria-hidden /> : <Volume2 size={16} aria-hidden />}
      </ActionIcon>
      {hasFailed && <span role="alert">{voice.readingFailed}</span>}
      <Suspense>
        {consent.isAsking && <ConsentDialog speech="read" onAgree={consent.agree} onRefuse={consent.refuse} />}
      </Suspense>
    </>
  )
}
