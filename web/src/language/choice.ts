/** Which language to speak before anybody is logged in, and how the tabs of a browser agree on it. */

import { readItem, writeItem } from '../storage/browser-storage'
import { isLanguage, type Language } from './current'

const KEPT = 'adg.language'

/** What was spoken last in this browser, else the first of its languages that is one of ours. */
export function preferredLanguage(): Language {
  const kept = readItem('localStorage', KEPT)
  if (isLanguage(kept)) return kept
  return navigator.languages.map((tag) => tag.split('-')[0]?.toLowerCase()).find(isLanguage) ?? 'en'
}

export function keepLanguage(language: Language): void {
  if (readItem('localStorage', KEPT) !== language) writeItem('localStorage', KEPT, language)
}

/** Called when another tab speaks another language. Returns what stops it. */
export function onLanguageElsewhere(listener: (language: Language) => void): () => void {
  const stored = ({ key, newValue }: StorageEvent) => {
    if (key === KEPT && isLanguage(newValue)) listener(newValue)
  }
  window.addEventListener('storage', stored)
  return () => window.removeEventListener('storage', stored)
}
