import { Button } from '@mantine/core'
import { Columns2 } from 'lucide-react'
import { Link } from 'wouter'

import { comparePath } from '../app/paths'
import { focusTitle } from '../components/ScreenTitle'
import { useWords } from '../words'
import classes from './CompareBar.module.css'
import type { Chosen } from './use-chosen'

/** What was chosen to be compared, at the foot of the list while there is something. */
export function CompareBar({ chosen }: { chosen: Chosen }) {
  const { list } = useWords()
  const count = chosen.ids.length
  return (
    <div className={count === 0 ? 'visually-hidden' : classes.bar}>
      <p role="status">{count === 0 ? '' : list.chosen(count, chosen.isFull)}</p>
      {count > 0 && (
        <Button
          variant="default"
          onClick={() => {
            focusTitle()
            chosen.clear()
          }}
        >
          {list.clearChosen}
        </Button>
      )}
      {count > 1 && (
        <Button component={Link} href={comparePath(chosen.ids)} leftSection={<Columns2 size={18} aria-hidden />}>
          {list.compareThese(count)}
        </Button>
      )}
    </div>
  )
}
