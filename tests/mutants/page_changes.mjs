/**
 * Prints what can be changed in the page's files that are named, and which file imports which, as
 * JSON: {changes: [Change, …], imports: {file: [file, …]}}. Run in `web`, with its own TypeScript.
 */

import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, normalize } from 'node:path'

const ts = createRequire(join(process.cwd(), 'package.json'))('typescript')
const Kind = ts.SyntaxKind

const OTHER = {
  '===': '!==', '!==': '===', '<': '<=', '<=': '<', '>': '>=', '>=': '>',
  '&&': '||', '||': '&&', '+': '-', '-': '+', '*': '/', '/': '*',
} // prettier-ignore
const STEPS = new Set(['filter', 'sort', 'toSorted', 'slice', 'trim', 'reverse', 'toReversed'])
const CONDITIONAL = new Set([Kind.IfStatement, Kind.WhileStatement, Kind.ConditionalExpression])

/** All changes of one file, each a span of bytes and what comes in its place. */
function changesOf(file) {
  const text = readFileSync(file, 'utf8')
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind)
  const changes = []
  const bytes = (position) => Buffer.byteLength(text.slice(0, position))
  const line = (position) => source.getLineAndCharacterOfPosition(position).line + 1
  const put = (start, end, replacement) => {
    const at = { file: `web/${file}`, line: line(start), first: line(start), last: line(end) }
    changes.push({ ...at, start: bytes(start), end: bytes(end), replacement, at_import: false })
  }
  const replace = (node, replacement) => put(node.getStart(source), node.end, replacement)
  const visit = (node) => {
    if (ts.isTypeNode(node) || isOutside(node)) return
    change(node, replace, put, source)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return changes
}

/** Types, imports and re-exports say nothing at run time that a test could see. */
function isOutside(node) {
  return (
    ts.isImportDeclaration(node) || ts.isExportDeclaration(node) ||
    ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)
  ) // prettier-ignore
}

function change(node, replace, put, source) {
  const text = (part) => part.getText(source)
  if (ts.isBinaryExpression(node)) {
    const operator = text(node.operatorToken)
    if (OTHER[operator]) replace(node.operatorToken, OTHER[operator])
    if (operator === '??' || operator === '&&') replace(node, text(node.left))
    if (operator === '||' || operator === '&&') replace(node, text(node.right))
  } else if (ts.isPrefixUnaryExpression(node) && node.operator === Kind.ExclamationToken) {
    replace(node, text(node.operand))
  } else if (ts.isNumericLiteral(node)) {
    for (const step of [1, -1]) replace(node, `${Number(node.text.replaceAll('_', '')) + step}`)
  } else if (node.kind === Kind.TrueKeyword || node.kind === Kind.FalseKeyword) {
    replace(node, node.kind === Kind.TrueKeyword ? 'false' : 'true')
  } else if (ts.isStringLiteral(node) && node.text && !ts.isJsxAttribute(node.parent)) {
    replace(node, "''")
  } else if (ts.isTemplateExpression(node)) {
    replace(node, "''")
  } else if (ts.isAwaitExpression(node)) {
    replace(node, text(node.expression))
  } else if (ts.isSpreadElement(node) || ts.isSpreadAssignment(node)) {
    replace(node, ts.isSpreadElement(node) ? '...[]' : '...{}')
  } else if (ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)) {
    replace(node, '...{}')
  } else if (ts.isCallExpression(node) && STEPS.has(node.expression.name?.text)) {
    put(node.expression.expression.end, node.end, '')
  }
  if (CONDITIONAL.has(node.kind)) {
    const condition = node.expression ?? node.condition
    replace(condition, `!(${text(condition)})`)
  }
  changeStatement(node, replace)
}

function changeStatement(node, replace) {
  if (ts.isExpressionStatement(node) || ts.isThrowStatement(node)) replace(node, ';')
  else if (ts.isReturnStatement(node)) replace(node, node.expression ? 'return' : ';')
  else if (ts.isBreakStatement(node)) replace(node, 'continue')
  else if (ts.isContinueStatement(node)) replace(node, 'break')
}

/** The files that a file imports by a relative path. */
function importsOf(file, all) {
  const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'))
  const endings = ['', '.ts', '.tsx', '/index.ts', '/index.tsx']
  return importedFiles
    .filter(({ fileName }) => fileName.startsWith('.'))
    .map(({ fileName }) => normalize(join(dirname(file), fileName)))
    .flatMap((path) => endings.map((ending) => path + ending).filter((one) => all.has(one)))
}

const all = new Set(
  readdirSync('src', { recursive: true })
    .map((name) => join('src', name))
    .filter((name) => /\.tsx?$/.test(name)),
)
const imports = Object.fromEntries([...all].map((file) => [file, importsOf(file, all)]))
process.stdout.write(JSON.stringify({ changes: process.argv.slice(2).flatMap(changesOf), imports }))
