import { ActionIcon, Textarea } from '@mantine/core'
import { SendHorizontal } from 'lucide-react'
import { Suspense, useEffect, useRef, type SubmitEvent } from 'react'

import { LIMITS } from '../domain/limits'
import { useActions, useNegotiation } from '../negotiation/context'
import { useDraft } from '../negotiation/drafts'
import { DictateButton } from '../voice/lazy-buttons'
import { recognitionKind } from '../voice/support'
import { useWords } from '../words'
import classes from './Composer.module.css'
import { Length } from './Length'
import { lengthOf, sendsOnEnter } from './typing'

export function ChatBox() {
  const { chat } = useWords().talk
  const { id } = useNegotiation()
  const { send } = useActions()
  const { draft, change, clear } = useDraft(id, 'chat')
  const content = draft.content.trim()
  const canSend = content !== '' && lengthOf(content) <= LIMITS.chatCharacters

  const submit = (submission?: SubmitEvent) => {
    submission?.preventDefault()
    if (!canSend) return
    send({ kind: 'chat', content })
    clear()
  }

  return (
    <form className={classes.box} onSubmit={submit}>
      <div className={`${classes.row ?? ''} ${classes.wraps ?? ''}`}>
        <Textarea
          className={classes.grow}
          aria-label={chat.label}
          placeholder={chat.placeholder}
          autosize
          attributes={{ input: { dir: 'auto' } }}
          minRows={1}
          maxRows={6}
          size="md"
          value={draft.content}
          onChange={(typed) => change({ content: typed.currentTarget.value })}
          onKeyDown={sendsOnEnter(submit)}
          aria-describedby="chat-length"
          aria-invalid={content !== '' && !canSend}
        />
        {recognitionKind() !== null && <Dictation content={draft.content} onChange={(said) => change({ content: said })} />}
        <ActionIcon
          type="submit"
          size={44}
          aria-label={chat.send}
          disabled={!canSend}
        >
          <SendHorizontal size={20} aria-hidden />
        </ActionIcon>
      </div>
      <Length id="chat-length" used={lengthOf(content)} most={LIMITS.chatCharacters} />
    </form>
  )
}

/** What is said comes after what was typed meanwhile. */
function Dictation({ content, onChange }: { content: string; onChange: (content: string) => void }) {
  const latest = useRef(content)
  useEffect(() => {
    latest.current = content
  }, [content])
  const add = (said: string) => {
    latest.current = [latest.current.trimEnd(), said].filter((part) => part !== '').join(' ')
    onChange(latest.current)
  }
  return (
    <Suspense>
      <DictateButton onText={add} />
    </Suspense>
  )
}
