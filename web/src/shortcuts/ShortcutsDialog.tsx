import { Modal, UnstyledButton } from '@mantine/core'

import bargainClasses from '../bargain/Bargain.module.css'
import dialogClasses from '../bargain/Dialog.module.css'
import { useReturnFocus } from '../components/use-return-focus'
import { useWords } from '../words'
import { COMMANDS, KEYS } from './shortcuts'
import classes from './ShortcutsDialog.module.css'
import { useShortcutsSetting } from './use-shortcuts'

/** What the keys do, and the switch that turns the single ones off. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const { common, bargain } = useWords()
  const { shortcuts: words } = bargain
  useReturnFocus()
  return (
    <Modal
      opened
      centered
      size={480}
      onClose={onClose}
      title={words.title}
      closeButtonProps={{ 'aria-label': common.close }}
    >
      <div className={dialogClasses.body}>
        <dl className={classes.keys}>
          {COMMANDS.map((command) => (
            <Row key={command} keys={[KEYS[command].toUpperCase()]} text={words.commands[command]} />
          ))}
          <Row keys={[words.keys.enter]} text={words.sends} />
          <Row keys={[words.keys.shift, words.keys.enter]} text={words.breaks} />
          <Row keys={['↑']} or="↓" text={words.stepsOffer} />
          <Row keys={[words.keys.escape]} text={words.closes} />
        </dl>
        <Switch />
      </div>
    </Modal>
  )
}

function Row({ keys, or, text }: { keys: readonly string[]; or?: string; text: string }) {
  return (
    <div>
      <dt>
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
        {or !== undefined && <kbd>{or}</kbd>}
      </dt>
      <dd>{text}</dd>
    </div>
  )
}

function Switch() {
  const { shortcuts: words } = useWords().bargain
  const { isOn, setOn } = useShortcutsSetting()
  return (
    <UnstyledButton className={bargainClasses.switch} role="switch" aria-checked={isOn} onClick={() => setOn(!isOn)}>
      <span className={bargainClasses.knob} aria-hidden />
      <span>
        {words.single}
        <span className={bargainClasses.hint}>{words.singleHint}</span>
      </span>
    </UnstyledButton>
  )
}
