import { Button } from '@mantine/core'
import { Component, type ReactNode } from 'react'

import { StatePage } from '../components/StatePage'
import { useWords } from '../words'

/** The last resort: a fault in the page must never end in a blank one. */
export class Broken extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true }
  }

  override render(): ReactNode {
    return this.state.broken ? <BrokenPage /> : this.props.children
  }
}

function BrokenPage() {
  const { broken } = useWords().common
  return (
    <StatePage title={broken.title} text={broken.text}>
      <Button onClick={() => window.location.reload()}>{broken.action}</Button>
    </StatePage>
  )
}
