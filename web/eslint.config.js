import js from '@eslint/js'
import { defineConfig } from 'eslint/config'
import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import globals from 'globals'
import tseslint from 'typescript-eslint'

// Message text comes from dealers and models: it is text, never markup.
const neverMarkup = [
  { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: 'Text, never HTML.' },
  { selector: "MemberExpression[property.name='innerHTML']", message: 'Text, never HTML.' },
]

// One place listens for the line and for the eyes on the page; whoever else wants to know asks there.
const elsewhere = 'Ask lifecycle/page-lifecycle.'
const lineAndEyes = [
  {
    selector:
      "CallExpression[callee.property.name='addEventListener'] > Literal[value=/^(online|offline|visibilitychange|focus|blur|pageshow|pagehide)$/]",
    message: elsewhere,
  },
  { selector: "MemberExpression[property.name=/^on(online|offline|visibilitychange|pageshow|pagehide)$/]", message: elsewhere },
  { selector: "MemberExpression[object.name='document'][property.name=/^(visibilityState|hidden)$/]", message: elsewhere },
  { selector: "MemberExpression[object.name='navigator'][property.name='onLine']", message: elsewhere },
]

export default defineConfig(
  { ignores: ['dist', 'coverage'] },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  reactHooks.configs.flat['recommended-latest'],
  jsxA11y.flatConfigs.strict,
  {
    languageOptions: {
      globals: globals.browser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'max-lines': ['error', { max: 250 }],
      'max-lines-per-function': ['error', { max: 45, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 12],
      'no-restricted-globals': ['error', 'event', 'name'],
      'no-restricted-syntax': ['error', ...neverMarkup, ...lineAndEyes],
    },
  },
  {
    files: ['**/*.test.{ts,tsx}'],
    rules: { 'max-lines-per-function': 'off', 'max-lines': ['error', { max: 400 }] },
  },
  {
    files: ['src/contract.ts'], // made, not written
    rules: { 'max-lines': 'off' },
  },
  {
    files: ['src/lifecycle/page-lifecycle.ts'],
    rules: { 'no-restricted-syntax': ['error', ...neverMarkup] },
  },
  {
    files: ['*.js'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: globals.node },
  },
)
