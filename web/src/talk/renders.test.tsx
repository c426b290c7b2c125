// @vitest-environment jsdom
/** However many deltas come within a frame: the talk is drawn once, and nothing beside it at all. */

import { act, screen } from '@testing-library/react'
import { Profiler } from 'react'
import { expect, it, vi } from 'vitest'

import { advice, created, delta, message, moved } from '../testing/objects'
import { renderWithNegotiation } from '../testing/render'
import { Composer } from './Composer'
import { MessageList } from './MessageList'

const answered = [moved(1), created(message(2)), created(advice(3, { content: '', status: 'streaming' }))]

function streaming() {
  const frame: (() => void)[] = []
  const drawn = vi.fn<(part: string) => void>()
  const { store } = renderWithNegotiation(
    <>
      <Profiler id="talk" onRender={drawn}>
        <MessageList />
      </Profiler>
      <Profiler id="composer" onRender={drawn}>
        <Composer />
      </Profiler>
    </>,
    [{ type: 'events_received', events: answered }],
    (task) => frame.push(task),
  )
  const nextFrame = () => act(() => frame.splice(0).forEach((task) => task()))
  act(() => store.dispatch({ type: 'delta_received', delta: delta(0, 'x') }))
  nextFrame() // the first word takes the place of the dots
  drawn.mockClear()
  return { store, nextFrame, drawnParts: () => drawn.mock.calls.map(([part]) => part) }
}

it.each([1, 20, 500])('draws %i deltas of a frame at once, and the composer never', (count) => {
  const { store, nextFrame, drawnParts } = streaming()
  for (const frame of [0, 1, 2]) {
    act(() => {
      for (let place = 0; place < count; place += 1) {
        store.dispatch({ type: 'delta_received', delta: delta(1 + frame * count + place, 'x') })
      }
    })
    expect(drawnParts()).toHaveLength(frame)
    nextFrame()
    expect(drawnParts()).toEqual(Array(frame + 1).fill('talk'))
  }
  expect(screen.getByText('x'.repeat(1 + 3 * count))).toBeInTheDocument()
})
