/**
 * The language that the page speaks now. Words and formatters ask here; whoever shows them is drawn
 * again when it changes (`useWords`).
 */

export const LANGUAGES = ['en', 'es'] as const
export type Language = (typeof LANGUAGES)[number]

/** Each language's name in itself: that is how its speakers look for it. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', es: 'Español' }

/** Both as in the United States, whose dollars are bargained over. */
const LOCALES: Record<Language, string> = { en: 'en-US', es: 'es-US' }

let current: Language = 'en'
const listeners = new Set<() => void>()

export function isLanguage(code: unknown): code is Language {
  return LANGUAGES.some((language) => language === code)
}

export function currentLanguage(): Language {
  return current
}

/** `language/speaking.ts` calls this once the words are there; nobody else does. */
export function setCurrentLanguage(language: Language): void {
  document.documentElement.lang = language
  if (language === current) return
  current = language
  for (const listener of listeners) listener()
}

export function onLanguage(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Something made once for each locale, for the one spoken now: formatters are costly to make. */
export function perLocale<Made>(make: (locale: string) => Made): () => Made {
  const made = new Map<Language, Made>()
  return () => {
    const known = made.get(current)
    if (known !== undefined) return known
    const fresh = make(LOCALES[current])
    made.set(current, fresh)
    return fresh
  }
}
