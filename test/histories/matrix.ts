import { languages } from '#kernel'
import { officeWords, operationTexts, refusals, type Refusal } from '#operations'
import { emptyWorld, judge, type World } from '../reference/index.ts'
import { belgium } from '../support/world.ts'
import { bothCatalogues } from './catalogues.ts'
import { happen, type Given, type History, type Step } from './history.ts'
import { inMemory } from './in-memory.ts'
import { operations, type Asked, type Product } from './product.ts'

/**
 * The actors of docs' invariants, each a person of the world below. Those that the product does not know yet are persons
 * without anything: they must be refused like a stranger. The last three are further states of known actors.
 */
export const actors = {
  nobody: 'p99',
  stranger: 'p8',
  user: 'p7',
  'group manager': 'p6',
  'access manager of this domain': 'p4',
  'access manager of another domain': 'p5',
  'co-chief': 'p3',
  chief: 'p2',
  representative: 'p0',
  'desk agent': 'p10',
  'service owner': 'p11',
  auditor: 'p12',
  invitee: 'p13',
  'system user': 'p14',
  'representative who acts jointly': 'p1',
  appointee: 'p9',
  'suspended co-chief': 'p15',
} as const
export type ActorName = keyof typeof actors

export const scopes = ['own scope', 'other domain or group', 'twin enterprise', 'not registered'] as const
export type Scope = (typeof scopes)[number]
const enterpriseIn: Record<Scope, string> = {
  'own scope': 'e0',
  'other domain or group': 'e0',
  'twin enterprise': 'e1',
  'not registered': 'e2',
}

const begin = Date.UTC(2026, 2, 2, 9)
const minute = 60_000
const now = begin + 600 * minute

/** In e4 the director who is chief is none any more, and a liquidation has begun; whoever represents e0 represents it too. */
function lostGround(
  given: (one: Given) => void,
  done: (code: string, actor: string, enterprise: string, more: Partial<Asked>) => void,
): void {
  const [from, until] = [begin - 1000 * minute, now - 7 * minute]
  const record = { what: 'record', enterprise: 'e4', ceased: false, legalForm: 'company', rszNumber: true } as const
  given({ ...record, situation: 'normal', from, until })
  given({ ...record, situation: 'bankrupt', from: until, until: null })
  const director = { what: 'representation', enterprise: 'e4', function: 'director', power: 'alone', from } as const
  given({ ...director, person: 'p0', until: null })
  given({ ...director, person: 'p47', until })
  done('register-enterprise', 'p0', 'e4', {})
  done('appoint-chief', 'p47', 'e4', { person: 'p47', ground: 'legal-representative', name: 'a400' })
}

/** In e0 everybody above; in its twin e1 others in the same places; e2 only in the register. */
function world(stopped: boolean): Step[] {
  const steps: Step[] = []
  let at = begin
  const given = (one: Given) => void steps.push({ given: one })
  const done = (code: string, actor: string, enterprise: string, more: Partial<Asked> = {}) => {
    at += minute
    steps.push({ asked: { code, actor, enterprise, level: 500, now: at, ...more } })
  }
  const always = { from: begin - 1000 * minute, until: null }
  // The desk, with the agent of the matrix and a second one.
  given({
    what: 'record',
    enterprise: 'e3',
    ceased: false,
    situation: 'normal',
    legalForm: 'company',
    rszNumber: true,
    ...always,
  })
  for (const [index, person] of ['p10', 'p43'].entries()) {
    const agency = { role: 'helper', context: 'civil-servant', ...always } as const
    given({ what: 'role', name: `r${index}`, enterprise: 'e3', person, ...agency })
  }
  for (const enterprise of ['e0', 'e1', 'e2']) {
    given({
      what: 'record',
      enterprise,
      ceased: false,
      situation: 'normal',
      legalForm: 'company',
      rszNumber: true,
      ...always,
    })
    const [alone, jointly] = enterprise === 'e1' ? ['p20', 'p21'] : ['p0', 'p1']
    given({ what: 'representation', enterprise, person: alone, function: 'director', power: 'alone', ...always })
    given({ what: 'representation', enterprise, person: jointly, function: 'director', power: 'jointly', ...always })
  }
  for (const [enterprise, shift, letter] of [
    ['e0', 0, 1],
    ['e1', 20, 2],
  ] as const) {
    const person = (index: number) => `p${index + shift}`
    const name = (index: number) => `a${letter * 100 + index}`
    const office = (
      index: number,
      by: number,
      code: string,
      who: number,
      more: Partial<Asked> = {},
      accepted = true,
    ) => {
      done(code, person(by), enterprise, { person: person(who), ground: 'employee', name: name(index), ...more })
      if (accepted) done('accept-appointment', person(who), enterprise, { appointment: name(index) })
    }
    done('register-enterprise', person(0), enterprise)
    // What the chief takes over: of somebody who was chief before.
    office(14, 0, 'appoint-chief', 44)
    office(13, 44, 'appoint-co-chief', 45)
    done('activate-capacity', person(44), enterprise, { capacity: 'plain' })
    done('create-user', person(44), enterprise, { capacity: 'plain', person: person(46), services: [] })
    office(1, 0, 'appoint-chief', 2)
    office(2, 2, 'appoint-co-chief', 3)
    office(3, 2, 'appoint-access-manager', 4, { domain: 'alpha' })
    office(4, 2, 'appoint-access-manager', 5, { domain: 'beta' })
    done('activate-capacity', person(2), enterprise, { capacity: 'taxpayer' })
    const ends = { until: '2027-12-31' }
    office(5, 2, 'appoint-group-manager', 6, { capacity: 'plain', ...ends })
    office(6, 2, 'appoint-group-manager', 16, { capacity: 'taxpayer', ...ends })
    office(7, 2, 'appoint-co-chief', 9, {}, false)
    office(8, 2, 'appoint-co-chief', 17, {}, false)
    office(9, 2, 'appoint-co-chief', 15)
    given({ what: 'office-suspended', appointment: name(9), at: at + 1 })
    office(10, 2, 'appoint-co-chief', 18, { misspelt: true })
    for (const [capacity, service] of [
      ['plain', 'files'],
      ['taxpayer', 'reports'],
    ] as const) {
      for (const who of [7, 18])
        done('create-user', person(2), enterprise, { capacity, person: person(who), services: [service], ...ends })
      const manager = capacity === 'plain' ? 6 : 16
      done('block-user', person(manager), enterprise, { capacity, person: person(18) })
    }
    done('create-user', person(2), enterprise, { capacity: 'plain', person: person(19), services: [] })
    done('block-person', person(3), enterprise, { person: person(19) })
    // One stands in for the access manager of this domain, and the appointee is asked to for the other.
    const days = { until: '2026-04-30' }
    const standIn = (index: number, seat: number, holder: number, who: number) =>
      done('propose-stand-in', person(holder), enterprise, {
        ...days,
        appointment: name(seat),
        person: person(who),
        name: name(index),
      })
    standIn(16, 3, 4, 32)
    done('accept-stand-in', person(32), enterprise, { standIn: name(16) })
    done('create-user', person(32), enterprise, { capacity: 'plain', person: person(33), services: [] })
    standIn(15, 4, 5, 9)
    // p1 acts only jointly: what they ask is proposed.
    done('appoint-chief', person(1), enterprise, { person: `p${40 + letter}`, ground: 'employee', name: name(11) })
    // The second agent proposes in e0; its twin is left for whoever asks there.
    if (enterprise === 'e0') done('propose-recognition', 'p43', enterprise, { capacity: 'secretariat' })
    if (!stopped) continue
    done('press-emergency-stop', person(0), enterprise)
    if (enterprise === 'e0') done('propose-lift', 'p43', enterprise)
    done('lift-emergency-stop', person(1), enterprise, { name: name(12) })
  }
  done('register-enterprise', 'p1', 'e2', { name: 'a300' })
  lostGround(given, done)
  // What the chiefs may still undo.
  at = now - 6 * minute
  for (const [chief, enterprise, act, capacity, person, service] of [
    ['p2', 'e0', 'd1', 'plain', 'p18', 'files'],
    ['p2', 'e0', 'd2', 'taxpayer', 'p18', 'reports'],
    ['p22', 'e1', 'd3', 'plain', 'p38', 'files'],
  ] as const) {
    done('withdraw-service', chief, enterprise, { capacity, person, service, act })
  }
  return steps
}

/** An operation that somebody rightly asks in the scope: only the actor can be wrong. */
export function askedIn(code: string, scope: Scope, actor: string, level: number): Asked {
  const enterprise = enterpriseIn[scope]
  const other = scope === 'other domain or group'
  const lost = scope === 'own scope'
  const [letter, shift] = scope === 'twin enterprise' ? [2, 20] : [1, 0]
  const person = (index: number) => `p${index + shift}`
  const appointment = (own: number, elsewhere: number) => `a${letter * 100 + (other ? elsewhere : own)}`
  const capacity = other ? 'taxpayer' : 'plain'
  const domain = other ? 'beta' : 'alpha'
  const service = other ? 'archive' : 'contact'
  const newcomer = { person: person(8), ground: 'employee' as const, name: 'a900' }
  const own = Object.entries({ p2: 1, p3: 2, p4: 3, p5: 4, p6: 5, p15: 9 }).find(([who]) => who === actor)?.[1] ?? 1
  const more: Record<string, Partial<Asked>> = {
    'appoint-chief': newcomer,
    'appoint-co-chief': newcomer,
    'appoint-access-manager': { ...newcomer, domain },
    'appoint-group-manager': { ...newcomer, capacity },
    'accept-appointment': { appointment: appointment(7, 8) },
    'decline-appointment': { appointment: appointment(7, 8) },
    'confirm-name': { appointment: appointment(10, 10) },
    'withdraw-appointment': { appointment: appointment(5, 6) },
    'suspend-appointment': { appointment: appointment(5, 6) },
    'resume-appointment': { appointment: appointment(9, 9) },
    // In the own scope there is something to confirm.
    'confirm-chief': lost ? { enterprise: 'e4', appointment: 'a400' } : { appointment: appointment(1, 1) },
    'confirm-earlier-rights': lost ? { enterprise: 'e4' } : {},
    'confirm-proposal': { proposal: scope === 'not registered' ? 'a300' : appointment(12, 12) },
    'confirm-chief-proposal': { proposal: appointment(11, 11), name: 'a901' },
    'withdraw-proposal': { proposal: appointment(11, 11) },
    resign: { appointment: appointment(own, 6) },
    'change-contact': { appointment: appointment(5, 6) },
    'propose-stand-in': { person: person(8), appointment: appointment(own, 6), name: 'a902', until: '2026-04-30' },
    'accept-stand-in': { standIn: appointment(15, 15) },
    'decline-stand-in': { standIn: appointment(15, 15) },
    'end-stand-in': { standIn: appointment(16, 15) },
    'keep-grants-of-stand-in': { standIn: appointment(16, 16) },
    'activate-domain': { domain: 'gamma' },
    'close-domain': { domain },
    'activate-capacity': { capacity: other ? 'secretariat' : 'employer' },
    'close-capacity': { capacity },
    'create-user': { capacity, person: person(8), services: [service] },
    'give-service': { capacity, person: person(7), service },
    'withdraw-service': { capacity, person: person(7), service: other ? 'reports' : 'files' },
    'block-user': { capacity, person: person(7) },
    'unblock-user': { capacity, person: person(18) },
    'block-person': { person: person(7) },
    'unblock-person': { person: person(19) },
    'delete-user': { capacity, person: person(7) },
    'propose-recognition': { capacity: 'secretariat' },
    'confirm-recognition': { capacity: 'secretariat' },
    'withdraw-desk-proposal': { capacity: 'secretariat' },
    'resend-activation': { appointment: appointment(7, 8) },
    'continue-office': { appointment: appointment(5, 6) },
    'continue-user': { capacity, person: person(7) },
    undo: { undoes: scope === 'twin enterprise' ? 'd3' : other ? 'd2' : 'd1' },
    'confirm-office': { appointment: appointment(13, 13) },
    'confirm-user': { capacity, person: person(46) },
  }
  return { code, actor, enterprise, level, now, ...more[code] }
}

export interface Cell {
  operation: string
  actor: ActorName
  scope: Scope
  level: number
  stopped: boolean
  /** 'done', or the reason of the refusal; of the product and of the reference. */
  product: string
  reference: string
}

/** The prepared world as a history, for a product and the reference to live. */
export function prepared(stopped: boolean): History {
  const persons = [...Array.from({ length: 67 }, (_, index) => `p${index}`), 'p99']
  const enterprises = ['e0', 'e1', 'e2', 'e3', 'e4']
  return { seed: 0, catalogue: 'small', persons, enterprises, steps: world(stopped), end: now }
}

/** Every operation × actor × scope, at the lowest and the highest level, with and without an emergency stop. */
export async function matrix(): Promise<Cell[]> {
  const { catalogues, books } = await bothCatalogues()
  const cells: Cell[] = []
  for (const stopped of [false, true]) {
    const history = prepared(stopped)
    const product = await inMemory(catalogues)(history)
    const reference = await lived(history.steps, product, books.small)
    for (const operation of operations.keys())
      for (const [actor, person] of Object.entries(actors) as [ActorName, string][])
        for (const scope of scopes)
          for (const level of [100, 500]) {
            const asked = askedIn(operation, scope, person, level)
            const verdict = judge(books.small, reference, asked)
            const expected = typeof verdict === 'function' ? 'done' : verdict.reason
            const got = (await product.attempt(asked))?.reason ?? 'done'
            cells.push({ operation, actor, scope, level, stopped, product: got, reference: expected })
          }
  }
  return cells
}

/** The prepared world in both; every step of it must be allowed. */
export async function lived(
  steps: readonly Step[],
  product: Product,
  book: Parameters<typeof judge>[0],
): Promise<World> {
  const reference = emptyWorld()
  const roles = new Map<string, World['roles'][number]>()
  for (const step of steps) {
    if ('given' in step) {
      if (!happen(reference, roles, step.given)) throw new Error(`it does not happen: ${JSON.stringify(step.given)}`)
      await product.given(step.given)
      continue
    }
    const verdict = judge(book, reference, step.asked)
    const got = await product.operation(step.asked)
    if (typeof verdict !== 'function' || got !== null)
      throw new Error(`refused while preparing: ${JSON.stringify([step.asked, verdict, got])}`)
    verdict()
  }
  return reference
}

/** What is wrong with the matrix, a sentence each. */
export function wrongIn(cells: readonly Cell[]): string[] {
  const told = ({ operation, actor, scope, level, stopped }: Cell) =>
    `${operation} by ${actor}, ${scope}, at level ${level}${stopped ? ', under a stop' : ''}`
  const known = new Map<string, Refusal>(refusals.map((reason) => [reason, reason]))
  const wrong = cells.flatMap((cell) => [
    ...(cell.product === cell.reference ? [] : [`${told(cell)}: ${cell.product}, by the reference ${cell.reference}`]),
    ...(cell.product === 'done' || hasText(known.get(cell.product))
      ? []
      : [`${told(cell)}: ${cell.product} has no text`]),
    ...(isStranger(cell) && cell.product !== 'not-yours' ? [`${told(cell)}: ${cell.product} to a stranger`] : []),
  ])
  for (const operation of operations.keys()) {
    const of = cells.filter((cell) => cell.operation === operation)
    if (!of.some((cell) => cell.product === 'done')) wrong.push(`${operation} is allowed to nobody anywhere`)
    if (of.every((cell) => cell.product === 'done')) wrong.push(`${operation} is refused to nobody`)
  }
  return wrong
}

const hasText = (reason: Refusal | undefined): boolean =>
  reason !== undefined &&
  languages.every(
    (language) => operationTexts[language].refusal(reason, officeWords(belgium, language), '').length > 10,
  )

/** At the desk everybody but its agent is a stranger, and everywhere else its agent is one. */
const isStranger = ({ actor, operation }: Cell): boolean =>
  operations.get(operation)?.actors.includes('desk-agent') ? actor !== 'desk agent' : strangers.has(actor)

const strangers = new Set<ActorName>([
  'nobody',
  'stranger',
  'desk agent',
  'service owner',
  'auditor',
  'invitee',
  'system user',
])
