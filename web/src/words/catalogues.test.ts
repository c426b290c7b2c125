import { describe, expect, it } from 'vitest'

import { en } from './en'
import { es } from './es'

type Entry = string | ((...samples: unknown[]) => string)

/** Every text and function of a catalogue, by its path. */
function entriesOf(part: unknown, path = ''): [path: string, entry: Entry][] {
  if (typeof part === 'string' || typeof part === 'function') return [[path, part as Entry]]
  return Object.entries(part as object).flatMap(([key, inner]) => entriesOf(inner, path === '' ? key : `${path}.${key}`))
}

/** Arguments that no text of the page holds by itself. */
const SAMPLES = ['«one»', '«two»', '«three»']

/** Entries whose argument is a code or a state: what they answer for each is looked at elsewhere. */
const BY_CODE = ['common.connection', 'problems.of']

/** Where the server's English reason would stand, other languages have a sentence of their own. */
const IN_ENGLISH_ONLY = ['form.refused']

describe.each([['es', es]] as const)('the catalogue %s', (_code, catalogue) => {
  const english = new Map(entriesOf(en))
  const own = new Map(entriesOf(catalogue))

  it('has the entries of the English one', () => {
    expect([...own.keys()].sort()).toEqual([...english.keys()].sort())
  })

  it('has no empty text, and none that was left in English', () => {
    const texts = [...own].filter(([path, text]) => text === '' && english.get(path) !== '')
    expect(texts).toEqual([])
    const same = [...own].filter(([path, text]) => typeof text === 'string' && text === english.get(path) && text.includes(' '))
    expect(same).toEqual([])
  })

  it('takes the same arguments, and says each of them that English says', () => {
    for (const [path, entry] of english) {
      const other = own.get(path)
      expect(typeof other, path).toBe(typeof entry)
      if (typeof entry !== 'function' || typeof other !== 'function' || BY_CODE.includes(path)) continue
      if (IN_ENGLISH_ONLY.includes(path)) continue
      expect(other.length, path).toBe(entry.length)
      const said = saidIn(entry(...SAMPLES))
      expect(saidIn(other(...SAMPLES)), path).toEqual(said)
      expect(other(...SAMPLES) === '', path).toBe(entry(...SAMPLES) === '')
    }
  })
})

function saidIn(text: string): string[] {
  return SAMPLES.filter((sample) => text.includes(sample))
}

describe('entries that are looked up by a code', () => {
  const phases = ['live', 'moving', 'connecting', 'offline', 'reconnecting'] as const

  it.each(phases)('say something of the line while it is %s', (phase) => {
    for (const { connection } of [en.common, es.common]) {
      expect(connection(phase === 'reconnecting' ? { phase, attempt: 3 } : { phase })).not.toBe('')
    }
  })

  it('have a sentence for a code that nobody knows', () => {
    const unknown = { code: 'new_code', detail: 'A sentence of the server.' }
    expect(en.problems.of(unknown)).toBe(unknown.detail)
    expect(es.problems.of(unknown)).toMatch(/^Algo salió mal/)
  })
})
