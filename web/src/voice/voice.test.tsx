// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { ChatBox } from '../talk/ChatBox'
import { MessageList } from '../talk/MessageList'
import { advice, created, moved } from '../testing/objects'
import { renderWithNegotiation } from '../testing/render'
import type { Recognition, RecognitionResults } from './support'

const received = { type: 'events_received', events: [moved(1), created(advice(2, { content: 'Hold at $18,000.' }))] } as const

/** Speech recognition whose microphone is the test. */
class FakeRecognition implements Recognition {
  static latest: FakeRecognition | null = null
  static refuses = false
  lang = ''
  continuous = false
  interimResults = false
  onresult: Recognition['onresult'] = null
  onerror: Recognition['onerror'] = null
  onend: Recognition['onend'] = null
  abort = vi.fn()

  start() {
    if (FakeRecognition.refuses) throw new Error('already started')
    FakeRecognition.latest = this
  }

  stop() {
    this.onend?.()
  }

  hear(transcript: string, isFinal: boolean) {
    const result = Object.assign([{ transcript }], { isFinal })
    const event: RecognitionResults = { resultIndex: 0, results: [result] }
    act(() => this.onresult?.(event))
  }

  fail(error: string) {
    act(() => {
      this.onerror?.({ error })
      this.onend?.()
    })
  }
}

const SPEECH = ['webkitSpeechRecognition', 'speechSynthesis', 'SpeechSynthesisUtterance']

afterEach(() => {
  for (const name of SPEECH) Reflect.deleteProperty(window, name)
})

const box = () => screen.getByLabelText<HTMLTextAreaElement>('Message to your adviser')
const button = (name: string) => screen.findByRole('button', { name })

async function listening() {
  const user = userEvent.setup()
  renderWithNegotiation(<ChatBox />, [received])
  await user.click(await button('Dictate'))
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Dictate' }))
  const recognition = FakeRecognition.latest
  if (recognition === null) throw new Error('nobody listens')
  return { user, recognition }
}

describe('dictating', () => {
  beforeEach(() => {
    FakeRecognition.latest = null
    FakeRecognition.refuses = false
    Object.assign(window, { webkitSpeechRecognition: FakeRecognition })
  })

  it('says first who may hear, and asks only once', async () => {
    const user = userEvent.setup()
    renderWithNegotiation(<ChatBox />, [received])
    await user.click(await button('Dictate'))
    expect(await screen.findByText(/may send your voice to a server/)).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Cancel' }))
    expect(FakeRecognition.latest).toBeNull()
    localStorage.setItem('adg.speech.dictate', 'yes')
    await user.click(await button('Dictate'))
    expect(FakeRecognition.latest).toMatchObject({ lang: 'en-US', continuous: true })
  })

  it('puts what is said after what was typed, and shows what may still change', async () => {
    const { user, recognition } = await listening()
    await user.type(box(), 'Tell me:')
    recognition.hear('is it', false)
    expect(screen.getByText('is it')).toBeInTheDocument()
    expect(box()).toHaveValue('Tell me:')
    recognition.hear('is it fair', true)
    expect(box()).toHaveValue('Tell me: is it fair')
    await user.click(await button('Stop dictating'))
    expect(await button('Dictate')).toBeInTheDocument()
  })

  it.each([
    ['not-allowed', /may not use the microphone/],
    ['audio-capture', /No microphone was found/],
    ['network', /could not reach/],
    ['no-speech', /Nothing was heard/],
    ['anything', /did not work here/],
  ])('ends with a plain word on %s', async (error, word) => {
    const { recognition } = await listening()
    recognition.fail(error)
    expect(screen.getByText(word)).toBeInTheDocument()
    expect(await button('Dictate')).toBeInTheDocument()
  })

  it('that does not even start says so', async () => {
    FakeRecognition.refuses = true
    localStorage.setItem('adg.speech.dictate', 'yes')
    renderWithNegotiation(<ChatBox />, [received])
    await userEvent.click(await button('Dictate'))
    expect(screen.getByText(/did not work here/)).toBeInTheDocument()
  })
})

describe('reading aloud', () => {
  const speech = { speak: vi.fn<(utterance: FakeUtterance) => void>(), cancel: vi.fn() }
  class FakeUtterance {
    lang = ''
    onend: (() => void) | null = null
    onerror: ((event: { error: string }) => void) | null = null
    constructor(readonly text: string) {}
  }

  beforeEach(() => {
    speech.speak.mockReset()
    localStorage.setItem('adg.speech.read', 'yes')
    Object.assign(window, { speechSynthesis: speech, SpeechSynthesisUtterance: FakeUtterance })
  })

  it('speaks an advice in the page’s language, and stops when asked', async () => {
    const user = userEvent.setup()
    renderWithNegotiation(<MessageList />, [received])
    await user.click(await button('Read aloud'))
    expect(speech.speak).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ text: 'Hold at $18,000.', lang: 'en-US' }))
    await user.click(await button('Stop reading'))
    expect(speech.cancel).toHaveBeenCalled()
    expect(await button('Read aloud')).toBeInTheDocument()
  })

  it('says when the browser cannot', async () => {
    renderWithNegotiation(<MessageList />, [received])
    await userEvent.click(await button('Read aloud'))
    const [utterance] = speech.speak.mock.calls[0] ?? []
    act(() => utterance?.onerror?.({ error: 'synthesis-failed' }))
    expect(screen.getByRole('alert')).toHaveTextContent('could not read it aloud')
  })
})

it('a browser without speech shows no button for it', () => {
  renderWithNegotiation(
    <>
      <ChatBox />
      <MessageList />
    </>,
    [received],
  )
  expect(screen.queryByRole('button', { name: 'Dictate' })).toBeNull()
  expect(screen.queryByRole('button', { name: 'Read aloud' })).toBeNull()
})
