/**
 * Writes the theme's variables into the page's style sheet when it is built. Mantine would put them
 * into a style element when the page starts, and the page's policy allows none.
 */

import type { MantineTheme } from '@mantine/core'
import type { Plugin } from 'vite'

export const THEME_STYLES = 'virtual:theme.css'
const RESOLVED = `\0${THEME_STYLES}`

export function themeStyles(): Plugin {
  return {
    name: 'theme-styles',
    resolveId: (id) => (id === THEME_STYLES ? RESOLVED : undefined),
    load: (id) => (id === RESOLVED ? written() : undefined),
  }
}

/** Only what differs from the defaults, which Mantine brings as a file. */
async function written(): Promise<string> {
  const mantine = await import('@mantine/core')
  const { theme } = await import('./src/app/theme.ts')
  const variablesOf = (of: MantineTheme) => mantine.defaultCssVariablesResolver(of)
  const ours = variablesOf(mantine.mergeMantineTheme(mantine.DEFAULT_THEME, theme))
  const defaults = variablesOf(mantine.DEFAULT_THEME)
  return mantine.convertCssVariables({
    variables: changed(ours.variables, defaults.variables),
    light: changed(ours.light, defaults.light),
    dark: changed(ours.dark, defaults.dark),
  })
}

type Variables = Record<string, string>

function changed(ours: Variables, defaults: Variables): Variables {
  return Object.fromEntries(Object.entries(ours).filter(([name, value]) => defaults[name] !== value))
}
