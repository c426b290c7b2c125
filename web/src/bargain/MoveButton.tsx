import { Button, type ButtonProps } from '@mantine/core'

import { focusTitle } from '../components/ScreenTitle'
import { formatMoney } from '../domain/money'
import { useSelected } from '../negotiation/context'
import { offerHeldUp, offerPending } from '../state/selectors'
import { useWords } from '../words'
import { useDialogs } from './dialogs'
import { useBlanked } from './hidden-limits'
import type { Move } from './suggestion'
import { useOffering } from './use-offering'

/** The suggested move in one click. What binds the buyer asks first; an offer only tells the adviser. */
export function MoveButton({ move, short, ...rest }: { move: Move; short?: boolean } & ButtonProps) {
  const { bargain } = useWords()
  const offer = useOffering()
  const { ask } = useDialogs()
  const blank = useBlanked()
  const isPending = useSelected(offerPending)
  const isHeldUp = useSelected(offerHeldUp)
  if (move.kind === 'none') return null
  if (move.kind === 'walk_away' || move.kind === 'hear') return <PlainMove {...rest} kind={move.kind} />
  const money = formatMoney(move.cents)
  if (move.kind === 'accept') {
    return (
      <Button {...rest} onClick={() => ask('accept')}>
        {bargain.acceptThis(money)}
      </Button>
    )
  }
  const label = blank(money)
  return (
    <Button
      {...rest}
      loading={isPending && !isHeldUp}
      disabled={isHeldUp}
      onClick={(click) => {
        // The second half of a double click may meet the next suggestion already.
        if (click.detail > 1) return
        // Nobody offers an amount that they do not see.
        if (label !== money) {
          ask('offer', { cents: move.cents })
          return
        }
        // Pressed by a key: it is out of use in a moment, and another may take its place.
        if (click.detail === 0) focusTitle()
        offer(move.cents)
      }}
    >
      {short ? bargain.offerShort(label) : bargain.offerThis(label)}
    </Button>
  )
}

/** A move without an amount. */
function PlainMove({ kind, ...rest }: { kind: 'walk_away' | 'hear' } & ButtonProps) {
  const { bargain } = useWords()
  const { ask, write } = useDialogs()
  if (kind === 'hear') {
    return (
      <Button {...rest} onClick={() => write('dealer')}>
        {bargain.dealerSaid}
      </Button>
    )
  }
  return (
    <Button {...rest} color="clay" onClick={() => ask('walk_away')}>
      {bargain.walkAway}
    </Button>
  )
}
