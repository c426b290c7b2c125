// @vitest-environment jsdom

import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'

import { formatBasisPoints, formatMoney, formatPlain } from '../domain/money'
import { ago } from '../domain/time'
import { detailsOf } from '../domain/vehicle'
import { useWords } from '../words'
import { preferredLanguage } from './choice'
import { choose, speak, speakTo } from './speaking'

const USER = { id: '1', email: 'a@example.com', language: 'en', created_at: '2026-01-01T00:00:00Z' }
const fetched = vi.fn<typeof fetch>()

beforeEach(async () => {
  vi.stubGlobal('fetch', fetched)
  fetched.mockReset()
  fetched.mockImplementation(() => Promise.resolve(Response.json({ user: USER })))
  await speak('en')
})

describe('the language before anybody is logged in', () => {
  it.each([
    [['de-DE', 'es-MX', 'en-US'], 'es'],
    [['en-GB', 'es'], 'en'],
    [['fr'], 'en'],
  ])('is the first of the browser’s that is ours: %s', (languages, expected) => {
    vi.spyOn(navigator, 'languages', 'get').mockReturnValue(languages)
    expect(preferredLanguage()).toBe(expected)
  })

  it('is what was spoken last, whatever the browser’s is', async () => {
    await choose('es')
    expect(preferredLanguage()).toBe('es')
  })
})

describe('a change of language', () => {
  it('draws anew what asked for words, and keeps what was typed', async () => {
    function Part() {
      const { common } = useWords()
      return <input aria-label={common.close} />
    }
    render(<Part />)
    await userEvent.type(screen.getByLabelText('Close'), 'half a thought')
    await act(() => speak('es'))
    expect(screen.getByLabelText('Cerrar')).toHaveValue('half a thought')
    expect(document.documentElement.lang).toBe('es')
  })

  it('changes how numbers and times are written, but not how amounts are filled in', async () => {
    await speak('es')
    expect(formatMoney(1_740_050)).toBe('$17,400.50')
    expect(formatBasisPoints(999)).toMatch(/^9\.99\s?%$/)
    expect(ago('2026-01-01T00:00:00Z', Date.parse('2026-01-01T00:05:00Z'))).toBe('hace 5 minutos')
    expect(ago('2026-01-01T00:00:00Z', Date.parse('2026-01-01T00:00:01Z'))).toBe('ahora')
    const vehicle = { year: 2019, make: 'Toyota', model: 'Camry', trim: null, mileage: 41_200, vin: null }
    expect(detailsOf(vehicle)).toBe('41,200 mi')
    expect(formatPlain('17400.00')).toBe('17,400')
  })

  it('goes by the last of two that are asked for at once', async () => {
    await Promise.all([speak('es'), speak('en')])
    expect(document.documentElement.lang).toBe('en')
  })
})

describe('whoever logs in', () => {
  it('is spoken to in their own language, which this browser remembers', async () => {
    await speakTo({ ...USER, language: 'es' })
    expect(document.documentElement.lang).toBe('es')
    expect(preferredLanguage()).toBe('es')
    expect(fetched).not.toHaveBeenCalled()
  })

  it('gets as their setting what they chose at the entrance, once', async () => {
    await choose('es')
    await speakTo(USER)
    expect(fetched).toHaveBeenCalledTimes(1)
    const [path, { method, body } = {}] = fetched.mock.calls[0] ?? []
    expect([path, method, body]).toEqual(['/api/v1/auth/me', 'PATCH', '{"language":"es"}'])
    expect(document.documentElement.lang).toBe('es')
    await speakTo(USER)
    expect(document.documentElement.lang).toBe('en')
    expect(fetched).toHaveBeenCalledTimes(1)
  })

  it('is not held up by a setting that cannot be saved', async () => {
    await choose('es')
    fetched.mockRejectedValue(new TypeError('no line'))
    await speakTo(USER)
    expect(document.documentElement.lang).toBe('es')
  })

  it('may have a language that this page does not know', async () => {
    await speakTo({ ...USER, language: 'fr' })
    expect(document.documentElement.lang).toBe('en')
  })
})
