// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'

import { refillDraft } from '../negotiation/drafts'
import { ID, negotiation, outgoing } from '../testing/objects'
import { renderWithNegotiation } from '../testing/render'
import { Composer } from './Composer'

function setUp(change: Parameters<typeof negotiation>[0] = {}) {
  const received = { type: 'negotiation_received', negotiation: negotiation(change) } as const
  return { ...renderWithNegotiation(<Composer />, [received]), user: userEvent.setup() }
}

const chat = () => screen.getByLabelText<HTMLTextAreaElement>('Message to your adviser')
const open = (user: ReturnType<typeof userEvent.setup>, mode: string) => user.click(screen.getByLabelText(mode))

describe('asking the adviser', () => {
  it('sends on Enter, trimmed, and empties the box', async () => {
    const { actions, user } = setUp()
    await user.type(chat(), '  Is it fair?{Enter}')
    expect(actions.send).toHaveBeenCalledExactlyOnceWith({ kind: 'chat', content: 'Is it fair?' })
    expect(chat()).toHaveValue('')
  })

  it('breaks the line on Shift+Enter, and sends nothing blank', async () => {
    const { actions, user } = setUp()
    await user.type(chat(), '{Enter}  {Enter}')
    await user.type(chat(), 'a{Shift>}{Enter}{/Shift}b')
    expect(actions.send).not.toHaveBeenCalled()
    expect(chat().value.trim()).toBe('a\nb')
  })

  it('says by how much 2,001 characters are too long, keeps them, and sends 2,000', async () => {
    const { actions, user } = setUp()
    await user.click(chat())
    await user.paste(`${'😀'.repeat(2_000)}x`)
    expect(screen.getByRole('alert')).toHaveTextContent('Too long by 1 character')
    await user.keyboard('{Enter}')
    expect(actions.send).not.toHaveBeenCalled()
    await user.keyboard('{Backspace}{Enter}')
    expect(actions.send).toHaveBeenCalledTimes(1)
  })

  it('keeps what is typed when the box is changed', async () => {
    const { user } = setUp()
    await user.type(chat(), 'half a tho')
    await open(user, 'My offer')
    await open(user, 'Ask')
    expect(chat()).toHaveValue('half a tho')
  })

  it('gets a message back for editing, before what was typed since', async () => {
    const { user } = setUp()
    await user.type(chat(), 'second')
    refillDraft(ID, outgoing('c1', { content: 'first' }))
    expect(await screen.findByDisplayValue(/first\s+second/)).toBeInTheDocument()
  })
})

describe('an offer', () => {
  const amount = () => screen.getByLabelText('The amount you offered the dealer')

  it('is read as people type it, shown on the button, and sent to the cent', async () => {
    const { actions, user } = setUp()
    await open(user, 'My offer')
    await user.type(amount(), '$18.5k')
    await user.click(screen.getByRole('button', { name: 'Add my offer of $18,500' }))
    expect(actions.send).toHaveBeenCalledExactlyOnceWith({ kind: 'offer', content: '', amount: '18500.00' })
  })

  it('that can be read two ways is asked back, not sent', async () => {
    const { actions, user } = setUp()
    await open(user, 'My offer')
    await user.type(amount(), '18.500{Enter}')
    expect(actions.send).not.toHaveBeenCalled()
    await user.click(screen.getByRole('button', { name: '$18,500' }))
    await user.click(screen.getByRole('button', { name: 'Add my offer of $18,500' }))
    expect(actions.send).toHaveBeenCalledTimes(1)
  })

  it('is told apart from no amount at all', async () => {
    const { actions, user } = setUp()
    await open(user, 'My offer')
    await user.type(amount(), 'cheap{Enter}')
    expect(screen.getByText(/Write an amount in dollars/)).toBeInTheDocument()
    expect(actions.send).not.toHaveBeenCalled()
  })

  it('is not possible on the last round', async () => {
    const { user } = setUp({ round: 10 })
    await open(user, 'My offer')
    expect(screen.getByText(/last round/)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: /Add my offer/ })).toBeNull()
  })
})

describe('what the dealer said', () => {
  const text = () => screen.getByLabelText('What the dealer said or wrote')

  it('goes with a price only where the buyer says that it is one', async () => {
    const { actions, user } = setUp()
    await open(user, 'Dealer said')
    await user.click(text())
    await user.paste('We can do $23,900 today.')
    await user.click(screen.getByRole('button', { name: 'Is $23,900 the dealer’s price?' }))
    await user.selectOptions(screen.getByLabelText('Came by'), 'email')
    await user.click(screen.getByRole('button', { name: 'Add the dealer’s message' }))
    expect(actions.send).toHaveBeenCalledExactlyOnceWith({
      kind: 'dealer_message',
      content: 'We can do $23,900 today.',
      party: 'dealer',
      amount: '23900.00',
      channel: 'email',
    })
  })

  it('that is a price alone is a dealer’s offer', async () => {
    const { actions, user } = setUp()
    await open(user, 'Dealer said')
    await user.type(screen.getByLabelText('Price in it (optional)'), '23,900')
    await user.click(screen.getByRole('button', { name: 'Add the dealer’s price of $23,900' }))
    expect(actions.send).toHaveBeenCalledExactlyOnceWith({
      kind: 'offer',
      content: '',
      party: 'dealer',
      amount: '23900.00',
    })
  })
})

it('leaves only the question to the adviser when the bargaining is over', () => {
  setUp({ status: 'walked_away' })
  expect(screen.queryByLabelText('My offer')).toBeNull()
  expect(chat()).toBeInTheDocument()
})
