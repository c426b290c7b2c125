import { useCallback, useEffect, useRef, useState } from 'react'

import { perLocale } from '../language/current'

const speechLocale = perLocale((locale) => locale)

/** Reads one text aloud at a time; another one, or leaving, ends it. */
export function useReadingAloud(text: string) {
  const spoken = useRef<SpeechSynthesisUtterance | null>(null)
  const [isReading, setIsReading] = useState(false)
  const [hasFailed, setHasFailed] = useState(false)

  const stop = useCallback(() => {
    if (spoken.current !== null) window.speechSynthesis.cancel()
    spoken.current = null
    setIsReading(false)
  }, [])
  useEffect(() => () => {
    if (spoken.current !== null) window.speechSynthesis.cancel()
  }, [])

  const start = useCallback(() => {
    const utterance = new SpeechSynthesisUtterance(text)
    utterance.lang = speechLocale()
    const ended = (failed: boolean) => {
      if (spoken.current !== utterance) return
      spoken.current = null
      setIsReading(false)
      setHasFailed(failed)
    }
    utterance.onend = () => ended(false)
    utterance.onerror = ({ error }) => ended(error !== 'canceled' && error !== 'interrupted')
    setHasFailed(false)
    setIsReading(true)
    window.speechSynthesis.cancel()
    spoken.current = utterance
    window.speechSynthesis.speak(utterance)
  }, [text])
  return { isReading, hasFailed, start, stop }
}
