import { accessOperations } from '#access'
import { appointmentOperations } from '#appointments'
import type { Catalogue } from '#catalogue'
import { enterpriseOperations } from '#enterprises'
import {
  enterpriseNumberFormat,
  makeNationalNumber,
  type EnterpriseNumber,
  type Language,
  type NationalNumber,
} from '#kernel'
import type { Operation } from '#operations'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type Node } from 'yaml'
import { worldFile, type AssignedRole, type StoryStep, type WorldFile } from './world-schema.ts'

/** A person of the fictional world, and the digital keys they own. */
export interface TrialPerson {
  readonly code: string
  readonly givenName: string
  readonly familyName: string
  readonly nationalNumber: NationalNumber
  readonly email: string
  readonly language: Language
  readonly keys: readonly string[]
}

/** An enterprise of the fictional world, as its register describes it. */
export type TrialEnterprise = WorldFile['enterprises'][number] & { readonly number: EnterpriseNumber }

/** Who lives in the trial of a catalogue, and what happened before it begins. */
export interface FictionalWorld {
  readonly signIn: string
  readonly persons: readonly TrialPerson[]
  readonly enterprises: readonly TrialEnterprise[]
  readonly story: readonly StoryStep[]
  readonly roles: readonly AssignedRole[]
  /** Whom to sign in as, and what there is to do: said on the front page of the trial. */
  readonly guides: readonly { readonly name: string; readonly does: Readonly<Record<Language, string>> }[]
}

/** Of a catalogue without a trial: nobody is there to sign in as. */
export const emptyWorld: FictionalWorld = { signIn: '', persons: [], enterprises: [], story: [], roles: [], guides: [] }

/** What to correct: a line of the world's file, from 1. */
export type WorldProblem = { readonly file: string; readonly line: number; readonly message: string }
export type ReadWorld =
  { readonly ok: true; readonly value: FictionalWorld } | { readonly ok: false; readonly problems: WorldProblem[] }

const file = 'trial/world.yaml'

type Told = Operation
const operations = new Map<string, Told>(
  [enterpriseOperations, appointmentOperations, accessOperations]
    .flatMap((all) => Object.values(all) as unknown as Told[])
    .map((operation) => [operation.code, operation]),
)

/** The operation of a step; throws for a code that the reader of the file would not have let through. */
export function operationOf(step: StoryStep): Told {
  const operation = operations.get(step.does)
  if (!operation) throw new Error(`no operation ${step.does}`)
  return operation
}

/** What a step tells its operation. `idOf` and `appointmentOf` find what earlier steps and the register have made. */
export function inputOf(
  step: StoryStep,
  world: Pick<FictionalWorld, 'persons'>,
  found: { idOf: (code: string) => string; appointmentOf: (label: string) => string },
): Record<string, unknown> {
  const named = world.persons.find((person) => person.code === step.whom)
  const { nationalNumber, givenName, familyName, email } = named ?? {}
  return {
    ...step.with,
    ...(named ? { nationalNumber, givenName, familyName, email } : {}),
    ...(step.person === undefined ? {} : { person: found.idOf(step.person) }),
    ...(step.appointment === undefined ? {} : { appointment: found.appointmentOf(step.appointment) }),
  }
}

type Path = readonly PropertyKey[]
type Report = (path: Path, message: string) => void

/** Reports what a fault of range throws, as a problem of that field. */
function made<Value>(path: Path, report: Report, make: () => Value): Value | null {
  try {
    return make()
  } catch (fault) {
    if (!(fault instanceof RangeError)) throw fault
    report(path, `${fault.message}: correct it`)
    return null
  }
}

function personsOf(read: WorldFile, report: Report): TrialPerson[] {
  return read.persons.flatMap(({ born, counter, ...person }, index) => {
    const [year = 0, month = 0, day = 0] = born.split('-').map(Number)
    const number = made(['persons', index, 'born'], report, () => makeNationalNumber({ year, month, day, counter }))
    return number ? [{ ...person, nationalNumber: number, email: `${person.code}@trial.example` }] : []
  })
}

function enterprisesOf(read: WorldFile, catalogue: Catalogue, report: Report): TrialEnterprise[] {
  const numbers = enterpriseNumberFormat(catalogue.meta.enterpriseNumberFormat)
  return read.enterprises.flatMap((enterprise, index) => {
    const number = made(['enterprises', index, 'sequence'], report, () => numbers.make(enterprise.sequence))
    return number ? [{ ...enterprise, number }] : []
  })
}

const nobody = '00000000-0000-0000-0000-000000000000'

/** Every name in the file leads somewhere: to the file's own persons and enterprises, or into the catalogue. */
function checkNames(read: WorldFile, catalogue: Catalogue, report: Report): void {
  const persons = new Set(read.persons.map((person) => person.code))
  const enterprises = new Set(read.enterprises.map((enterprise) => enterprise.code))
  const leads = (path: Path, is: boolean, what: string, name: string) => {
    if (!is) report(path, `“${name}” is no ${what}: correct it, or add it`)
  }
  const person = (path: Path, name: string) => leads(path, persons.has(name), 'person of this world', name)
  leads(['signIn'], catalogue.keys.has(read.signIn), 'digital key of the catalogue', read.signIn)
  read.persons.forEach(({ code, keys }, at) => {
    if (read.persons.findIndex((other) => other.code === code) < at) report(['persons', at, 'code'], 'is there twice')
    keys.forEach((key, index) =>
      leads(['persons', at, 'keys', index], catalogue.keys.has(key), 'digital key of the catalogue', key),
    )
  })
  read.enterprises.forEach(({ code, legalForm, situation, representatives, later }, at) => {
    const path = ['enterprises', at]
    if (read.enterprises.findIndex((other) => other.code === code) < at) report([...path, 'code'], 'is there twice')
    if (legalForm !== null) {
      leads([...path, 'legalForm'], catalogue.legalForms.has(legalForm), 'legal form of the catalogue', legalForm)
    }
    leads([...path, 'situation'], catalogue.juridicalSituations.has(situation), 'situation of the catalogue', situation)
    const represent = (list: typeof representatives, under: Path) =>
      list.forEach((held, index) => {
        person([...under, index, 'person'], held.person)
        const known = catalogue.functions.has(held.function)
        leads([...under, index, 'function'], known, 'function of the catalogue', held.function)
      })
    represent(representatives, [...path, 'representatives'])
    if (later === undefined) return
    const there = catalogue.juridicalSituations.has(later.situation)
    leads([...path, 'later', 'situation'], there, 'situation of the catalogue', later.situation)
    represent(later.representatives, [...path, 'later', 'representatives'])
  })
  read.guides.forEach((guide, at) => person(['guides', at, 'person'], guide.person))
  const labels = new Set<string>()
  read.story.forEach((step, at) => {
    person(['story', at, 'by'], step.by)
    leads(['story', at, 'at'], enterprises.has(step.at), 'enterprise of this world', step.at)
    leads(['story', at, 'does'], operations.has(step.does), 'operation', step.does)
    for (const field of ['whom', 'person'] as const) {
      const name = step[field]
      if (name !== undefined) person(['story', at, field], name)
    }
    if (step.appointment !== undefined) {
      leads(['story', at, 'appointment'], labels.has(step.appointment), '“as” of an earlier step', step.appointment)
    }
    if (step.as !== undefined) labels.add(step.as)
  })
  read.roles.forEach((given, at) => {
    for (const field of ['person', 'by'] as const) person(['roles', at, field], given[field])
    leads(['roles', at, 'at'], enterprises.has(given.at), 'enterprise of this world', given.at)
    const role = catalogue.roles.get(given.role)
    leads(['roles', at, 'role'], role !== undefined, 'role of the catalogue', given.role)
    const known = role?.contexts.some(({ context }) => context === given.context) ?? true
    leads(['roles', at, 'context'], known, `context of ${given.role}`, given.context)
  })
}

/** What a step tells its operation is what the operation reads. */
function checkSteps(world: FictionalWorld, report: Report): void {
  world.story.forEach((step, at) => {
    const input = inputOf(step, world, { idOf: () => nobody, appointmentOf: () => nobody })
    const parsed = operations.get(step.does)?.input.safeParse(input)
    for (const { path, message } of parsed?.error?.issues ?? []) {
      report(['story', at, 'with', ...path], `${step.does} does not take ${path.join('.') || 'this'}: ${message}`)
    }
  })
}

function nodeAt(root: unknown, path: Path): { offset: number } {
  let offset = 0
  let found = root
  for (const name of path) {
    const pair = isMap(found) ? found.items.find(({ key }) => isScalar(key) && key.value === name) : undefined
    const next: unknown = pair ? pair.value : isSeq(found) ? found.items[Number(name)] : undefined
    if (!isNode(next)) break
    offset = (pair && isNode(pair.key) ? pair.key : (next as Node)).range?.[0] ?? offset
    found = next
  }
  return { offset }
}

/** The fictional world as it is written; refused with every problem, each with its line. */
export function parseWorld(text: string, catalogue: Catalogue): ReadWorld {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const problems: WorldProblem[] = []
  const at = (offset: number, message: string) =>
    problems.push({ file, line: Math.max(1, lines.linePos(offset).line), message })
  for (const fault of document.errors) at(fault.pos[0], `${fault.message}: correct the YAML`)
  if (problems.length > 0) return { ok: false, problems }
  const report: Report = (path, message) => void at(nodeAt(document.contents, path).offset, message)
  const read = worldFile.safeParse(document.toJS())
  if (!read.success) {
    for (const { path, message } of read.error.issues) report(path, `${path.join('.') || 'the file'}: ${message}`)
    return { ok: false, problems }
  }
  checkNames(read.data, catalogue, report)
  const { signIn, story, roles, guides } = read.data
  const persons = personsOf(read.data, report)
  const enterprises = enterprisesOf(read.data, catalogue, report)
  const nameOf = (code: string) => {
    const found = persons.find((person) => person.code === code)
    return found ? `${found.givenName} ${found.familyName}` : code
  }
  const named = guides.map(({ person, does }) => ({ name: nameOf(person), does }))
  const world: FictionalWorld = { signIn, persons, enterprises, story, roles, guides: named }
  if (problems.length === 0) checkSteps(world, report)
  return problems.length === 0 ? { ok: true, value: world } : { ok: false, problems }
}

/** The world beside the catalogue of this folder (`trial/world.yaml`); an empty one where there is none. */
export async function readWorld(folder: string, catalogue: Catalogue): Promise<ReadWorld> {
  try {
    return parseWorld(await readFile(join(folder, file), 'utf8'), catalogue)
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return { ok: true, value: emptyWorld }
    throw fault
  }
}
