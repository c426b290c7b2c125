import { describe, expect, it, vi } from 'vitest'

import { newId } from './ids'

const VERSION_4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

describe('a new id', () => {
  it('is a random UUID', () => {
    expect(newId()).toMatch(VERSION_4)
    expect(newId()).not.toBe(newId())
  })

  it('is one on pages that are not secure, too', () => {
    const getRandomValues = crypto.getRandomValues.bind(crypto)
    vi.stubGlobal('crypto', { getRandomValues })
    expect(newId()).toMatch(VERSION_4)
    expect(newId()).not.toBe(newId())
    vi.unstubAllGlobals()
  })
})
