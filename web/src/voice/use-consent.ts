import { useState } from 'react'

import { readItem, writeItem } from '../storage/browser-storage'

export type Speech = 'dictate' | 'read'

const keyOf = (speech: Speech) => `adg.speech.${speech}`

/** Asks before the first use in this browser, and remembers a yes. */
export function useConsent(speech: Speech, begin: () => void) {
  const [isAsking, setIsAsking] = useState(false)
  return {
    isAsking,
    request: () => {
      if (readItem('localStorage', keyOf(speech)) === 'yes') begin()
      else setIsAsking(true)
    },
    agree: () => {
      writeItem('localStorage', keyOf(speech), 'yes')
      setIsAsking(false)
      begin()
    },
    refuse: () => setIsAsking(false),
  }
}
