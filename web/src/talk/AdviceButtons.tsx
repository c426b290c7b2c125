import { Button } from '@mantine/core'
import { RotateCcw, Square } from 'lucide-react'
import { useState } from 'react'

import { asApiError, type ApiError } from '../api/errors'
import type { MessageObject } from '../contract'
import { useActions } from '../negotiation/context'
import { useWords } from '../words'

/** Stop an answer that is being written; have one written again. */
export function AdviceButtons({ message, isLatest }: { message: MessageObject; isLatest: boolean }) {
  const words = useWords()
  const { stop, retry } = useActions()
  const { run, busy, error } = useRun()
  const { reply_id, status } = message
  if (reply_id === null) return null
  const isStreaming = status === 'streaming'
  const ended = status === 'failed' || status === 'stopped'
  if (!isStreaming && !ended && !isLatest) return null
  return (
    <>
      {isStreaming ? (
        <Button
          size="compact-md"
          variant="default"
          loading={busy}
          leftSection={<Square size={14} fill="currentColor" aria-hidden />}
          onClick={() => run(stop(reply_id))}
        >
          {words.talk.stop}
        </Button>
      ) : (
        <Button
          size="compact-md"
          variant={ended ? 'light' : 'subtle'}
          color={ended ? 'genie' : 'gray'}
          loading={busy}
          leftSection={<RotateCcw size={14} aria-hidden />}
          onClick={() => run(retry(reply_id))}
        >
          {ended ? words.talk.retry : words.talk.reword}
        </Button>
      )}
      {error && <span role="alert">{words.problems.of(error)}</span>}
    </>
  )
}

function useRun() {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  const run = (doing: Promise<void>) => {
    setBusy(true)
    setError(null)
    doing
      .catch((caught: unknown) => setError(asApiError(caught)))
      .finally(() => setBusy(false))
  }
  return { run, busy, error }
}
