// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'

import { ApiError } from '../api/errors'
import { negotiation } from '../testing/objects'
import { renderWithNegotiation } from '../testing/render'
import { AcceptDialog } from './AcceptDialog'
import { BargainPanel } from './BargainPanel'
import { WalkAwayDialog } from './WalkAwayDialog'

const bargained = negotiation({
  latest_dealer_price: '21500.00',
  latest_buyer_offer: '18000.00',
  walk_away_price: '21000.00',
})
const received = { type: 'negotiation_received', negotiation: bargained } as const

describe('accepting', () => {
  it('says what it does in numbers, then does it', async () => {
    const onClose = vi.fn()
    const { actions } = renderWithNegotiation(<AcceptDialog onClose={onClose} />, [received])
    expect(await screen.findByText('You agree to buy the 2019 Toyota Camry for $21,500.')).toBeInTheDocument()
    expect(screen.getByText('That is $3,500 under the asking price.')).toBeInTheDocument()
    expect(screen.getByText('It is $1,500 over your target.')).toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: 'Accept $21,500' }))
    expect(actions.accept).toHaveBeenCalledExactlyOnceWith(2_150_000, false)
    expect(onClose).toHaveBeenCalledTimes(1)
  })

  it('asks a second time above the limit, without naming it', async () => {
    const onClose = vi.fn()
    const { actions } = renderWithNegotiation(<AcceptDialog onClose={onClose} />, [received])
    actions.accept.mockRejectedValueOnce(new ApiError(409, 'above_walk_away', ''))
    await userEvent.click(await screen.findByRole('button', { name: 'Accept $21,500' }))
    expect(await screen.findByText('This is above your limit')).toBeInTheDocument()
    expect(document.body.textContent).not.toContain('$21,000')
    expect(onClose).not.toHaveBeenCalled()
    await userEvent.click(screen.getByRole('button', { name: 'Accept $21,500 above my limit' }))
    expect(actions.accept).toHaveBeenLastCalledWith(2_150_000, true)
    expect(onClose).toHaveBeenCalledTimes(1)
  })

  it('stays open with the reason when it fails', async () => {
    const onClose = vi.fn()
    const { actions } = renderWithNegotiation(<AcceptDialog onClose={onClose} />, [received])
    actions.accept.mockRejectedValueOnce(new ApiError(409, 'negotiation_closed', ''))
    await userEvent.click(await screen.findByRole('button', { name: 'Accept $21,500' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('The negotiation is over')
    expect(onClose).not.toHaveBeenCalled()
  })
})

it('walking away names the gap, and can be thought over', async () => {
  const onClose = vi.fn()
  const { actions } = renderWithNegotiation(<WalkAwayDialog onClose={onClose} />, [received])
  expect(
    await screen.findByText('The dealer asks $21,500, your last offer was $18,000: $3,500 apart.'),
  ).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }))
  expect(actions.walkAway).not.toHaveBeenCalled()
  await userEvent.click(screen.getByRole('button', { name: 'Walk away' }))
  expect(actions.walkAway).toHaveBeenCalledTimes(1)
})

it('the limit is out of sight until it is asked for', async () => {
  renderWithNegotiation(<BargainPanel drawsCourse />, [received])
  expect(screen.queryByText('$21,000')).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'Show Your limit' }))
  expect(screen.getAllByText('$21,000')).not.toEqual([])
})
