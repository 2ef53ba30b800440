import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml'
import type { Document, Node } from 'yaml'
import type { Catalogue } from './catalogue.ts'
import { checkEnds } from './ends.ts'
import { catalogueFrom } from './entries.ts'
import type { Entry, EntryProblem } from './entry.ts'
import { readPictures } from './pictures/pictures.ts'
import type { EntryKind } from './schema.ts'

/** What to correct in the folder: `file` is a name inside it, `line` counts from 1. */
export type CatalogueProblem = { readonly file: string; readonly line: number; readonly message: string }

export type LoadedCatalogue =
  | { readonly ok: true; readonly value: Catalogue }
  | { readonly ok: false; readonly problems: readonly CatalogueProblem[] }

/**
 * A file holds one entry (null), or a list of entries that name themselves in the field `code` or `level`; one that may be
 * absent then stands for an empty list.
 */
type Shape = { readonly kind: EntryKind; readonly names: 'code' | 'level' | null; readonly mayBeAbsent?: true }
const files: Readonly<Record<string, Shape>> = {
  'meta.yaml': { kind: 'meta', names: null },
  'domains.yaml': { kind: 'domain', names: 'code' },
  'capacities.yaml': { kind: 'capacity', names: 'code' },
  'services.yaml': { kind: 'service', names: 'code' },
  'roles.yaml': { kind: 'role', names: 'code' },
  'levels.yaml': { kind: 'level', names: 'level' },
  'strength.yaml': { kind: 'strength', names: null },
  'keys.yaml': { kind: 'key', names: 'code' },
  'offices.yaml': { kind: 'office', names: 'code' },
  'operations.yaml': { kind: 'operation', names: 'code' },
  'functions.yaml': { kind: 'function', names: 'code' },
  'legal-forms.yaml': { kind: 'legal-form', names: 'code' },
  'juridical-situations.yaml': { kind: 'juridical-situation', names: 'code' },
  'procedures.yaml': { kind: 'procedure', names: 'code', mayBeAbsent: true },
}

/** An entry with the place in its file that problems point at. */
type Placed = { readonly entry: Entry; readonly file: string; readonly node: Node; readonly lines: LineCounter }

/**
 * Reads a folder of YAML files as a catalogue, whole or not at all. Refused with every problem found, sorted by file and
 * line; each says how to cure it. Throws only when the disk fails.
 */
export async function loadCatalogue(folder: string): Promise<LoadedCatalogue> {
  const present = await yamlFilesOf(folder)
  if (present === null) {
    return {
      ok: false,
      problems: [{ file: '.', line: 1, message: `${folder} is no folder: give the path of a catalogue` }],
    }
  }
  const problems: CatalogueProblem[] = present
    .filter((file) => !Object.hasOwn(files, file))
    .map((file) => ({
      file,
      line: 1,
      message: `is no file of a catalogue: rename it to one of ${Object.keys(files).join(', ')}`,
    }))
  const placed: Placed[] = []
  for (const [file, shape] of Object.entries(files)) {
    if (!present.includes(file)) {
      if (!shape.mayBeAbsent) problems.push({ file, line: 1, message: 'is missing: add the file' })
    } else placed.push(...readFileInto(file, shape, await readFile(join(folder, file), 'utf8'), problems))
  }
  problems.push(...(await readPictures(folder)).problems)
  // What stands behind a fault of form is not read, and would be reported as missing: form first.
  if (problems.length > 0) return { ok: false, problems: inOrder(problems) }
  const entries = placed.map(({ entry }) => entry)
  const read = catalogueFrom(entries)
  const wrong = read.ok ? checkEnds(entries) : read.error
  if (read.ok && wrong.length === 0) return read
  return { ok: false, problems: inOrder(wrong.map((problem) => locate(problem, placed))) }
}

async function yamlFilesOf(folder: string): Promise<string[] | null> {
  try {
    return (await readdir(folder)).filter((name) => /\.ya?ml$/i.test(name))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return null
    throw error
  }
}

/** Faults of YAML that deserve plainer words than the parser's own. */
const cures: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'a field is there twice in the same entry: keep one',
  MULTIPLE_DOCS: 'a second document begins here: remove the line with three hyphens',
  TAB_AS_INDENT: 'a tab stands before the field: use spaces',
}

/** The entries of one file; faults of form go to `problems`. */
function readFileInto(file: string, { kind, names }: Shape, text: string, problems: CatalogueProblem[]): Placed[] {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const problem = (offset: number, message: string) => problems.push({ file, line: lineAt(lines, offset), message })
  const faults = new Map(
    [...document.errors, ...document.warnings]
      .map((fault) => [lineAt(lines, fault.pos[0]), fault] as const)
      .toReversed(),
  )
  // One fault of form often causes others on its line: the first is the one to cure.
  for (const { pos, code, message } of faults.values()) {
    problem(pos[0], cures[code] ?? `${message}: correct the YAML`)
  }
  visit(document, {
    Alias: (_key, node) => void problem(startOf(node), `“*${node.source}” is a reference: write its content out`),
  })
  if (problems.some((found) => found.file === file)) return []
  const { contents } = document
  if (names === null) {
    if (!isMap(contents)) {
      problem(0, 'holds no fields: write one field a line')
      return []
    }
    return [{ entry: { kind, code: kind, body: contents.toJS(document) }, file, node: contents, lines }]
  }
  if (!isSeq(contents)) {
    problem(0, `holds no list: begin each entry with “- ${names}: …”`)
    return []
  }
  return contents.items.flatMap((node) => {
    const entry = isNode(node) ? entryOf(document, node, kind, names) : null
    if (entry !== null && isNode(node)) return [{ entry, file, node, lines }]
    const quotes = names === 'code' ? ', as a text, in quotes when it is a number' : ''
    problem(isNode(node) ? startOf(node) : 0, `the entry has no “${names}”: add it${quotes}`)
    return []
  })
}

function entryOf(document: Document, node: Node, kind: EntryKind, names: 'code' | 'level'): Entry | null {
  if (!isMap(node)) return null
  const { [names]: code, ...body } = node.toJS(document) as Record<string, unknown>
  if (typeof code !== (names === 'code' ? 'string' : 'number')) return null
  return { kind, code: String(code), body }
}

function locate({ entry, kind, code, path, message }: EntryProblem, placed: readonly Placed[]): CatalogueProblem {
  const at = entry === null ? undefined : placed[entry]
  if (!at) {
    const file = Object.keys(files).find((name) => files[name]?.kind === kind) ?? '.'
    return { file, line: 1, message }
  }
  const where = code === kind ? '' : `${code}: `
  return { file: at.file, line: lineAt(at.lines, offsetOf(at.node, path)), message: `${where}${message}` }
}

/** Follows the path as far as it leads: what is missing is reported where it should stand. */
function offsetOf(node: Node, path: readonly (string | number)[]): number {
  let found: Node = node
  let offset = startOf(node)
  for (const step of path) {
    const pair = isMap(found) ? found.items.find(({ key }) => isScalar(key) && key.value === step) : undefined
    const next = pair ? pair.value : isSeq(found) && typeof step === 'number' ? found.items[step] : undefined
    if (pair && isNode(pair.key)) offset = startOf(pair.key)
    if (!isNode(next) || isAlias(next)) break
    if (!pair) offset = startOf(next)
    found = next
  }
  return offset
}

const startOf = (node: Node): number => node.range?.[0] ?? 0
const lineAt = (lines: LineCounter, offset: number): number => Math.max(1, lines.linePos(offset).line)

function inOrder(problems: readonly CatalogueProblem[]): CatalogueProblem[] {
  return problems.toSorted((a, b) => a.file.localeCompare(b.file, 'en') || a.line - b.line)
}
