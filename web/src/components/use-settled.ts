import { useEffect, useState } from 'react'

/** Long enough to go on typing `18` to `18,000` without being asked which one it is. */
const PAUSE_MS = 700

/** Whether `value` has stopped changing; `settle` says that it has, as when its field is left. */
export function useSettled(value: string): [isSettled: boolean, settle: () => void] {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [value])
  return [settled === value, () => setSettled(value)]
}
