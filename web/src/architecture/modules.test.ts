/** What the page's modules are to one another: no circle of imports, and no name with two meanings. */

import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

import ts from 'typescript'
import { expect, it } from 'vitest'

const SRC = fileURLToPath(new URL('..', import.meta.url))
const modules = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => /(?<!\.d|\.test)\.tsx?$/.test(file))
  .map((file) => file.split(sep).join('/'))

/** The page's own modules that a module names: for their types alone, or to fetch them later, too. */
function importsOf(module: string, known: ReadonlySet<string>): string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(join(SRC, module), 'utf8'), true, true)
  return importedFiles
    .filter(({ fileName }) => fileName.startsWith('.'))
    .map(({ fileName }) => resolve('/', dirname(module), fileName).slice(1))
    .flatMap((path) => ['', '.ts', '.tsx', '/index.ts'].map((end) => path + end).filter((each) => known.has(each)))
}

/** What is left when those that import nothing else that is left are taken away, again and again. */
function inCircles(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const left = new Map(graph)
  for (let before = -1; before !== left.size; ) {
    before = left.size
    for (const [module, imports] of left) if (!imports.some((each) => left.has(each))) left.delete(module)
  }
  return [...left.keys()]
}

it('no module imports itself by way of others', () => {
  const known = new Set(modules)
  const graph = new Map(modules.map((module) => [module, importsOf(module, known)]))
  // The walk sees the imports at all: of all kinds, and of every kind of file.
  expect(graph.get('main.tsx')).toContain('app/App.tsx')
  expect(graph.get('app/screens.ts')).toContain('screens/NotFoundScreen.tsx')
  expect(graph.get('words/es/talk.ts')).toContain('words/en/index.ts')
  expect(inCircles(graph)).toEqual([])
})

/** The same thing in several places may well have one name. */
const SHARED: Record<string, string> = {
  context: 'the React context of the folder, and the hooks that read it',
  index: 'what a catalogue consists of',
  main: 'where a program of its own begins: the page, the service worker',
}

it('no two modules of one name mean different things', () => {
  const named = new Map<string, string[]>()
  for (const module of modules) {
    const name = basename(module).replace(/\.tsx?$/, '').replaceAll('-', '').toLowerCase()
    // Each language has the same catalogue.
    if (!(name in SHARED || module.startsWith('words/es/'))) named.set(name, [...(named.get(name) ?? []), module])
  }
  expect([...named.values()].filter((those) => those.length > 1)).toEqual([])
})
