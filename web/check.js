/**
 * `npm run lint`: the compiler's word and ESLint's, of one program. Each alone would read every type of
 * every library anew, which takes longer than all that either has to say.
 */

import { ESLint } from 'eslint'
import ts from 'typescript'

const programs = ['tsconfig.json', 'src/service-worker/tsconfig.json'].map((config) => {
  const { fileNames, options, errors } = ts.getParsedCommandLineOfConfigFile(config, {}, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: (problem) => {
      throw new Error(ts.flattenDiagnosticMessageText(problem.messageText, '\n'))
    },
  })
  return ts.createProgram({ rootNames: fileNames, options, configFileParsingDiagnostics: errors })
})
const wrong = programs.flatMap((program) => [...ts.getPreEmitDiagnostics(program)])
console.log(
  ts.formatDiagnostics(wrong, {
    getCanonicalFileName: (file) => file,
    getCurrentDirectory: () => import.meta.dirname,
    getNewLine: () => '\n',
  }),
)
const eslint = new ESLint({
  overrideConfig: { files: ['**/*.{ts,tsx}'], languageOptions: { parserOptions: { projectService: false, programs } } },
})
const results = await eslint.lintFiles('.')
const formatter = await eslint.loadFormatter()
console.log(await formatter.format(results))
process.exitCode = wrong.length + results.reduce((sum, each) => sum + each.errorCount + each.warningCount, 0) > 0 ? 1 : 0
