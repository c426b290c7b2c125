import { Button } from '@mantine/core'
import { useEffect, useEffectEvent } from 'react'

import { noAnswer, type ApiError } from '../api/errors'
import { useWords } from '../words'
import { StatePage } from './StatePage'

interface Props {
  error?: ApiError
  onRetry: () => void
}

const RETRY_MS = 5_000

/** Tries again by itself, so that nobody has to watch for the line to come back. */
export function Unreachable({ error = noAnswer(), onRetry }: Props) {
  const words = useWords()
  const retry = useEffectEvent(onRetry)
  useEffect(() => {
    const again = () => retry()
    const timer = setInterval(again, RETRY_MS)
    window.addEventListener('online', again)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', again)
    }
  }, [])
  return (
    <StatePage title={words.common.unreachable} text={words.problems.of(error)}>
      <Button onClick={onRetry}>{words.common.tryAgain}</Button>
    </StatePage>
  )
}
