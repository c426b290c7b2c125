import { ActionIcon } from '@mantine/core'
import { SendHorizontal } from 'lucide-react'
import { memo, Suspense, useCallback, type SubmitEvent } from 'react'

import { GrowingTextarea } from '../components/GrowingTextarea'
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

  /** What is said comes after what was typed meanwhile. */
  const addSaid = useCallback(
    (said: string) => change((now) => ({ content: [now.content.trimEnd(), said].filter((part) => part !== '').join(' ') })),
    [change],
  )

  const submit = (submission?: SubmitEvent) => {
    submission?.preventDefault()
    if (!canSend) return
    send({ kind: 'chat', content })
    clear()
  }

  return (
    <form className={classes.box} onSubmit={submit}>
      <div className={`${classes.row ?? ''} ${classes.wraps ?? ''}`}>
        <GrowingTextarea
          className={classes.grow}
          aria-label={chat.label}
          placeholder={chat.placeholder}
          minRows={1}
          maxRows={6}
          size="md"
          value={draft.content}
          onChange={(typed) => change({ content: typed.currentTarget.value })}
          onKeyDown={sendsOnEnter(submit)}
          aria-describedby="chat-length"
          aria-invalid={content !== '' && !canSend}
        />
        {recognitionKind() !== null && <Dictation onText={addSaid} />}
        <SendButton canSend={canSend} />
      </div>
      <Length id="chat-length" used={lengthOf(content)} most={LIMITS.chatCharacters} />
    </form>
  )
}

/** The buttons beside the box are not drawn again with each key. */
const SendButton = memo(function SendButton({ canSend }: { canSend: boolean }) {
  const { chat } = useWords().talk
  return (
    <ActionIcon type="submit" size={44} aria-label={chat.send} disabled={!canSend}>
      <SendHorizontal size={20} aria-hidden />
    </ActionIcon>
  )
})

const Dictation = memo(function Dictation({ onText }: { onText: (text: string) => void }) {
  return (
    <Suspense>
      <DictateButton onText={onText} />
    </Suspense>
  )
})
