import { Button, TextInput } from '@mantine/core'
import { Copy } from 'lucide-react'
import { useState } from 'react'

import type { DraftAnswer } from '../api/bodies'
import { GrowingTextarea } from '../components/GrowingTextarea'
import { useCopied } from '../components/use-copied'
import { useWords } from '../words'
import classes from './DraftDialog.module.css'

/** The words, which the buyer may change before they copy them. */
export function DraftText({ draft, isComing }: { draft: DraftAnswer; isComing: boolean }) {
  const { draft: own } = useWords().talk
  const [subject, setSubject] = useState(draft.subject)
  const [text, setText] = useState(draft.text)
  return (
    <div className={classes.text} aria-busy={isComing}>
      {subject !== null && (
        <TextInput
          label={own.subject}
          attributes={{ input: { dir: 'auto' } }}
          value={subject}
          onChange={(typed) => setSubject(typed.currentTarget.value)}
        />
      )}
      <GrowingTextarea
        label={own.text}
        minRows={4}
        maxRows={14}
        value={text}
        onChange={(typed) => setText(typed.currentTarget.value)}
      />
      <Copying subject={subject} text={text} />
    </div>
  )
}

function Copying({ subject, text }: { subject: string | null; text: string }) {
  const words = useWords()
  const { draft: own } = words.talk
  const { canCopy, outcome, copy } = useCopied()
  const icon = <Copy size={16} aria-hidden />
  if (!canCopy) return <p>{own.noClipboard}</p>
  return (
    <div className={classes.copying}>
      {subject !== null && (
        <Button leftSection={icon} onClick={() => copy(`${own.subjectLine(subject)}\n\n${text}`)}>
          {own.copyEmail}
        </Button>
      )}
      <Button variant={subject === null ? 'filled' : 'light'} leftSection={icon} onClick={() => copy(text)}>
        {own.copyText}
      </Button>
      <span role="status">{outcome && words.common[outcome]}</span>
    </div>
  )
}
