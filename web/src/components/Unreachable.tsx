import { Button } from '@mantine/core'
import { useEffect, useEffectEvent } from 'react'

import { noAnswer, type ApiError } from '../api/errors'
import { askAgain } from '../lifecycle/ask-again'
import { useWords } from '../words'
import { StatePage } from './StatePage'

interface Props {
  error?: ApiError
  onRetry: () => void
}

/** Tries again by itself, so that nobody has to watch for the line to come back. */
export function Unreachable({ error = noAnswer(), onRetry }: Props) {
  const words = useWords()
  const retry = useEffectEvent(onRetry)
  useEffect(() => askAgain(() => retry()), [])
  return (
    <StatePage title={words.common.unreachable} text={words.problems.of(error)}>
      <Button onClick={onRetry}>{words.common.tryAgain}</Button>
    </StatePage>
  )
}
