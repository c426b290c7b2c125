import { ActionIcon } from '@mantine/core'
import { Mic, Square } from 'lucide-react'
import { Suspense } from 'react'

import { useWords } from '../words'
import { ConsentDialog } from './lazy-consent'
import { useConsent } from './use-consent'
import { useDictation } from './use-dictation'
import classes from './Voice.module.css'

/** Speaks into the box beside it. */
export function DictateButton({ onText }: { onText: (text: string) => void }) {
  const { voice } = useWords()
  const { isListening, interim, problem, start, stop } = useDictation(onText)
  const consent = useConsent('dictate', start)
  return (
    <>
      <ActionIcon
        size={44}
        variant={isListening ? 'filled' : 'default'}
        color={isListening ? 'clay' : 'gray'}
        aria-label={isListening ? voice.stopDictating : voice.dictate}
        onClick={isListening ? stop : consent.request}
      >
        {isListening ? <Square size={16} fill="currentColor" aria-hidden /> : <Mic size={20} aria-hidden />}
      </ActionIcon>
      <p className={classes.line} role="status" hidden={!isListening && problem === null}>
        {isListening ? interim || voice.listening : problem && voice.problem[problem]}
      </p>
      <Suspense>
        {consent.isAsking && <ConsentDialog speech="dictate" onAgree={consent.agree} onRefuse={consent.refuse} />}
      </Suspense>
    </>
  )
}
