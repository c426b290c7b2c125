// @vitest-environment jsdom
import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'

import { advice, created, message, moved } from '../testing/objects'
import { renderWithNegotiation } from '../testing/render'
import { DialogsContext } from './dialogs'
import { SuggestionCard } from './SuggestionCard'

const offered = { latest_buyer_offer: '18000.00', suggested_price: '18180.00' }
const offer = message(2, { kind: 'offer', data: { amount: '18000.00', party: 'buyer', note: null } })
const hold = advice(3, { data: { ...advice(3).data, action: 'hold', suggested_price: '18180.00' } })

function show(change: object) {
  const dialogs = { ask: vi.fn(), write: vi.fn() }
  const page = renderWithNegotiation(
    <DialogsContext value={dialogs}>
      <SuggestionCard />
    </DialogsContext>,
    [{ type: 'events_received', events: [moved(1, { ...offered, ...change }), created(offer), created(hold)] }],
  )
  return { ...page, ...dialogs, user: userEvent.setup() }
}

it('after an own offer hears the dealer first; the second number is asked about', async () => {
  const { ask, write, actions, user, store } = show({})
  expect(screen.queryByRole('button', { name: 'Offer this: $18,180' })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'The dealer said…' }))
  expect(write).toHaveBeenCalledExactlyOnceWith('dealer')
  await user.click(screen.getByRole('button', { name: 'They refused? Go up to $18,180' }))
  expect(ask).toHaveBeenCalledExactlyOnceWith('offer', { cents: 1_818_000 })
  expect(actions.offer).not.toHaveBeenCalled()

  const refusal = message(4, { role: 'dealer', kind: 'dealer_message', content: 'No.', data: { price: null, channel: null } })
  act(() => store.dispatch({ type: 'events_received', events: [created(refusal)] }))
  expect(screen.getByRole('button', { name: 'Offer this: $18,180' })).toBeInTheDocument()
})

it('on the last round speaks of no offer', () => {
  show({ round: 10 })
  expect(screen.getByText(/^No offer is left/)).toBeInTheDocument()
  expect(screen.queryByText(/18,180|Stay at/)).toBeNull()
  expect(screen.queryByRole('button')).toBeNull()
})
