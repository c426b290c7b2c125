/**
 * `npm run check`: types, lint and tests. The compiler and ESLint share one program, since reading and
 * checking the libraries' types takes each of them longer than all that it has to say of ours; the tests
 * run beside them.
 */

import { spawn } from 'node:child_process'

import { ESLint } from 'eslint'
import ts from 'typescript'

const PROJECTS = ['tsconfig.json', 'src/service-worker/tsconfig.json']

const format = {
  getCanonicalFileName: (file) => file,
  getCurrentDirectory: () => import.meta.dirname,
  getNewLine: () => '\n',
}

function programOf(project) {
  const host = {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: (problem) => {
      throw new Error(ts.formatDiagnostic(problem, format))
    },
  }
  const { fileNames, options, errors } = ts.getParsedCommandLineOfConfigFile(project, {}, host)
  return ts.createProgram({ rootNames: fileNames, options, configFileParsingDiagnostics: errors })
}

/** Each part returns whether all is well, after it has said what is not. */
function checkTypes(programs) {
  const problems = programs.flatMap((program) => [...ts.getPreEmitDiagnostics(program)])
  process.stdout.write(ts.formatDiagnosticsWithColorAndContext(problems, format))
  return problems.length === 0
}

async function lint(programs) {
  const shared = { files: ['**/*.{ts,tsx}'], languageOptions: { parserOptions: { projectService: false, programs } } }
  const eslint = new ESLint({ overrideConfig: shared })
  const results = await eslint.lintFiles('.')
  const formatter = await eslint.loadFormatter()
  process.stdout.write(await formatter.format(results))
  return results.every(({ errorCount, warningCount }) => errorCount + warningCount === 0)
}

function test(signal) {
  const tests = spawn('vitest', ['run'], { stdio: ['ignore', 'pipe', 'inherit'], signal })
  let said = ''
  tests.stdout.on('data', (text) => (said += text))
  return new Promise((resolve, reject) => {
    tests.on('error', reject)
    tests.on('close', (code) => {
      process.stdout.write(said)
      resolve(code === 0)
    })
  })
}

async function timed(name, part) {
  const begun = performance.now()
  const isWell = await part()
  console.log(`${name}: ${isWell ? 'well' : 'FAILED'}, ${((performance.now() - begun) / 1_000).toFixed(1)} s`)
  return isWell
}

const running = new AbortController()
const tests = timed('tests', () => test(running.signal))
try {
  const programs = PROJECTS.map(programOf)
  const parts = [
    await timed('types', () => checkTypes(programs)),
    await timed('lint', () => lint(programs)),
    await tests,
  ]
  process.exitCode = parts.every(Boolean) ? 0 : 1
} finally {
  running.abort()
}
