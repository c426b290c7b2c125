// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { created, ID, message } from '../testing/objects'
import { createNegotiationStore } from '../state/store'
import { mirrorOutbox } from './mirror'
import { Outbox } from './outbox'

const chat = (content: string) => ({ kind: 'chat', content }) as const
const contents = (outbox: Outbox) => outbox.getMessages().map(({ content }) => content)
const keys = () => Object.keys(localStorage).filter((key) => key.startsWith('adg.outbox.'))
const full = () => {
  throw new DOMException('full', 'QuotaExceededError')
}

/** What one tab writes, the browser tells the others. */
function tellOtherTabs(key: string | null, newValue: string | null): void {
  window.dispatchEvent(new StorageEvent('storage', { key, newValue }))
}

const endings: (() => void)[] = []

function tab(user = 'alice'): Outbox {
  const outbox = new Outbox(user)
  endings.push(outbox.listen())
  return outbox
}

beforeEach(() => localStorage.clear())
afterEach(() => {
  for (const end of endings.splice(0)) end()
})

describe('what waits', () => {
  it('is there in the order in which it was typed, after a reload as well', () => {
    const outbox = tab()
    for (const text of ['one', 'two', 'three']) outbox.add(ID, chat(text))
    expect(contents(outbox)).toEqual(['one', 'two', 'three'])
    expect(tab().getMessages()).toEqual(outbox.getMessages())
  })

  it('keeps its order when the clock is set back', () => {
    const outbox = tab()
    outbox.add(ID, chat('one'))
    vi.spyOn(Date, 'now').mockReturnValue(0)
    outbox.add(ID, chat('two'))
    expect(contents(tab())).toEqual(['one', 'two'])
  })

  it('is its owner’s alone', () => {
    tab('alice').add(ID, chat('of Alice'))
    expect(contents(tab('bob'))).toEqual([])
    expect(contents(tab('alice'))).toEqual(['of Alice'])
  })

  it('is not spoiled by what else lies in the storage', () => {
    const good = tab().add(ID, chat('good'))
    localStorage.setItem('adg.outbox.alice.broken', '{"client_id": "br')
    localStorage.setItem('adg.outbox.alice.odd', JSON.stringify({ ...good, amount: '12e9' }))
    localStorage.setItem('adg.outbox.alice.null', 'null')
    expect(contents(tab())).toEqual(['good'])
  })
})

describe('several tabs', () => {
  it('leave to each what it stored, before the message goes', () => {
    const outbox = tab()
    const { client_id } = outbox.add(ID, chat('hello'))
    const written = vi.spyOn(Storage.prototype, 'setItem')
    outbox.accept(client_id, message(5, { client_id }))
    expect(written).toHaveBeenCalledExactlyOnceWith(
      `adg.outbox.alice.${client_id}`,
      JSON.stringify({ accepted: message(5, { client_id }) }),
    )
  })

  it('hear nothing of what is not in this outbox', () => {
    const outbox = tab()
    const heard = vi.fn()
    outbox.subscribe({ changed: heard, accepted: heard })
    tellOtherTabs('adg.outbox.bob.1', JSON.stringify({ accepted: message(5) }))
    tellOtherTabs('adg.language', '"es"')
    localStorage.setItem('adg.outbox.alice.odd', '1')
    tellOtherTabs('adg.outbox.alice.odd', '1')
    expect(heard).not.toHaveBeenCalled()
  })

  it('that are closed hear nothing more', () => {
    const outbox = new Outbox('alice')
    outbox.listen()()
    const { client_id } = tab().add(ID, chat('elsewhere'))
    tellOtherTabs(`adg.outbox.alice.${client_id}`, localStorage.getItem(`adg.outbox.alice.${client_id}`))
    expect(contents(outbox)).toEqual([])
  })

  it('that no longer listen to an outbox are not told', () => {
    const outbox = tab()
    const heard = vi.fn()
    outbox.subscribe({ changed: heard, accepted: heard })()
    outbox.accept(outbox.add(ID, chat('hello')).client_id, message(5))
    expect(heard).not.toHaveBeenCalled()
  })

  it('show the same, and drop what one of them discards', () => {
    const [one, other] = [tab(), tab()]
    const sent = one.add(ID, chat('typed in one'))
    tellOtherTabs(keys()[0] ?? '', localStorage.getItem(keys()[0] ?? ''))
    expect(contents(other)).toEqual(['typed in one'])
    other.remove(sent.client_id)
    tellOtherTabs(`adg.outbox.alice.${sent.client_id}`, null)
    expect(contents(one)).toEqual([])
  })

  it('do not bring back what was discarded when its sending fails', () => {
    const [one, other] = [tab(), tab()]
    const { client_id } = one.add(ID, chat('gone'))
    other.remove(client_id)
    one.change(client_id, { problem: { code: 'no_answer', detail: '' }, refused: false })
    expect(contents(one)).toEqual([])
    expect(keys()).toEqual([])
  })

  it('hear which message has been stored before it leaves the outbox', () => {
    const [one, other] = [tab(), tab()]
    const { client_id } = one.add(ID, chat('hello'))
    other.refresh()
    const heard: string[] = []
    other.subscribe({
      changed: () => heard.push('changed'),
      accepted: (stored) => heard.push(stored.id),
    })
    one.accept(client_id, message(5, { client_id }))
    expect(keys()).toEqual([])
    tellOtherTabs(`adg.outbox.alice.${client_id}`, JSON.stringify({ accepted: message(5, { client_id }) }))
    expect(heard).toEqual(['message-5', 'changed'])
  })

  it('forget when everything is deleted in the browser’s settings', () => {
    const outbox = tab()
    outbox.add(ID, chat('hello'))
    localStorage.clear()
    tellOtherTabs(null, null)
    expect(contents(outbox)).toEqual([])
  })
})

describe('a storage that takes nothing', () => {
  it('leaves the message in memory, to be changed and sent from there', () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(full)
    const outbox = tab()
    const { client_id } = outbox.add(ID, chat('held'))
    outbox.change(client_id, { problem: { code: 'no_answer', detail: '' }, refused: false })
    expect(outbox.getMessages()).toMatchObject([{ content: 'held', problem: { code: 'no_answer' } }])
    outbox.accept(client_id, message(5, { client_id }))
    expect(contents(outbox)).toEqual([])
  })

  it('may be denied altogether', () => {
    const denied = vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError')
    })
    const outbox = tab()
    outbox.add(ID, chat('held'))
    expect(contents(outbox)).toEqual(['held'])
    denied.mockRestore()
  })

  it('may be full from some moment on: what waits is shown once, as it is now', () => {
    const outbox = tab()
    const { client_id } = outbox.add(ID, chat('kept'))
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(full)
    outbox.change(client_id, { problem: { code: 'no_answer', detail: '' }, refused: false })
    expect(outbox.getMessages()).toMatchObject([{ content: 'kept', problem: { code: 'no_answer' } }])
  })

  it('may be full only for a while', () => {
    const set = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(full)
    const outbox = tab()
    const { client_id } = outbox.add(ID, chat('held'))
    set.mockRestore()
    outbox.change(client_id, { problem: null, refused: false })
    expect(contents(outbox)).toEqual(['held'])
    expect(contents(tab())).toEqual(['held'])
  })
})

describe('a message', () => {
  it('is what was typed, whoever the party and whatever the way', () => {
    vi.spyOn(Date, 'now').mockReturnValue(5_000)
    const outbox = tab()
    expect(outbox.add(ID, { kind: 'offer', content: '', amount: '1.50' })).toMatchObject({
      negotiation_id: ID, kind: 'offer', amount: '1.50', party: 'buyer', channel: null, order: 5_000,
      problem: null, refused: false,
    })
    const told = outbox.add(ID, { kind: 'dealer_message', content: 'x', party: 'dealer', channel: 'email', client_id: 'c' })
    expect(told).toMatchObject({ client_id: 'c', amount: null, party: 'dealer', channel: 'email', order: 5_001 })
    expect(outbox.find('c')).toEqual(told)
    expect(outbox.find('d')).toBeUndefined()
  })

  it.each<[string, object]>([
    ['no id', { client_id: 1 }],
    ['no negotiation', { negotiation_id: null }],
    ['an unknown kind', { kind: 'poem' }],
    ['no text', { content: undefined }],
    ['an unknown party', { party: 'aunt' }],
    ['no place', { order: '1' }],
    ['no verdict', { refused: null }],
    ['no moment', { created_at: 'yesterday' }],
    ['an offer without an amount', { kind: 'offer', amount: null }],
    ['an amount that is none', { amount: '1.5' }],
    ['an amount that is a number', { amount: 1.5 }],
    ['an amount with more to it', { amount: 'x1.50' }],
  ])('of a storage with %s is left out', (_what, change) => {
    const good = tab().add(ID, chat('good'))
    localStorage.setItem('adg.outbox.alice.odd', JSON.stringify({ ...good, client_id: 'odd', ...change }))
    expect(contents(tab())).toEqual(['good'])
  })

  it.each<[string, object]>([
    ['an offer', { kind: 'offer', amount: '20000.00' }],
    ['a dealer’s message', { kind: 'dealer_message', party: 'dealer' }],
    ['a dealer’s price', { kind: 'dealer_message', party: 'dealer', amount: '1.00' }],
  ])('of a storage that is %s is taken', (_what, change) => {
    const good = tab().add(ID, chat('good'))
    localStorage.setItem('adg.outbox.alice.odd', JSON.stringify({ ...good, client_id: 'odd', ...change }))
    expect(tab().getMessages()).toHaveLength(2)
  })
})

describe('on the page of a negotiation', () => {
  function page(outbox: Outbox) {
    const store = createNegotiationStore(ID, (task) => task())
    endings.push(mirrorOutbox(outbox, store))
    return store
  }

  it('its own messages are shown, of this tab and of others', () => {
    const outbox = tab()
    outbox.add(ID, chat('before'))
    const store = page(outbox)
    outbox.add(ID, chat('after'))
    outbox.add('another', chat('elsewhere'))
    expect(store.getState().outbox.map(({ content }) => content)).toEqual(['before', 'after'])
  })

  it('what an event brings leaves the outbox, for all tabs', () => {
    const outbox = tab()
    const store = page(outbox)
    const { client_id } = outbox.add(ID, chat('hello'))
    store.dispatch({ type: 'events_received', events: [created(message(2, { client_id }))] })
    expect([store.getState().outbox, contents(outbox), keys()]).toEqual([[], [], []])
  })

  it('what was sent is replaced by what is stored, never absent in between', () => {
    const outbox = tab()
    const store = page(outbox)
    const { client_id } = outbox.add(ID, chat('hello'))
    const shown: number[] = []
    store.subscribe(() => {
      const { order, outbox: waiting } = store.getState()
      shown.push(order.length + waiting.length)
    })
    outbox.accept(client_id, message(2, { client_id }))
    expect(new Set(shown)).toEqual(new Set([1]))
  })

  it('what is elsewhere stays, and nothing is shown once the page is left', () => {
    const outbox = tab()
    const store = createNegotiationStore(ID, (task) => task())
    const stop = mirrorOutbox(outbox, store)
    const { client_id } = outbox.add('another', chat('elsewhere'))
    store.dispatch({ type: 'events_received', events: [created(message(2, { client_id }))] })
    expect(contents(outbox)).toEqual(['elsewhere'])
    stop()
    const own = outbox.add(ID, chat('after'))
    expect(store.getState().outbox).toEqual([])
    store.dispatch({ type: 'events_received', events: [created(message(3, { client_id: own.client_id }))] })
    expect(contents(outbox)).toEqual(['elsewhere', 'after'])
  })
})
