import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'oxc-parser'

/** A node of the syntax tree, as far as the rules look: its kind, where it starts, and its children by key. */
export type Node = { type: string; start: number; [key: string]: unknown }

/** A node with the one that holds it and the key under which it is held. */
export type Placed = { node: Node; parent: Node | null; key: string }

type Import = { specifier: string; line: number }

/** What the rules know about one file: read by a parser, never by looking for words in the text. */
export type SourceFile = {
  path: string
  source: string
  isTest: boolean
  imports: Import[]
  /** Lines of `import(…)` whose address is computed: no rule could follow them. */
  computedImports: number[]
  /** Names exported as values; `*` stands for everything of another file. */
  valueExports: string[]
  comments: { text: string; line: number }[]
  nodes: Placed[]
  errors: string[]
}

/** The files that rules are asked about. `names` is the `imports` table of package.json. */
export type Tree = { files: SourceFile[]; paths: string[]; names: Record<string, string> }

export type Violation = { path: string; line: number; what: string }

const sourceFolders = ['src', 'test', 'bench', 'scripts', 'bin']
const isSource = (path: string): boolean => /\.(ts|mts|mjs|js)$/.test(path)

/** Reads the package's own sources; folders that do not exist yet count as empty. */
export function readTree(root: string): Tree {
  const entries = new Map<string, string>()
  for (const folder of sourceFolders) {
    for (const path of filesBelow(root, folder)) {
      entries.set(path, isSource(path) ? readFileSync(join(root, path), 'utf8') : '')
    }
  }
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { imports: Record<string, string> }
  return treeOf(Object.fromEntries(entries), manifest.imports)
}

function filesBelow(root: string, folder: string): string[] {
  try {
    return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
      .filter((path) => !path.split('/').some((part) => part.startsWith('.') || part === 'node_modules'))
      .toSorted()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

/** The same facts about files that exist only here: path → source. */
export function treeOf(sources: Record<string, string>, names: Record<string, string>): Tree {
  const paths = Object.keys(sources)
  const files = paths.filter(isSource).map((path) => readSource(path, sources[path] ?? ''))
  return { files, paths, names }
}

function readSource(path: string, source: string): SourceFile {
  const parsed = parseSync(path, source, { sourceType: 'module' })
  const lineAt = lineCounter(source)
  const nodes = [...placedNodes(parsed.program as unknown as Node)].toSorted((a, b) => a.node.start - b.node.start)
  const imports: Import[] = []
  const computedImports: number[] = []
  for (const { node } of nodes) {
    const target = importTarget(node)
    if (target === undefined) continue
    if (target === null) computedImports.push(lineAt(node.start))
    else imports.push({ specifier: target, line: lineAt(node.start) })
  }
  return {
    path,
    source,
    isTest: path.endsWith('.test.ts'),
    imports,
    computedImports,
    valueExports: parsed.module.staticExports.flatMap(({ entries }) =>
      entries
        .filter((entry) => !entry.isType)
        .map((entry) => entry.exportName.name ?? entryKind(entry.exportName.kind)),
    ),
    comments: parsed.comments.map((comment) => ({ text: comment.value, line: lineAt(comment.start) })),
    nodes,
    errors: parsed.errors.map((error) => error.message),
  }
}

const entryKind = (kind: string): string => (kind === 'Default' ? 'default' : '*')

/** The address a node imports from; null when it is computed; undefined when the node imports nothing. */
function importTarget(node: Node): string | null | undefined {
  const importing = [
    'ImportDeclaration',
    'ExportNamedDeclaration',
    'ExportAllDeclaration',
    'ImportExpression',
    'TSImportType',
  ]
  if (!importing.includes(node.type)) return undefined
  const source = node['source'] as { type: string; value?: unknown } | null | undefined
  if (source === null || source === undefined) return undefined
  return source.type === 'Literal' && typeof source.value === 'string' ? source.value : null
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'

function* placedNodes(root: Node): Generator<Placed> {
  const waiting: Placed[] = [{ node: root, parent: null, key: '' }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    yield next
    for (const [key, value] of Object.entries(next.node)) {
      for (const child of Array.isArray(value) ? (value as unknown[]) : [value]) {
        if (isNode(child)) waiting.push({ node: child, parent: next.node, key })
      }
    }
  }
}

/** Line (from 1) of an offset in the text. */
export function lineCounter(source: string): (offset: number) => number {
  return (offset) => source.slice(0, offset).split('\n').length
}
