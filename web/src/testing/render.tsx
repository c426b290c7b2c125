import { MantineProvider } from '@mantine/core'
import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { vi } from 'vitest'

import { NegotiationContext, type NegotiationActions } from '../negotiation/context'
import { createNegotiationStore } from '../state/store'
import type { NegotiationAction } from '../state/types'
import { ID } from './objects'
import { draftAnswer, reading } from './readings'

/** A part of the negotiation's screen, on a store that the test fills; `schedule` is when it is drawn. */
export function renderWithNegotiation(
  part: ReactNode,
  events: readonly NegotiationAction[],
  schedule: (task: () => void) => void = (task) => task(),
) {
  const store = createNegotiationStore(ID, schedule)
  for (const action of events) store.dispatch(action)
  const actions = {
    send: vi.fn<NegotiationActions['send']>(),
    offer: vi.fn<NegotiationActions['offer']>(),
    resend: vi.fn<NegotiationActions['resend']>(),
    discard: vi.fn<NegotiationActions['discard']>(),
    edit: vi.fn<NegotiationActions['edit']>(),
    stop: vi.fn<NegotiationActions['stop']>().mockResolvedValue(),
    retry: vi.fn<NegotiationActions['retry']>().mockResolvedValue(),
    accept: vi.fn<NegotiationActions['accept']>().mockResolvedValue(),
    walkAway: vi.fn<NegotiationActions['walkAway']>().mockResolvedValue(),
    draft: vi
      .fn<NegotiationActions['draft']>()
      .mockImplementation(({ kind, tone, variation }) =>
        Promise.resolve(
          draftAnswer({ kind, tone, subject: kind === 'email' ? `About the car, ${tone}` : null, text: `Words ${variation}, ${tone}.` }),
        ),
      ),
    read: vi
      .fn<NegotiationActions['read']>()
      .mockImplementation((id) => Promise.resolve(reading({ message_id: id }))),
    loadOlder: vi.fn<NegotiationActions['loadOlder']>().mockResolvedValue(),
  }
  render(
    <MantineProvider env="test">
      <NegotiationContext value={{ store, actions }}>{part}</NegotiationContext>
    </MantineProvider>,
  )
  return { store, actions }
}
