import { useCallback, useEffect, useRef, useState } from 'react'

import { perLocale } from '../language/current'
import { recognitionKind, type Recognition, type RecognitionResults } from './support'

export type DictationProblem = 'denied' | 'noMicrophone' | 'noLine' | 'nothingHeard' | 'failed'

const PROBLEMS: Record<string, DictationProblem> = {
  'not-allowed': 'denied',
  'service-not-allowed': 'denied',
  'audio-capture': 'noMicrophone',
  network: 'noLine',
  'no-speech': 'nothingHeard',
}

const speechLocale = perLocale((locale) => locale)

/** Writes down what is said, in the page's language: `onText` gets each piece once it is final. */
export function useDictation(onText: (text: string) => void) {
  const running = useRef<Recognition | null>(null)
  const [isListening, setIsListening] = useState(false)
  const [interim, setInterim] = useState('')
  const [problem, setProblem] = useState<DictationProblem | null>(null)
  const take = useRef(onText)
  useEffect(() => {
    take.current = onText
  })
  useEffect(() => () => running.current?.abort(), [])

  const start = useCallback(() => {
    const Kind = recognitionKind()
    if (Kind === null || running.current !== null) return
    setProblem(null)
    const ended = (why: DictationProblem | null) => {
      running.current = null
      setIsListening(false)
      setInterim('')
      if (why !== null) setProblem(why)
    }
    try {
      running.current = begun(new Kind(), {
        heard: (final, rest) => {
          if (final !== '') take.current(final)
          setInterim(rest)
        },
        failed: (error) => setProblem(error === 'aborted' ? null : (PROBLEMS[error] ?? 'failed')),
        ended: () => ended(null),
      })
      setIsListening(true)
    } catch {
      ended('failed')
    }
  }, [])

  const stop = useCallback(() => running.current?.stop(), [])
  return { isListening, interim, problem, start, stop }
}

interface Hearing {
  heard: (final: string, interim: string) => void
  failed: (error: string) => void
  ended: () => void
}

function begun(recognition: Recognition, { heard, failed, ended }: Hearing): Recognition {
  recognition.lang = speechLocale()
  recognition.continuous = true
  recognition.interimResults = true
  recognition.onresult = (event) => heard(...piecesOf(event))
  recognition.onerror = ({ error }) => failed(error)
  recognition.onend = ended
  recognition.start()
  return recognition
}

/** What is new in a result: the final part, and what may still change. */
function piecesOf({ resultIndex, results }: RecognitionResults): [final: string, interim: string] {
  const fresh = Array.from(results).slice(resultIndex)
  const textOf = (isFinal: boolean) =>
    fresh
      .filter((result) => result.isFinal === isFinal)
      .map((result) => result[0]?.transcript ?? '')
      .join('')
      .trim()
  return [textOf(true), textOf(false)]
}
