import type { Dialogs } from '../bargain/dialogs'
import { canOffer } from '../bargain/steps'
import { toCentsOrNull } from '../domain/money'
import { useNegotiation } from '../negotiation/context'
import type { Command } from './shortcuts'
import { useShortcuts } from './use-shortcuts'

/** The shortcuts of a negotiation; after its end only those that still mean something. */
export function useBargainShortcuts(isActive: boolean, { ask, write }: Dialogs): void {
  const negotiation = useNegotiation()
  const suggested = toCentsOrNull(negotiation.suggested_price)
  const doNothing = () => undefined
  const moves: Record<Exclude<Command, 'help' | 'message'>, () => void> =
    negotiation.status === 'active'
      ? {
          offer: () => {
            if (!canOffer(negotiation) || suggested === null) write('offer')
            else ask('offer', { cents: suggested })
          },
          dealer: () => write('dealer'),
          accept: () => ask('accept'),
          walk_away: () => ask('walk_away'),
        }
      : { offer: doNothing, dealer: doNothing, accept: doNothing, walk_away: doNothing }
  useShortcuts(isActive, (command) => {
    if (command === 'help') ask('shortcuts')
    else if (command === 'message') write('chat')
    else moves[command]()
  })
}
