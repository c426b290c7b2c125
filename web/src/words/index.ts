/**
 * The page's words, one catalogue a language. English comes with the page and stands in for what
 * cannot be fetched; the others are fetched when they are spoken.
 */

import { useSyncExternalStore } from 'react'

import { currentLanguage, onLanguage, type Language } from '../language/current'
import { en, type Words } from './en'

export type { Words }

const catalogues: Partial<Record<Language, Words>> = { en }

const load: Record<Exclude<Language, 'en'>, () => Promise<Words>> = {
  es: () => import('./es').then((file) => file.es),
}

/** Afterwards `useWords` has them. @throws when they cannot be fetched. */
export async function loadWords(language: Language): Promise<void> {
  if (language !== 'en') catalogues[language] ??= await load[language]()
}

/** The words of the language spoken now. Whoever asks is drawn again when it changes. */
export function useWords(): Words {
  return catalogues[useLanguage()] ?? en
}

export function useLanguage(): Language {
  return useSyncExternalStore(onLanguage, currentLanguage)
}
