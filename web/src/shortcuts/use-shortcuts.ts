import { useLocalStorage } from '@mantine/hooks'
import { useEffect, useRef } from 'react'

import { commandOf, type Command } from './shortcuts'

export interface ShortcutsSetting {
  isOn: boolean
  setOn: (isOn: boolean) => void
}

/** Whether single keys do something; remembered in this browser. */
export function useShortcutsSetting(): ShortcutsSetting {
  const [isOn, setOn] = useLocalStorage({
    key: 'adg.shortcuts',
    defaultValue: true,
    getInitialValueInEffect: false,
  })
  return { isOn, setOn }
}

/** Calls `run` for each shortcut that is pressed while `isActive`. */
export function useShortcuts(isActive: boolean, run: (command: Command) => void): void {
  const { isOn } = useShortcutsSetting()
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  useEffect(() => {
    if (!isActive || !isOn) return undefined
    const onPress = (press: KeyboardEvent) => {
      const command = commandOf(press)
      if (command === null) return
      press.preventDefault()
      latest.current(command)
    }
    document.addEventListener('keydown', onPress)
    return () => document.removeEventListener('keydown', onPress)
  }, [isActive, isOn])
}
