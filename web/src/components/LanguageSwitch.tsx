import { Button } from '@mantine/core'
import { useState } from 'react'

import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../language/current'
import { choose } from '../language/speaking'
import { useLanguage, useWords } from '../words'
import classes from './LanguageSwitch.module.css'

/** Where nobody is logged in; whoever is, changes it in the account menu. */
export function LanguageSwitch() {
  const { common } = useWords()
  const spoken = useLanguage()
  const [hasFailed, setFailed] = useState(false)
  const change = (language: Language) => {
    setFailed(false)
    choose(language).catch(() => setFailed(true))
  }
  return (
    <div>
      <div className={classes.languages} role="group" aria-label={common.language}>
        {LANGUAGES.map((language) => (
          <Button
            key={language}
            lang={language}
            variant={language === spoken ? 'light' : 'subtle'}
            aria-pressed={language === spoken}
            onClick={() => change(language)}
          >
            {LANGUAGE_NAMES[language]}
          </Button>
        ))}
      </div>
      {hasFailed && <p role="alert">{common.languageNotLoaded}</p>}
    </div>
  )
}
