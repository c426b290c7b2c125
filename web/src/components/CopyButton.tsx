import { ActionIcon } from '@mantine/core'
import { Check, Copy } from 'lucide-react'

import { useWords } from '../words'
import { useCopied } from './use-copied'

/** Copies a text and says so; not there where the page may not write to the clipboard. */
export function CopyButton({ text }: { text: string }) {
  const { common } = useWords()
  const { canCopy, outcome, copy } = useCopied()
  if (!canCopy) return null
  return (
    <>
      <ActionIcon variant="subtle" color="gray" size={28} aria-label={common.copy} onClick={() => copy(text)}>
        {outcome === 'copied' ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />}
      </ActionIcon>
      <span role="status">{outcome && common[outcome]}</span>
    </>
  )
}
