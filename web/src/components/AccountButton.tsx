import { ActionIcon } from '@mantine/core'
import { CircleUserRound } from 'lucide-react'
import { Suspense, useState } from 'react'

import { useWords } from '../words'
import { AccountMenu } from './lazy-account-menu'

/** The account menu, fetched when it is asked for: no screen needs it to begin with. */
export function AccountButton() {
  const { common } = useWords()
  const [isAsked, setAsked] = useState(false)
  const button = (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={44}
      aria-label={common.account}
      aria-haspopup="menu"
      aria-expanded={false}
      loading={isAsked}
      onClick={() => setAsked(true)}
    >
      <CircleUserRound size={24} aria-hidden />
    </ActionIcon>
  )
  return isAsked ? (
    <Suspense fallback={button}>
      <AccountMenu />
    </Suspense>
  ) : (
    button
  )
}
