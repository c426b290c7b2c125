// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { ApiError, noAnswer } from '../api/errors'
import type { PostedAnswer } from '../api/bodies'
import { ID, message } from '../testing/objects'
import { Sender } from './sender'
import type { OutgoingMessage } from './outgoing-message'
import { Outbox } from './outbox'
import type { TabLock } from './tab-lock'

const chat = (content: string) => ({ kind: 'chat', content }) as const
const atOnce: TabLock = (task) => task()
const senders: Sender[] = []

/** A server that stores a client_id once, and an outbox that is sent to it. */
function setUp({ lock = atOnce, outbox = new Outbox('alice') } = {}) {
  const stored: string[] = []
  const accept = (sent: OutgoingMessage): PostedAnswer => {
    if (!stored.includes(sent.client_id)) stored.push(sent.client_id)
    const seq = 1 + stored.indexOf(sent.client_id)
    return {
      message: message(seq, { client_id: sent.client_id, content: sent.content }),
      reply: { id: 'reply', message_id: null, status: 'pending', attempt: 0 },
    }
  }
  const post = vi.fn((sent: OutgoingMessage) => Promise.resolve(accept(sent)))
  const owner = { isHere: true }
  const sender = new Sender({ outbox, post, lock, isOwnersTurn: () => owner.isHere, random: () => 0 })
  senders.push(sender)
  const sent = () => post.mock.calls.map(([each]) => each.content)
  const waiting = () => outbox.getMessages().map(({ content }) => content)
  return { outbox, post, sender, owner, sent, waiting, stored, accept }
}

const settle = () => vi.advanceTimersByTimeAsync(0)

beforeEach(() => {
  localStorage.clear()
  vi.useFakeTimers()
})
afterEach(() => {
  for (const sender of senders.splice(0)) sender.stop()
  vi.useRealTimers()
})

describe('sending', () => {
  it('goes one by one, in order, beginning with what an earlier visit left', async () => {
    new Outbox('alice').add(ID, chat('left behind'))
    const { outbox, sender, sent, waiting, post } = setUp()
    let answer: () => void = () => undefined
    post.mockImplementationOnce(() => new Promise((_resolve, reject) => (answer = () => reject(noAnswer()))))
    sender.start()
    outbox.add(ID, chat('two'))
    await settle()
    expect(sent()).toEqual(['left behind'])
    answer()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(sent()).toEqual(['left behind', 'left behind', 'two'])
    expect(waiting()).toEqual([])
  })

  it('waits longer each time, half a minute at most, and never gives up', async () => {
    const { outbox, sender, post, waiting } = setUp()
    post.mockRejectedValue(noAnswer())
    sender.start()
    outbox.add(ID, chat('patient'))
    const waits: number[] = []
    for (let time = 0; waits.length < 8; time += 500) {
      const before = post.mock.calls.length
      await vi.advanceTimersByTimeAsync(500)
      if (post.mock.calls.length > before) waits.push(time + 500 - waits.reduce((sum, wait) => sum + wait, 0))
    }
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000])
    expect(waiting()).toEqual(['patient'])
  })

  it('uses the moment when it is woken, and starts with short waits after a success', async () => {
    const { outbox, sender, post, sent } = setUp()
    post.mockRejectedValueOnce(noAnswer()).mockRejectedValueOnce(noAnswer())
    sender.start()
    outbox.add(ID, chat('one'))
    await settle()
    sender.wake()
    await settle()
    sender.wake()
    await settle()
    expect(sent()).toEqual(['one', 'one', 'one'])
    post.mockRejectedValueOnce(noAnswer())
    outbox.add(ID, chat('two'))
    await settle()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(sent()).toEqual(['one', 'one', 'one', 'two', 'two'])
  })

  it('says of everything behind a failure that it waits, and why', async () => {
    const { outbox, sender, post } = setUp()
    post.mockRejectedValue(noAnswer())
    sender.start()
    outbox.add(ID, chat('one'))
    outbox.add('another', chat('two'))
    await settle()
    expect(outbox.getMessages()).toMatchObject([
      { problem: { code: 'no_answer' }, refused: false },
      { problem: { code: 'no_answer' }, refused: false },
    ])
  })

  it.each([408, 429, 500, 503])('takes %i for passing', async (status) => {
    const { outbox, sender, post, waiting } = setUp()
    post.mockRejectedValueOnce(new ApiError(status, 'code', ''))
    sender.start()
    outbox.add(ID, chat('one'))
    await settle()
    expect(outbox.getMessages()).toMatchObject([{ problem: { code: 'code' }, refused: false }])
    await vi.advanceTimersByTimeAsync(1_000)
    expect(waiting()).toEqual([])
  })

  it('waits as long as it is told to, a minute at most', async () => {
    const { outbox, sender, post, sent } = setUp()
    post.mockRejectedValueOnce(new ApiError(429, 'rate_limited', '', {}, 7))
    post.mockRejectedValueOnce(new ApiError(429, 'rate_limited', '', {}, 86_400))
    sender.start()
    outbox.add(ID, chat('one'))
    await vi.advanceTimersByTimeAsync(6_999)
    expect(sent()).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(sent()).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(59_999)
    expect(sent()).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(1)
    expect(sent()).toHaveLength(3)
  })

  it('waits as long as it is told to once, and by its own measure after that', async () => {
    const { outbox, sender, post, sent } = setUp()
    post.mockRejectedValueOnce(new ApiError(429, 'rate_limited', '', {}, 7))
    post.mockRejectedValueOnce(noAnswer())
    sender.start()
    outbox.add(ID, chat('one'))
    await vi.advanceTimersByTimeAsync(7_000)
    expect(sent()).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(2_000)
    expect(sent()).toHaveLength(3)
  })

  it('has one next try, however often it is woken, and none once all is sent', async () => {
    const { outbox, sender, post, sent } = setUp()
    post.mockRejectedValueOnce(noAnswer()).mockRejectedValueOnce(noAnswer()).mockRejectedValueOnce(noAnswer())
    sender.start()
    outbox.add(ID, chat('one'))
    await settle()
    for (let times = 0; times < 2; times += 1) {
      sender.wake()
      await settle()
      expect(vi.getTimerCount()).toBe(1)
    }
    await vi.advanceTimersByTimeAsync(3_999)
    expect(sent()).toHaveLength(3)
    await vi.advanceTimersByTimeAsync(1)
    expect(sent()).toHaveLength(4)
    await vi.advanceTimersByTimeAsync(120_000)
    expect(sent()).toHaveLength(4)
  })

  it('woken while it sends, looks once more when it is done', async () => {
    const { outbox, sender, post, sent } = setUp()
    let fail: () => void = () => undefined
    post.mockImplementationOnce(() => new Promise((_resolve, reject) => (fail = () => reject(noAnswer()))))
    sender.start()
    outbox.add(ID, chat('one'))
    await settle()
    sender.wake()
    sender.wake()
    fail()
    await settle()
    expect(sent()).toEqual(['one', 'one'])
  })

  it('says of the others nothing where the server stumbles over one negotiation', async () => {
    const { outbox, sender, post } = setUp()
    post.mockRejectedValueOnce(new ApiError(409, 'refused', ''))
    post.mockRejectedValue(new ApiError(500, 'internal', ''))
    sender.start()
    outbox.add(ID, chat('refused'))
    outbox.add(ID, chat('first'))
    outbox.add(ID, chat('second'))
    await settle()
    expect(outbox.getMessages().map(({ problem, refused }) => [problem?.code, refused])).toEqual([
      ['refused', true],
      ['internal', false],
      ['internal', false],
    ])
    const other = setUp({ outbox: new Outbox('bob') })
    other.post.mockImplementation(({ negotiation_id }) =>
      negotiation_id === ID ? Promise.reject(new ApiError(503, 'busy', '')) : new Promise(() => undefined),
    )
    other.sender.start()
    other.outbox.add(ID, chat('one'))
    other.outbox.add('another', chat('two'))
    await settle()
    expect(other.outbox.getMessages().map(({ problem }) => problem?.code)).toEqual(['busy', undefined])
  })

  it('takes up what another tab has stored in the outbox', async () => {
    const { sender, sent } = setUp()
    new Outbox('alice').add(ID, chat('of another tab'))
    new Outbox('alice').add(ID, chat('of a third'))
    sender.start()
    await settle()
    expect(sent()).toEqual([])
    const { sender: reloaded, sent: later } = setUp()
    reloaded.start()
    await settle()
    expect(later()).toEqual(['of another tab', 'of a third'])
  })

  it('goes on when it is started again', async () => {
    const { outbox, sender, sent } = setUp()
    sender.start()
    sender.stop()
    outbox.add(ID, chat('meanwhile'))
    sender.wake()
    await settle()
    expect(sent()).toEqual([])
    sender.start()
    await settle()
    expect(sent()).toEqual(['meanwhile'])
  })

  it('does not let one negotiation that the server stumbles over hold up the others', async () => {
    const { outbox, sender, post, waiting, accept } = setUp()
    post.mockImplementation((sent) =>
      sent.negotiation_id === ID ? Promise.reject(new ApiError(500, 'internal', '')) : Promise.resolve(accept(sent)),
    )
    sender.start()
    outbox.add(ID, chat('one'))
    outbox.add('another', chat('other'))
    outbox.add(ID, chat('two'))
    await settle()
    expect(waiting()).toEqual(['one', 'two'])
  })
})

describe('a refusal', () => {
  it.each([400, 403, 404, 409, 413, 422])('%i ends the tries, keeps the text, and lets the next through', async (status) => {
    const { outbox, sender, post, sent, waiting } = setUp()
    post.mockRejectedValueOnce(new ApiError(status, 'the_reason', 'Why.'))
    sender.start()
    outbox.add(ID, chat('refused'))
    outbox.add(ID, chat('next'))
    await vi.advanceTimersByTimeAsync(120_000)
    expect(sent()).toEqual(['refused', 'next'])
    expect(waiting()).toEqual(['refused'])
    expect(outbox.getMessages()[0]).toMatchObject({
      refused: true,
      problem: { code: 'the_reason', detail: 'Why.' },
    })
  })

  it('stays one after a reload, until the buyer wants it sent again', async () => {
    const first = setUp()
    first.post.mockRejectedValueOnce(new ApiError(409, 'csrf_failed', ''))
    first.sender.start()
    first.outbox.add(ID, chat('refused'))
    await settle()
    first.sender.stop()
    const { outbox, sender, sent, waiting } = setUp()
    sender.start()
    await settle()
    expect(sent()).toEqual([])
    outbox.change(outbox.getMessages()[0]?.client_id ?? '', { problem: null, refused: false })
    await settle()
    expect(sent()).toEqual(['refused'])
    expect(waiting()).toEqual([])
  })
})

describe('the log-in', () => {
  it('ending loses nothing, and tries nothing until somebody is logged in again', async () => {
    const { outbox, sender, post, owner, waiting } = setUp()
    post.mockImplementationOnce(() => {
      owner.isHere = false
      return Promise.reject(new ApiError(401, 'not_authenticated', ''))
    })
    sender.start()
    outbox.add(ID, chat('kept'))
    await vi.advanceTimersByTimeAsync(600_000)
    expect(post).toHaveBeenCalledTimes(1)
    expect(waiting()).toEqual(['kept'])
    owner.isHere = true
    sender.wake()
    await settle()
    expect(waiting()).toEqual([])
  })

  it('of another user sends nothing of the first', async () => {
    new Outbox('alice').add(ID, chat('of Alice'))
    const bob = setUp({ outbox: new Outbox('bob') })
    bob.sender.start()
    const alice = setUp()
    alice.owner.isHere = false
    alice.sender.start()
    await vi.advanceTimersByTimeAsync(60_000)
    expect([bob.sent(), alice.sent()]).toEqual([[], []])
  })

  it('ending between two messages stops before the second', async () => {
    const { outbox, sender, post, owner, accept, sent } = setUp()
    post.mockImplementationOnce((each) => {
      owner.isHere = false
      return Promise.resolve(accept(each))
    })
    outbox.add(ID, chat('one'))
    outbox.add(ID, chat('two'))
    sender.start()
    await settle()
    expect(sent()).toEqual(['one'])
  })
})

describe('several tabs', () => {
  it('take over from one that dies in the middle, without storing anything twice', async () => {
    let free: (() => void)[] = []
    let held = false
    const lock: TabLock = async (task) => {
      if (held) await new Promise<void>((resolve) => free.push(resolve))
      held = true
      await task()
    }
    const dying = setUp({ lock })
    dying.post.mockImplementation((sent) => {
      dying.accept(sent)
      return new Promise(() => undefined)
    })
    dying.sender.start()
    dying.outbox.add(ID, chat('half sent'))
    const heir = setUp({ lock })
    heir.post.mockImplementation((sent) => Promise.resolve(dying.accept(sent)))
    heir.sender.start()
    await settle()
    expect([dying.sent(), heir.sent()]).toEqual([['half sent'], []])
    for (const next of free) next()
    free = []
    await settle()
    expect(heir.sent()).toEqual(['half sent'])
    expect(dying.stored).toHaveLength(1)
    expect(heir.waiting()).toEqual([])
  })

  it('stopped, sends nothing more', async () => {
    const { outbox, sender, post, sent } = setUp()
    post.mockRejectedValue(noAnswer())
    sender.start()
    outbox.add(ID, chat('one'))
    await settle()
    sender.stop()
    outbox.add(ID, chat('two'))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(sent()).toEqual(['one'])
  })
})
