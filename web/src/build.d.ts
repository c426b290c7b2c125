/** A hash of the types that kept state is made of; written in when the page is built. */
declare const STATE_SCHEMA: string

/** The theme's variables, see theme-styles-plugin.ts. */
declare module 'virtual:theme.css'
