import { Button } from '@mantine/core'
import { Link } from 'wouter'

import { LIST } from '../app/paths'
import { AppHeader } from '../components/AppHeader'
import { StatePage } from '../components/StatePage'
import { useWords } from '../words'

export function NotFoundScreen() {
  const { common } = useWords()
  return (
    <>
      <AppHeader />
      <StatePage title={common.notFound.title} text={common.notFound.text}>
        <Button component={Link} href={LIST}>
          {common.back}
        </Button>
      </StatePage>
    </>
  )
}
