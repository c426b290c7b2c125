/** Changing the language: the words first, then the page, then this browser's other tabs. */

import { setLanguage } from '../api/calls'
import type { UserObject } from '../contract'
import { loadWords } from '../words'
import { keepLanguage } from './choice'
import { isLanguage, setCurrentLanguage, type Language } from './current'

/** Chosen at the entrance on this page, and not yet told to an account. */
let wish: Language | null = null
let newest: Language | null = null

/** @throws when the words cannot be fetched; the page goes on in the language before. */
export async function speak(language: Language): Promise<void> {
  newest = language
  await loadWords(language)
  // The last one asked for wins, however long its words took.
  if (newest === language) setCurrentLanguage(language)
}

/** At the entrance, where nobody is logged in: whoever logs in next gets it as their setting. */
export async function choose(language: Language): Promise<void> {
  await speak(language)
  wish = language
  keepLanguage(language)
}

/** The buyer's setting, for the page and the adviser. @throws ApiError or as `speak` does. */
export async function chooseForUser(language: Language): Promise<void> {
  await Promise.all([loadWords(language), setLanguage(language)])
  await speak(language)
  keepLanguage(language)
}

/** Speak to somebody who has just logged in. Never fails: their log-in does not hang on it. */
export async function speakTo(user: UserObject): Promise<void> {
  const wanted = wish
  wish = null
  try {
    if (wanted !== null && wanted !== user.language) await chooseForUser(wanted)
    else if (isLanguage(user.language)) {
      await speak(user.language)
      keepLanguage(user.language)
    }
  } catch {
    // The language before will do; the setting counts again with the next log-in.
  }
}
