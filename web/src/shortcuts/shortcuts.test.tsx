// @vitest-environment jsdom
import { act, fireEvent, renderHook, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'

import { DialogsContext } from '../bargain/dialogs'
import { OfferDialog } from '../bargain/OfferDialog'
import { SuggestionCard } from '../bargain/SuggestionCard'
import { negotiation } from '../testing/objects'
import { renderWithNegotiation } from '../testing/render'
import { commandOf } from './shortcuts'
import { ShortcutsDialog } from './ShortcutsDialog'
import { useShortcuts } from './use-shortcuts'

afterEach(() => {
  localStorage.clear()
  document.body.replaceChildren()
})

const pressed = (key: string, change: Partial<Parameters<typeof commandOf>[0]> = {}) =>
  commandOf({
    key, ctrlKey: false, metaKey: false, altKey: false, repeat: false, isComposing: false, defaultPrevented: false, target: document.body, ...change,
  })

function inside(html: string): Element {
  document.body.replaceChildren(...new DOMParser().parseFromString(html, 'text/html').body.children)
  const target = document.querySelector('[data-target]')
  if (target === null) throw new Error('no target')
  return target
}

describe('a single key', () => {
  it.each([
    ['o', 'offer'],
    ['O', 'offer'],
    ['d', 'dealer'],
    ['m', 'message'],
    ['a', 'accept'],
    ['w', 'walk_away'],
    ['?', 'help'],
    ['x', null],
    ['/', null],
    ['Enter', null],
  ])('%s means %s', (key, command) => {
    expect(pressed(key)).toBe(command)
  })

  it.each(['ctrlKey', 'metaKey', 'altKey', 'repeat', 'isComposing', 'defaultPrevented'])('is not ours with %s', (flag) => {
    expect(pressed('a', { [flag]: true })).toBeNull()
  })

  it.each([
    '<input data-target>',
    '<input type=search data-target>',
    '<textarea data-target></textarea>',
    '<select data-target></select>',
    '<p contenteditable><b data-target></b></p>',
    '<div role=dialog><button data-target></button></div>',
    '<div role=menu><button data-target></button></div>',
  ])('does nothing in %s', (html) => {
    expect(pressed('a', { target: inside(html) })).toBeNull()
  })

  it.each(['<button data-target></button>', '<input type=radio data-target>', '<p contenteditable=false data-target></p>'])(
    'does something on %s',
    (html) => {
      expect(pressed('a', { target: inside(html) })).toBe('accept')
    },
  )
})

describe('shortcuts', () => {
  it('can be turned off, and on again', async () => {
    const run = vi.fn()
    const { rerender } = renderHook(() => useShortcuts(true, run))
    fireEvent.keyDown(document.body, { key: 'o' })
    expect(run).toHaveBeenCalledExactlyOnceWith('offer')
    renderWithNegotiation(<ShortcutsDialog onClose={() => undefined} />, [])
    const toggle = await screen.findByRole('switch', { name: /Single keys do something/ })
    expect(toggle).toBeChecked()
    await userEvent.click(toggle)
    rerender()
    fireEvent.keyDown(document.body, { key: 'o' })
    fireEvent.keyDown(document.body, { key: '?' })
    expect(run).toHaveBeenCalledTimes(1)
    await userEvent.click(toggle)
    rerender()
    fireEvent.keyDown(document.body, { key: 'a' })
    expect(run).toHaveBeenLastCalledWith('accept')
  })
})

const limited = negotiation({ walk_away_price: '18000.00', round: 3 })
const received = { type: 'negotiation_received', negotiation: limited } as const

describe('offering in steps', () => {
  it('says in numbers what it does, and offers what was chosen', async () => {
    const onClose = vi.fn()
    const { actions } = renderWithNegotiation(<OfferDialog asked={{ cents: 1_740_000 }} onClose={onClose} />, [received])
    expect(await screen.findByText('You offer $17,400 for the 2019 Toyota Camry.')).toBeInTheDocument()
    expect(screen.getByText('That is $7,600 under the asking price.')).toBeInTheDocument()
    expect(screen.getByText('The dealer asks $25,000: you would be $7,600 apart.')).toBeInTheDocument()
    expect(screen.getByText('It leaves you 6 more offers.')).toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: '$250 less' }))
    await userEvent.type(screen.getByRole('textbox', { name: 'Your offer' }), '{ArrowUp}{ArrowUp}')
    await userEvent.click(screen.getByRole('button', { name: 'Offer $17,650' }))
    expect(actions.offer).toHaveBeenCalledExactlyOnceWith(1_765_000)
    expect(onClose).toHaveBeenCalledTimes(1)
  })

  it('says so above the limit, without naming it', async () => {
    const confirmed = vi.fn()
    renderWithNegotiation(<OfferDialog asked={{ cents: 1_800_100, confirmed }} onClose={() => undefined} />, [received])
    expect(await screen.findByRole('alert')).toHaveTextContent('$18,001 is more than the most you said you would pay.')
    expect(document.body.textContent).not.toContain('$18,000')
    await userEvent.click(screen.getByRole('button', { name: 'Offer $18,001 above my limit' }))
    expect(confirmed).toHaveBeenCalledExactlyOnceWith(1_800_100)
  })

  it('steps from the suggestion, asks above the limit, and starts anew with the next one', async () => {
    const ask = vi.fn()
    const { actions, store } = renderWithNegotiation(
      <DialogsContext value={{ ask, write: () => undefined }}>
        <SuggestionCard />
      </DialogsContext>,
      [received],
    )
    const raise = screen.getByRole('button', { name: '$250 more' })
    await userEvent.click(raise)
    expect(screen.getByRole('status')).toHaveTextContent('$17,650: $250 above the suggestion.')
    await userEvent.click(screen.getByRole('button', { name: 'Offer this: $17,650' }))
    expect(actions.offer).toHaveBeenCalledExactlyOnceWith(1_765_000)
    await userEvent.click(raise)
    await userEvent.click(raise)
    expect(screen.getByRole('status')).toHaveTextContent('This is above your limit.')
    await userEvent.click(screen.getByRole('button', { name: 'Offer this: $18,150' }))
    expect(ask).toHaveBeenCalledExactlyOnceWith('offer', { cents: 1_815_000 })
    expect(actions.offer).toHaveBeenCalledTimes(1)
    const next = { ...limited, suggested_price: '17500.00', last_seq: 9 }
    act(() => store.dispatch({ type: 'negotiation_received', negotiation: next }))
    expect(screen.getByRole('button', { name: 'Offer this: $17,500' })).toBeInTheDocument()
  })
})
