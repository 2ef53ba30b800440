import { assuranceLevels } from '#kernel'
import { officeCodes, operationCodes } from './catalogue.ts'
import { checkMeta } from './check-meta.ts'
import { checkRoles } from './check-roles.ts'
import { checkServices } from './check-services.ts'
import type { Entry, EntryProblem, ReadEntry } from './entry.ts'
import type { EntryKind } from './schema.ts'

/** What the checks look at, and where they put what they find. */
export type Check = {
  /** The entries of a kind whose own fields are right. */
  readonly all: <K extends EntryKind>(kind: K) => readonly ReadEntry<K>[]
  /** Undefined when there is no such entry, or its own fields are wrong. */
  readonly find: <K extends EntryKind>(kind: K, code: string) => ReadEntry<K> | undefined
  /** Whether there is an entry of that code at all: one with a wrong field is not an unknown one. */
  readonly known: (kind: EntryKind, code: string) => boolean
  /** Whether every entry of the kind could be read: only then does the absence of something mean anything. */
  readonly complete: (kind: EntryKind) => boolean
  readonly problem: (at: ReadEntry, path: readonly (string | number)[], message: string) => void
}

/**
 * What no single entry can show: duplicates, entries that must be there, references that lead nowhere, and settings
 * that contradict each other. `read` are those of `entries` that passed their schema.
 */
export function checkReferences(entries: readonly Entry[], read: readonly ReadEntry[]): EntryProblem[] {
  const problems: EntryProblem[] = [...duplicates(entries), ...missingEntries(entries)]
  const keys = new Set(entries.map(keyOf))
  const found = new Map(read.map((entry) => [keyOf(entry), entry]))
  const readAt = new Set(read.map(({ entry }) => entry))
  const unread = entries.filter((_, index) => !readAt.has(index))
  const check: Check = {
    all: <K extends EntryKind>(kind: K) => read.filter((entry) => entry.kind === kind) as unknown as ReadEntry<K>[],
    find: <K extends EntryKind>(kind: K, code: string) => found.get(keyOf({ kind, code })) as ReadEntry<K> | undefined,
    known: (kind, code) => keys.has(keyOf({ kind, code })),
    complete: (kind) => unread.every((entry) => entry.kind !== kind),
    problem: ({ entry, kind, code }, path, message) => problems.push({ entry, kind, code, path, message }),
  }
  checkMeta(check)
  checkDomains(check)
  checkServices(check)
  checkRoles(check)
  checkLevels(check)
  checkOffices(check)
  checkFunctions(check)
  checkProcedures(check)
  return problems
}

const keyOf = ({ kind, code }: { readonly kind: string; readonly code: string }) => `${kind} ${code}`

function duplicates(entries: readonly Entry[]): EntryProblem[] {
  const seen = new Set<string>()
  return entries.flatMap((entry, index) => {
    const again = seen.has(keyOf(entry))
    seen.add(keyOf(entry))
    if (!again) return []
    const message = `“${entry.code}” is there twice: remove one, or give it another code`
    return [{ entry: index, kind: entry.kind, code: entry.code, path: ['code'], message }]
  })
}

/** The closed sets are complete: the rules name these levels, offices and operations. */
function missingEntries(entries: readonly Entry[]): EntryProblem[] {
  const keys = new Set(entries.map(keyOf))
  const needed: readonly (readonly [EntryKind, readonly string[]])[] = [
    ['meta', ['meta']],
    ['strength', ['strength']],
    ['level', assuranceLevels.map(String)],
    ['office', officeCodes],
    ['operation', operationCodes],
  ]
  return needed.flatMap(([kind, codes]) =>
    codes
      .filter((code) => !keys.has(keyOf({ kind, code })))
      .map((code) => ({ entry: null, kind, code, path: [], message: `“${code}” is missing: add it` })),
  )
}

function checkDomains({ all, complete, problem }: Check): void {
  if (!complete('capacity')) return
  const used = new Set(all('capacity').map(({ value }) => value.domain))
  for (const domain of all('domain')) {
    if (!used.has(domain.code))
      problem(domain, ['code'], `no capacity belongs to “${domain.code}”: add one to capacities`)
  }
}

function checkLevels(check: Check): void {
  const { all, complete, find, problem } = check
  const strength = find('strength', 'strength')
  if (strength && strength.value.code >= strength.value.strong) {
    problem(strength, ['strong'], `“strong” is not above “code”: raise it above ${strength.value.code}`)
  }
  const names = new Map<string, string>()
  for (const key of all('key')) {
    const other = names.get(key.value.amr)
    if (other) problem(key, ['amr'], `“${key.value.amr}” is already the amr of “${other}”: give each key its own`)
    names.set(key.value.amr, key.code)
  }
  const [account, ...more] = all('key').filter(({ value }) => value.account)
  for (const key of more)
    problem(key, ['account'], `“${account?.code}” is already the key of accounts: mark one key only`)
  if (!complete('key')) return
  const highest = Math.max(0, ...all('key').map(({ value }) => value.level))
  const reach = (at: ReadEntry, path: (string | number)[], level: number) => {
    if (level > highest) problem(at, path, `no digital key reaches level ${level}: lower it, or add a key`)
  }
  if (strength) reach(strength, ['strong'], strength.value.strong)
  for (const service of all('service')) reach(service, ['level'], service.value.level)
  for (const office of all('office')) reach(office, ['activationLevel'], office.value.activationLevel)
  for (const role of all('role')) {
    role.value.contexts.forEach(({ level }, index) => reach(role, ['contexts', index, 'level'], level))
  }
}

function checkOffices({ all, find, problem }: Check): void {
  /** Everybody whose power to appoint rests, step by step, on this office being filled. */
  const above = (code: string, seen: Set<string> = new Set()): Set<string> => {
    for (const authority of find('office', code)?.value.appointedBy ?? []) {
      if (seen.has(authority)) continue
      seen.add(authority)
      above(authority, seen)
    }
    return seen
  }
  for (const office of all('office')) {
    if (above(office.code).has(office.code)) {
      problem(
        office,
        ['appointedBy'],
        `“${office.code}” would be appointed by itself, in a circle: name an office above it`,
      )
    }
    if (!office.value.withdrawnBy.includes('legal-representative')) {
      const message = 'a legal representative may withdraw every office: add legal-representative'
      problem(office, ['withdrawnBy'], message)
    }
  }
}

function checkFunctions({ all, known, problem }: Check): void {
  for (const held of all('function')) {
    if (held.value.legalForms === 'all') continue
    held.value.legalForms.forEach((form, index) => {
      if (!known('legal-form', form)) {
        problem(held, ['legalForms', index], `“${form}” is no legal form here: correct it, or add it to legal-forms`)
      }
    })
  }
}

/** A dossier without a document proves nothing, and an agent ticks each item off by its code. */
function checkProcedures({ all, problem }: Check): void {
  for (const procedure of all('procedure')) {
    const { checklist } = procedure.value
    const seen = new Set<string>()
    checklist.forEach(({ code }, index) => {
      if (seen.has(code)) {
        problem(procedure, ['checklist', index, 'code'], `“${code}” is there twice: give each item its own code`)
      }
      seen.add(code)
    })
    if (!checklist.some(({ kind }) => kind === 'document')) {
      problem(procedure, ['checklist'], 'asks no document: add an item of the kind document')
    }
  }
}
