import { useState } from 'react'

import { MOST_COMPARED } from './cars'

export interface Chosen {
  ids: readonly string[]
  isFull: boolean
  has: (id: string) => boolean
  toggle: (id: string) => void
  clear: () => void
}

/** Which negotiations were chosen to be compared, in the order of the choice. */
export function useChosen(): Chosen {
  const [ids, setIds] = useState<readonly string[]>([])
  return {
    ids,
    isFull: ids.length >= MOST_COMPARED,
    has: (id) => ids.includes(id),
    toggle: (id) => setIds((now) => (now.includes(id) ? now.filter((each) => each !== id) : [...now, id])),
    clear: () => setIds([]),
  }
}
