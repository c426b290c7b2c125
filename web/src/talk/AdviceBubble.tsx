import { Suspense, useState } from 'react'

import { useBlanked } from '../bargain/hidden-limits'
import { CopyButton } from '../components/CopyButton'
import type { AdviceData, MessageObject } from '../contract'
import { adviceOf } from '../domain/message-data'
import { formatMoney, toCents } from '../domain/money'
import { timeOfDay } from '../domain/time'
import { useSelected } from '../negotiation/context'
import { fallbackOf, isTyping, textOf } from '../state/selectors'
import { ReadAloudButton } from '../voice/lazy-buttons'
import { canSpeak } from '../voice/support'
import { useWords } from '../words'
import { AdviceButtons } from './AdviceButtons'
import { AdviceMoves } from './AdviceMoves'
import classes from './Message.module.css'
import { Paragraphs } from './Paragraphs'
import { Thinking } from './Thinking'

interface Props {
  message: MessageObject
  isLatest: boolean
}

interface PartProps {
  message: MessageObject
  blank: ReturnType<typeof useBlanked>
}

export function AdviceBubble({ message, isLatest }: Props) {
  const { talk, bargain } = useWords()
  const blank = useBlanked()
  const data = adviceOf(message)
  return (
    <article className={classes.said} data-who="adviser" data-status={message.status} data-latest={isLatest}>
      <header className={classes.head}>
        <strong>{talk.adviser}</strong>
        {data && data.action !== 'answer' && (
          <span className={classes.action}>
            {bargain.step[data.action](formatMoney(toCents(data.suggested_price)))}
          </span>
        )}
        <time dateTime={message.created_at}>{timeOfDay(message.created_at)}</time>
        {message.status !== 'streaming' && (
          <span className={classes.copy}>
            <CopyButton text={blank(message.content)} />
            {canSpeak() && message.content !== '' && (
              <Suspense>
                <ReadAloudButton text={blank(message.content)} />
              </Suspense>
            )}
          </span>
        )}
      </header>
      <AdviceText message={message} blank={blank} />
      <Outcome message={message} />
      {data && message.status !== 'streaming' && <Extras message={message} data={data} blank={blank} />}
      <div className={classes.buttons}>
        {data && message.status === 'complete' && <AdviceMoves data={data} isLatest={isLatest} />}
        <AdviceButtons message={message} isLatest={isLatest} />
      </div>
    </article>
  )
}

/** On its own, so that a delta draws this paragraph again and nothing else. */
function AdviceText({ message, blank }: PartProps) {
  const text = useSelected((state) => textOf(state, message))
  const typing = useSelected((state) => isTyping(state, message.reply_id))
  const isStreaming = message.status === 'streaming'
  const before = useTextBefore(text)
  if (text !== '') return <Paragraphs text={blank(text)} isStreaming={isStreaming} />
  if (!isStreaming) return null
  return (
    <>
      {before !== '' && (
        <div className={classes.before} aria-hidden>
          <Paragraphs text={blank(before)} isStreaming={false} />
        </div>
      )}
      <Thinking isTyping={typing} />
    </>
  )
}

/** The last text that was not empty: a new attempt takes its place with its first words, not before. */
function useTextBefore(text: string): string {
  const [before, setBefore] = useState(text)
  if (text !== '' && text !== before) setBefore(text)
  return before
}

function Outcome({ message }: { message: MessageObject }) {
  const { talk } = useWords()
  if (message.status !== 'stopped' && message.status !== 'failed') return null
  return <p className={classes.outcome}>{message.status === 'stopped' ? talk.stopped : talk.failed}</p>
}

function Extras({ message, data, blank }: PartProps & { data: AdviceData }) {
  const { talk } = useWords()
  const fallback = useSelected((state) => fallbackOf(state, message))
  return (
    <>
      {data.talking_points.length > 0 && (
        <div className={classes.points}>
          <h3>{talk.points}</h3>
          <ul>
            {data.talking_points.map((point) => (
              <li key={point}>{blank(point)}</li>
            ))}
          </ul>
        </div>
      )}
      {fallback && <p className={classes.fallback}>{talk.fallback[fallback]}</p>}
    </>
  )
}
