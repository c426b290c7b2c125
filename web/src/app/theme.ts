import { createTheme, type MantineColorsTuple } from '@mantine/core'

const genie: MantineColorsTuple = [
  '#e6f5f1', '#cfe9e2', '#a2d5c8', '#70bfad', '#48ab96', '#2b9d86', '#178a74', '#0b6f5f', '#0a5d50', '#084a40',
]
/** Mantine takes its dark surfaces and texts from this row. */
const dark: MantineColorsTuple = [
  '#e8eee9', '#c3cec8', '#a5b3ac', '#75847d', '#3a4843', '#2d3a35', '#1c2622', '#17201d', '#111917', '#0b100e',
]
const clay: MantineColorsTuple = [
  '#fdf0e8', '#f6dfd2', '#ecbda3', '#e29a71', '#da7c47', '#d5692c', '#c0561d', '#a04a1a', '#843c14', '#69300f',
]

export const theme = createTheme({
  fontFamily: "'Figtree Variable', system-ui, sans-serif",
  headings: { fontFamily: "'Figtree Variable', system-ui, sans-serif", fontWeight: '700' },
  colors: { genie, clay, dark },
  primaryColor: 'genie',
  // White on it has a contrast of 6 to 1, in the light and in the dark.
  primaryShade: 7,
  defaultRadius: 'md',
  respectReducedMotion: true,
  focusRing: 'auto',
  cursorType: 'pointer',
  // It would hide the page's scroll bar by a style element; the page behind stays put without.
  components: { Modal: { defaultProps: { removeScrollProps: { removeScrollBar: false } } } },
})
