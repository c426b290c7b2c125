import { MantineProvider } from '@mantine/core'
import { useEffect } from 'react'

import { AuthProvider } from '../auth/AuthProvider'
import { onLanguageElsewhere } from '../language/choice'
import { speak } from '../language/speaking'
import { NewVersion } from '../offline/NewVersion'
import { Broken } from './Broken'
import { Routes } from './Routes'
import { theme } from './theme'

export function App() {
  useEffect(() => onLanguageElsewhere((language) => void speak(language).catch(() => undefined)), [])
  return (
    // Its style elements would break the page's policy: what they hold is in the built style sheet.
    <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
      <Broken>
        <AuthProvider>
          <Routes />
        </AuthProvider>
      </Broken>
      <NewVersion />
    </MantineProvider>
  )
}
