import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

import { compressed } from './compress-plugin.ts'
import { serviceWorker } from './service-worker-plugin.ts'
import { themeStyles } from './theme-styles-plugin.ts'

const page = (file: string) => fileURLToPath(new URL(file, import.meta.url))
/** Changes whenever what the page keeps of the server's state may have changed its form. */
const schema = createHash('sha256')
for (const file of ['src/contract.ts', 'src/state/types.ts', 'src/kept/negotiation.ts']) {
  schema.update(readFileSync(page(file)))
}

const backend = process.env.BACKEND ?? 'http://127.0.0.1:8000'

export default defineConfig({
  plugins: [
    react(),
    themeStyles(),
    serviceWorker(page('src/service-worker/main.ts')),
    compressed(page('dist/assets')),
  ],
  define: { STATE_SCHEMA: JSON.stringify(schema.digest('hex').slice(0, 16)) },
  build: {
    // No picture or font becomes a data: address: the page's policy allows none.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: { main: page('index.html'), docs: page('docs.html') } },
  },
  server: {
    proxy: {
      '/api': backend,
      '/openapi.json': backend,
      '/socket.io': { target: backend, ws: true },
    },
  },
  test: {
    // Tests of the page itself ask for a document of their own, in their first line.
    environment: 'node',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/test-setup.ts'],
    restoreMocks: true,
    unstubGlobals: true,
    // Most of the time went into a new world for each file: they share one, and leave it as they found it.
    isolate: false,
    pool: 'threads',
    // Time for a busy machine; nothing here waits for a clock of its own.
    testTimeout: 30_000,
  },
})
