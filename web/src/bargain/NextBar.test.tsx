// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'

import type { AdviceAction, NegotiationObject } from '../contract'
import { advice, created, moved } from '../testing/objects'
import { renderWithNegotiation } from '../testing/render'
import { DialogsContext } from './dialogs'
import { NextBar } from './NextBar'

const ask = vi.fn()
const LIMITS = { target_price: '20000.00', walk_away_price: '20500.00' }

beforeEach(() => {
  ask.mockReset()
})

function show(action: AdviceAction, change: Partial<NegotiationObject>) {
  const told = advice(1, { data: { ...advice(1).data, action } })
  return renderWithNegotiation(
    <DialogsContext value={{ ask, write: () => undefined }}>
      <NextBar />
    </DialogsContext>,
    [{ type: 'events_received', events: [created(told), moved(2, { ...LIMITS, ...change })] }],
  )
}

function figures() {
  return screen.getAllByRole('definition').map((figure) => figure.textContent)
}

it('tells what the dealer asks, what was offered and what comes next', () => {
  show('raise', { latest_dealer_price: '23000.00', latest_buyer_offer: '18000.00', suggested_price: '18500.00' })
  expect(figures()).toEqual(['$23,000', '$18,000', '$18,500'])
  expect(screen.getByRole('button', { name: 'Offer $18,500' })).toBeInTheDocument()
})

it('takes the asking price for the ask until the dealer has named one', () => {
  show('open', {})
  expect(figures()).toEqual(['$25,000', '–', '$17,400'])
})

it.each(['20000.00', '20500.00'])('names no hidden limit, and asks before it is offered: %s', async (suggested_price) => {
  localStorage.setItem('adg.hide-limits', 'true')
  const { actions } = show('raise', { latest_dealer_price: '23000.00', suggested_price })
  expect(screen.getByRole('region').textContent).not.toMatch(/20,[05]00/)
  await userEvent.click(screen.getByRole('button', { name: 'Offer $•••' }))
  expect(actions.offer).not.toHaveBeenCalled()
  expect(ask).toHaveBeenCalledExactlyOnceWith('offer', { cents: Number(suggested_price) * 100 })
})

it('asks before anything that binds', async () => {
  localStorage.setItem('adg.hide-limits', 'true')
  const { actions } = show('accept', { latest_dealer_price: '20000.00', suggested_price: '19000.00' })
  await userEvent.click(screen.getByRole('button', { name: 'Accept $20,000' }))
  expect(ask).toHaveBeenCalledExactlyOnceWith('accept')
  expect(actions.accept).not.toHaveBeenCalled()
})

it('in the last round leaves the two ways out', async () => {
  show('hold', { round: 10, latest_dealer_price: '23000.00' })
  expect(screen.getByText('Last round: accept or walk away.')).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: 'Accept a price' }))
  expect(ask).toHaveBeenCalledExactlyOnceWith('accept')
})

it('says how it ended', () => {
  show('hold', { status: 'agreed', agreed_price: '20500.00' })
  expect(screen.getByRole('region')).toHaveTextContent('Agreed at $20,500. $4,500 under the asking price.')
  expect(screen.queryByRole('button')).not.toBeInTheDocument()
})
