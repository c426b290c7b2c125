import { Loader } from '@mantine/core'

import { AppHeader } from '../components/AppHeader'
import { StatePage } from '../components/StatePage'
import { Unreachable } from '../components/Unreachable'
import { NegotiationContext } from '../negotiation/context'
import { useNegotiationPage } from '../negotiation/use-negotiation-page'
import { useWords } from '../words'
import { NegotiationView } from './NegotiationView'
import { NotFoundScreen } from './NotFoundScreen'

export function NegotiationScreen({ id }: { id: string }) {
  const { common } = useWords()
  const { value, load, hearing, reload } = useNegotiationPage(id)
  if (load.phase === 'ready') {
    return (
      <NegotiationContext value={value}>
        <NegotiationView hearing={hearing} />
      </NegotiationContext>
    )
  }
  if (load.phase === 'loading') {
    return (
      <>
        <AppHeader />
        <StatePage icon={<Loader aria-label={common.loading} />} />
      </>
    )
  }
  const { status } = load.error
  if (status >= 400 && status < 500 && status !== 429) return <NotFoundScreen />
  return (
    <>
      <AppHeader />
      <Unreachable error={load.error} onRetry={reload} />
    </>
  )
}
