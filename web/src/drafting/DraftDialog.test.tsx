// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'

import { ApiError } from '../api/errors'
import { negotiation } from '../testing/objects'
import { renderWithNegotiation } from '../testing/render'
import { DraftDialog } from './DraftDialog'

const received = { type: 'negotiation_received', negotiation: negotiation() } as const

function setUp() {
  const user = userEvent.setup()
  return { user, ...renderWithNegotiation(<DraftDialog onClose={vi.fn()} />, [received]) }
}

describe('words for the dealer', () => {
  it('come as an e-mail with its subject, and say that nothing is sent', async () => {
    setUp()
    expect(await screen.findByLabelText('Subject')).toHaveValue('About the car, friendly')
    expect(screen.getByLabelText('Message')).toHaveValue('Words 0, friendly.')
    expect(screen.getByText(/Nothing is sent from here/)).toBeInTheDocument()
  })

  it('are worded anew by kind, tone and wish, as often as asked', async () => {
    const { user, actions } = setUp()
    await screen.findByLabelText('Subject')
    await user.click(screen.getByLabelText('Text message'))
    await user.click(screen.getByLabelText('Firm'))
    await user.click(screen.getByRole('button', { name: 'Another wording' }))
    expect(await screen.findByDisplayValue('Words 1, firm.')).toBeInTheDocument()
    expect(screen.queryByLabelText('Subject')).toBeNull()
    expect(actions.draft).toHaveBeenLastCalledWith({ kind: 'text', tone: 'firm', language: 'en', variation: 1 })
  })

  it('are copied as they were changed, with a word that they were', async () => {
    const { user } = setUp()
    await user.type(await screen.findByLabelText('Message'), ' Dana')
    await user.click(screen.getByRole('button', { name: 'Copy as e-mail' }))
    expect(await screen.findByText('Copied')).toBeInTheDocument()
    expect(await navigator.clipboard.readText()).toBe('Subject: About the car, friendly\n\nWords 0, friendly. Dana')
    await user.click(screen.getByRole('button', { name: 'Copy as text' }))
    expect(await navigator.clipboard.readText()).toBe('Words 0, friendly. Dana')
  })

  it('that could not be had say why, and are asked for again', async () => {
    const { user, actions } = setUp()
    await screen.findByLabelText('Subject')
    actions.draft.mockRejectedValueOnce(new ApiError(429, 'rate_limited', ''))
    await user.click(screen.getByRole('button', { name: 'Another wording' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Wait a moment')
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByDisplayValue('Words 2, friendly.')).toBeInTheDocument()
    expect(screen.queryByRole('alert')).toBeNull()
  })
})
