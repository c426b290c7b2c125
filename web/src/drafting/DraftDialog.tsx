import { Button, Modal, NativeSelect, SegmentedControl } from '@mantine/core'
import { RefreshCw } from 'lucide-react'
import { useState } from 'react'

import type { DraftBody, DraftKind, DraftTone } from '../api/bodies'
import dialog from '../bargain/Dialog.module.css'
import { useReturnFocus } from '../components/use-return-focus'
import { currentLanguage, LANGUAGE_NAMES, LANGUAGES } from '../language/current'
import { useWords } from '../words'
import classes from './DraftDialog.module.css'
import { DraftText } from './DraftText'
import { useDealerDraft } from './use-dealer-draft'

const KINDS: readonly DraftKind[] = ['email', 'text']
const TONES: readonly DraftTone[] = ['firm', 'friendly', 'short']
/** As many as the server takes. */
const VARIATIONS = 1_000

/** The suggestion that stands now in words for the dealer, for the buyer to copy: we send nothing. */
export function DraftDialog({ onClose }: { onClose: () => void }) {
  const words = useWords()
  const { draft: own } = words.talk
  useReturnFocus()
  const [wish, setWish] = useState<DraftBody>(() => ({
    kind: 'email',
    tone: 'friendly',
    language: currentLanguage(),
    variation: 0,
  }))
  const { draft, error, isComing } = useDealerDraft(wish)
  const other = (change: Partial<DraftBody>) => setWish((now) => ({ ...now, ...change }))
  return (
    <Modal
      opened
      centered
      size={560}
      onClose={onClose}
      title={own.title}
      closeButtonProps={{ 'aria-label': words.common.close }}
    >
      <div className={dialog.body}>
        <p>{own.lead}</p>
        <Wishes wish={wish} onChange={other} />
        {error && (
          <p className={dialog.problem} role="alert">
            {words.problems.of(error)}
          </p>
        )}
        {draft === null ? (
          isComing && <p role="status">{own.writing}</p>
        ) : (
          <DraftText key={`${draft.kind}:${draft.text}`} draft={draft} isComing={isComing} />
        )}
        <Button
          variant="default"
          leftSection={<RefreshCw size={16} aria-hidden />}
          onClick={() => other({ variation: (wish.variation + 1) % VARIATIONS })}
        >
          {error ? words.common.tryAgain : own.another}
        </Button>
      </div>
    </Modal>
  )
}

function Wishes({ wish, onChange }: { wish: DraftBody; onChange: (change: Partial<DraftBody>) => void }) {
  const { draft: own } = useWords().talk
  return (
    <div className={classes.wishes}>
      <SegmentedControl
        aria-label={own.kind}
        value={wish.kind}
        onChange={(kind) => onChange({ kind })}
        data={KINDS.map((kind) => ({ value: kind, label: own.kinds[kind] }))}
      />
      <SegmentedControl
        aria-label={own.tone}
        value={wish.tone}
        onChange={(tone) => onChange({ tone })}
        data={TONES.map((tone) => ({ value: tone, label: own.tones[tone] }))}
      />
      <NativeSelect
        label={own.language}
        value={wish.language}
        data={LANGUAGES.map((code) => ({ value: code, label: LANGUAGE_NAMES[code] }))}
        onChange={(chosen) => onChange({ language: chosen.currentTarget.value })}
      />
    </div>
  )
}
