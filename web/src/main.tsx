import '@fontsource-variable/figtree/index.css'
import './app/mantine-styles'
import './app/global.css'
import './app/touch.css'

import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

import { App } from './app/App'
import { preferredLanguage } from './language/choice'
import { speak } from './language/speaking'
import { noteFailedStyles } from './parts/insist'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
const show = () =>
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
noteFailedStyles()
// Without its words the page starts in English.
speak(preferredLanguage()).then(show, show)
