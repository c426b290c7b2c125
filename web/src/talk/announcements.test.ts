import { describe, expect, it } from 'vitest'

import { advice, message } from '../testing/objects'
import { announcementsIn } from './announcements'

const whole = (seq: number) => advice(seq, { content: `advice ${seq}` })
const half = (seq: number) => advice(seq, { content: '', status: 'streaming' })

/** The texts read out while the list takes these shapes one after the other. */
function readOut(...shapes: Parameters<typeof announcementsIn>[0][]): string[][] {
  let before: Parameters<typeof announcementsIn>[1] = null
  return shapes.map((shape) => {
    const { fresh, announced } = announcementsIn(shape, before)
    before = announced
    return fresh.map((each) => each.content)
  })
}

describe('what is read out', () => {
  it('is not what was there when the page opened', () => {
    expect(readOut([whole(1)], [whole(1)])).toEqual([[], []])
  })

  it('is a new message once, when it is whole', () => {
    expect(readOut([], [half(2)], [half(2)], [whole(2)], [whole(2)])).toEqual([[], [], [], ['advice 2'], []])
  })

  it('is an answer that was being written when the page opened', () => {
    expect(readOut([half(2)], [whole(2)])).toEqual([[], ['advice 2']])
  })

  it('is the second answer of a retry', () => {
    expect(readOut([whole(2)], [half(2)], [whole(2)])).toEqual([[], [], ['advice 2']])
  })

  it('is neither an older page nor the buyer’s own message', () => {
    expect(readOut([whole(9)], [whole(3), whole(9), message(10)])).toEqual([[], []])
  })
})
