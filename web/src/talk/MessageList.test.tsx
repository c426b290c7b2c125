// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'

import { advice, created, delta, message, moved, outgoing, REPLY, updated } from '../testing/objects'
import { renderWithNegotiation } from '../testing/render'
import type { NegotiationAction } from '../state/types'
import { MessageList } from './MessageList'

const received = (...events: ReturnType<typeof created | typeof updated | typeof moved>[]): NegotiationAction => ({
  type: 'events_received',
  events,
})

const streaming = created(advice(2, { content: '', status: 'streaming' }))

describe('the talk', () => {
  it('streams a bubble, then shows the stored text with its points', () => {
    const { store } = renderWithNegotiation(<MessageList />, [received(moved(1), streaming)])
    act(() => store.dispatch({ type: 'delta_received', delta: delta(0, 'Open with') }))
    expect(screen.getByText('Open with')).toBeInTheDocument()
    const data = { talking_points: ['Ask for the report.'] }
    act(() => store.dispatch(received(updated(3, advice(2, { content: 'Open with $17,400.', data })))))
    expect(screen.getByText('Open with $17,400.')).toBeInTheDocument()
    expect(screen.getByText('Ask for the report.')).toBeInTheDocument()
  })

  it('shows what was said until a new attempt has its first words, and then those', () => {
    const first = created(advice(2, { content: '', status: 'streaming' }))
    const { store } = renderWithNegotiation(<MessageList />, [received(moved(1), first)])
    act(() => store.dispatch({ type: 'delta_received', delta: delta(0, 'First words.') }))
    const again = advice(2, { content: '', status: 'streaming', data: { attempt: 2 } })
    act(() => store.dispatch(received(updated(3, again))))
    expect(screen.getByText('First words.')).toBeInTheDocument()
    act(() => store.dispatch({ type: 'delta_received', delta: delta(0, 'Better words.', 2) }))
    expect(screen.getByText('Better words.')).toBeInTheDocument()
    expect(screen.queryByText('First words.')).toBeNull()
  })

  it('says in plain words why the playbook answered', () => {
    const limited = created(advice(2, { data: { fallback_reason: 'daily_limit' } }))
    renderWithNegotiation(<MessageList />, [received(moved(1), limited)])
    expect(screen.getByText(/in a day is used up/)).toBeInTheDocument()
  })

  it('copies a message as it was written', async () => {
    const user = userEvent.setup()
    renderWithNegotiation(<MessageList />, [received(moved(1), created(message(2, { content: 'هل السعر عادل؟ 🚗' })))])
    await user.click(screen.getByRole('button', { name: 'Copy' }))
    expect(await navigator.clipboard.readText()).toBe('هل السعر عادل؟ 🚗')
    expect(screen.getByText('Copied')).toBeInTheDocument()
    expect(screen.getByText('هل السعر عادل؟ 🚗')).toHaveAttribute('dir', 'auto')
  })

  it('shows text as text', () => {
    const nasty = '<img src=x onerror=alert(1)> **bold**'
    renderWithNegotiation(<MessageList />, [received(moved(1), created(message(2, { content: nasty })))])
    expect(screen.getByText(nasty)).toBeInTheDocument()
    expect(document.querySelector('img')).toBeNull()
  })

  it('says that the AI is thinking while it is, and only expects an answer otherwise', () => {
    const { store } = renderWithNegotiation(<MessageList />, [received(moved(1), streaming)])
    expect(screen.getByText('Waiting for the adviser')).toBeInTheDocument()
    const typing = { negotiation_id: moved(1).negotiation_id, reply_id: REPLY, is_typing: true, expires_in_ms: 5 }
    act(() => store.dispatch({ type: 'typing_received', typing, at: 0 }))
    expect(screen.getByText('AI is thinking…')).toBeInTheDocument()
    act(() => store.dispatch({ type: 'clock_ticked', at: 10 }))
    expect(screen.queryByText('AI is thinking…')).toBeNull()
  })

  it('stops what is being written, and tries again what was stopped', async () => {
    const user = userEvent.setup()
    const { store, actions } = renderWithNegotiation(<MessageList />, [received(moved(1), streaming)])
    await user.click(screen.getByRole('button', { name: 'Stop' }))
    expect(actions.stop).toHaveBeenCalledExactlyOnceWith(REPLY)
    act(() => store.dispatch(received(updated(3, advice(2, { content: 'Open wi', status: 'stopped' })))))
    expect(screen.getByText('You stopped this answer.')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(actions.retry).toHaveBeenCalledExactlyOnceWith(REPLY)
  })

  const problem = { code: 'no_answer', detail: '' }

  it('keeps a refused message, with the reason and what to do', async () => {
    const user = userEvent.setup()
    const refused = outgoing('c1', { content: 'do not lose me', problem: { ...problem, code: 'negotiation_closed' }, refused: true })
    const { actions } = renderWithNegotiation(<MessageList />, [
      received(moved(1)),
      { type: 'outbox_changed', outbox: [refused] },
    ])
    expect(screen.getByText('do not lose me')).toBeInTheDocument()
    const alert = screen.getByRole('alert')
    expect(within(alert).getByText('Not sent.')).toBeInTheDocument()
    expect(alert).toHaveTextContent('The negotiation is over')
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(actions.resend).toHaveBeenCalledExactlyOnceWith('c1')
    await user.click(screen.getByRole('button', { name: 'Edit' }))
    expect(actions.edit).toHaveBeenCalledExactlyOnceWith('c1')
  })

  it('says of a waiting message that it goes out by itself', async () => {
    const user = userEvent.setup()
    const { actions, store } = renderWithNegotiation(<MessageList />, [
      received(moved(1)),
      { type: 'outbox_changed', outbox: [outgoing('c1')] },
    ])
    expect(screen.getByText('Sending…')).toBeInTheDocument()
    act(() => store.dispatch({ type: 'outbox_changed', outbox: [outgoing('c1', { problem })] }))
    expect(screen.queryByRole('alert')).toBeNull()
    expect(screen.getByText(/by itself/)).toHaveTextContent('No answer from the server.')
    await user.click(screen.getByRole('button', { name: 'Send now' }))
    expect(actions.resend).toHaveBeenCalledExactlyOnceWith('c1')
    await user.click(screen.getByRole('button', { name: 'Discard' }))
    expect(actions.discard).toHaveBeenCalledExactlyOnceWith('c1')
  })

  it('tells quietly that the playbook stood in for a model', () => {
    const asked = created(advice(2, { status: 'streaming', content: '', data: { source: 'model' } }))
    renderWithNegotiation(<MessageList />, [received(moved(1), asked, updated(3, advice(2, { data: { attempt: 2 } })))])
    expect(screen.getByText(/the model did not answer/)).toBeInTheDocument()
  })
})
