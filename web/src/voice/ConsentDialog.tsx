import { Button, Modal } from '@mantine/core'

import dialog from '../bargain/Dialog.module.css'
import { useReturnFocus } from '../components/use-return-focus'
import { useWords } from '../words'
import type { Speech } from './use-consent'

interface Props {
  speech: Speech
  onAgree: () => void
  onRefuse: () => void
}

/** Who hears, said before anybody is heard. */
export function ConsentDialog({ speech, onAgree, onRefuse }: Props) {
  const { common, voice } = useWords()
  const { title, text, agree } = voice.consent[speech]
  useReturnFocus()
  return (
    <Modal opened centered size={460} onClose={onRefuse} title={title} closeButtonProps={{ 'aria-label': common.close }}>
      <div className={dialog.body}>
        <p>{text}</p>
        <div className={dialog.buttons}>
          <Button variant="default" size="md" onClick={onRefuse}>
            {common.cancel}
          </Button>
          <Button size="md" data-autofocus onClick={onAgree}>
            {agree}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
