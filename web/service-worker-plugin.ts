/** Builds the service worker after the page, because it has to know the page's files. */

import { createHash } from 'node:crypto'

import { build, type Plugin, type Rolldown } from 'vite'

import type { Shell } from './src/service-worker/shell'

type Bundle = Rolldown.OutputBundle

const PAGE = 'index.html'
const NAME = 'service-worker.js'

export function serviceWorker(entry: string): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        this.emitFile({ type: 'asset', fileName: NAME, source: await built(entry, shellOf(bundle)) })
      },
    },
  }
}

/** The page and all that it may load at any time; other pages' files are not its business. */
function shellOf(bundle: Bundle): Shell {
  const page = bundle[PAGE]
  if (page?.type !== 'asset') throw new Error(`the build has no ${PAGE}`)
  const names = new Set<string>()
  const entry = Object.values(bundle).find((file) => file.type === 'chunk' && file.isEntry && file.name === 'main')
  if (entry?.type !== 'chunk') throw new Error('the build has no entry called main')
  collect(entry, bundle, names)
  const files = [...names].sort().map((name) => `/${name}`)
  const integrity = `sha256-${hash(page.source, 'base64')}`
  return { version: hash(JSON.stringify([integrity, files]), 'hex').slice(0, 16), integrity, files }
}

function collect(chunk: Rolldown.OutputChunk, bundle: Bundle, names: Set<string>): void {
  if (names.has(chunk.fileName)) return
  names.add(chunk.fileName)
  for (const name of chunk.viteMetadata?.importedCss ?? []) names.add(name)
  for (const name of chunk.viteMetadata?.importedAssets ?? []) names.add(name)
  for (const name of [...chunk.imports, ...chunk.dynamicImports]) {
    const next = bundle[name]
    if (next?.type === 'chunk') collect(next, bundle, names)
  }
}

/** One script without imports: not every browser takes modules here. */
async function built(entry: string, shell: Shell): Promise<string> {
  const output = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: { SHELL: JSON.stringify(shell) },
    build: { write: false, rolldownOptions: { input: entry, output: { format: 'iife', entryFileNames: NAME } } },
  })
  if (!('output' in output)) throw new Error('the service worker was not built')
  return output.output[0].code
}

function hash(content: string | Uint8Array, form: 'base64' | 'hex'): string {
  return createHash('sha256').update(content).digest(form)
}
