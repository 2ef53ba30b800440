import { end, holds, type Asked, type Book, type Rank, type World } from '../reference/index.ts'
import type { Chance } from './chance.ts'

const day = 24 * 60 * 60_000

/** Something that is so without any operation: the register's word, or what no operation does yet. */
export type Given =
  | {
      what: 'record'
      enterprise: string
      ceased: boolean
      situation: string
      legalForm: string | null
      rszNumber: boolean
      from: number
      until: number | null
    }
  | {
      what: 'representation'
      enterprise: string
      person: string
      function: string
      power: 'alone' | 'jointly' | 'unknown'
      from: number
      until: number | null
    }
  | {
      what: 'role'
      name: string
      enterprise: string
      person: string
      role: string
      context: 'enterprise' | 'civil-servant' | 'self-employed'
      from: number
      until: number | null
    }
  | { what: 'role-stopped' | 'role-resumed'; name: string; at: number }
  | { what: 'office-suspended' | 'office-resumed'; appointment: string; at: number }
  | { what: 'block'; enterprise: string; person: string; capacity: string; by: Rank; from: number }

export type Step = { given: Given } | { asked: Asked }

/** A world's people and enterprises by name, and everything that happens, in the order of time. */
export interface History {
  seed: number
  catalogue: 'small' | 'belgium'
  persons: string[]
  enterprises: string[]
  steps: Step[]
  /** The end: the moment at which the last questions are asked. */
  end: number
}

/** What the reference's world makes of it; false when there is nothing that it could happen to. */
export function happen(world: World, roleRows: Map<string, World['roles'][number]>, given: Given): boolean {
  switch (given.what) {
    case 'record':
      world.records.push(given)
      return true
    case 'representation':
      world.representations.push({ ...given, jointly: given.power === 'jointly' })
      return true
    case 'role': {
      // The register's word is there from the beginning.
      const row = { ...given, stopped: false, written: 0 }
      world.roles.push(row)
      roleRows.set(given.name, row)
      return true
    }
    case 'role-stopped':
    case 'role-resumed': {
      const row = roleRows.get(given.name)
      const stopped = given.what === 'role-stopped'
      if (!row || !holds(row, given.at) || row.stopped === stopped) return false
      const next: typeof row = { ...row, stopped, from: given.at }
      delete next.written
      end(world.roles, row, given.at)
      world.roles.push(next)
      roleRows.set(given.name, next)
      return true
    }
    case 'office-suspended':
    case 'office-resumed': {
      const [before, after] =
        given.what === 'office-suspended' ? (['active', 'suspended'] as const) : (['suspended', 'active'] as const)
      const held = world.appointments.find((one) => one.id === given.appointment && holds(one, given.at))
      if (held?.state !== before) return false
      const next: typeof held = { ...held, state: after, from: given.at }
      delete next.written
      end(world.appointments, held, given.at)
      world.appointments.push(next)
      return true
    }
    case 'block': {
      const there = world.blocks.some(
        (one) =>
          one.enterprise === given.enterprise &&
          one.person === given.person &&
          one.capacity === given.capacity &&
          (one.until === null || one.until > given.from),
      )
      if (!there) world.blocks.push({ ...given, until: null })
      return !there
    }
  }
}

/** What the register says from the beginning, of the past and of the future. */
export function saidByRegister(
  draft: { chance: Chance; book: Book; persons: string[]; agents: string[]; enterprises: string[]; now: number },
  situations: { ordinary: string; bankrupt: string },
): Given[] {
  const { chance, book, now } = draft
  const all: Given[] = []
  const functions = book.functions.map(({ code }) => code)
  const forms = [...new Set(book.functions.flatMap(({ legalForms }) => (legalForms === 'all' ? [] : legalForms)))]
  const empowering = book.functions.filter(({ empowers }) => empowers)
  let roles = Number(draft.enterprises[0]?.slice(1))
  for (const enterprise of draft.enterprises) {
    const legalForm = chance.is(0.15) ? null : chance.is(0.1) ? 'other-form' : chance.pick(forms)
    const from = chance.is(0.03) ? now + chance.between(0, 10 * day) : now - chance.between(day, 400 * day)
    const turn = now + chance.between(10 * day, 200 * day)
    const record = { what: 'record' as const, enterprise, legalForm, rszNumber: chance.is(0.6) }
    const normal = { ceased: false, situation: situations.ordinary }
    if (chance.is(0.25)) {
      const after = chance.pick([
        { ceased: true, situation: situations.ordinary },
        { ceased: false, situation: book.situationsAfterCessation[0] ?? '' },
        { ceased: false, situation: situations.bankrupt },
        { ceased: false, situation: situations.bankrupt },
      ])
      all.push({ ...record, ...normal, from, until: turn }, { ...record, ...after, from: turn, until: null })
    } else all.push({ ...record, ...normal, from, until: chance.is(0.04) ? turn : null })

    const founder = chance.is(0.95) ? draft.persons[0] : undefined
    for (const person of draft.persons) {
      if (!chance.is(person === founder ? 1 : 0.35)) continue
      const fitting = empowering.filter(
        ({ legalForms }) => legalForms === 'all' || legalForms.includes(legalForm ?? 'natural-person'),
      )
      const founds = person === founder
      const begin = founds || chance.is(0.7) ? now - chance.between(day, 400 * day) : now + chance.between(0, 90 * day)
      all.push({
        what: 'representation',
        enterprise,
        person,
        function: founds || chance.is(0.75) ? chance.pick(fitting).code : chance.pick(functions),
        power: founds
          ? chance.pick(['alone', 'alone', 'unknown', 'unknown', 'jointly'])
          : chance.pick(['alone', 'jointly', 'unknown']),
        from: begin,
        until: chance.is(founds ? 0.85 : 0.6) ? null : Math.max(begin, now) + chance.between(day, 200 * day),
      })
    }
    for (const person of draft.persons) {
      if (!chance.is(0.4)) continue
      const role = chance.pick(book.roles)
      const begin = now + chance.between(-100 * day, 100 * day)
      all.push({
        what: 'role',
        name: `r${roles++}`,
        enterprise,
        person,
        role: role.code,
        context: chance.is(0.9)
          ? (chance.pick(role.contexts).context as 'enterprise')
          : chance.pick(['enterprise', 'civil-servant', 'self-employed']),
        from: begin,
        until: chance.is(0.5) ? null : begin + chance.between(day, 200 * day),
      })
    }
  }
  const agency = book.roles.find(({ code }) => code === book.deskRole)
  for (const person of draft.agents) {
    if (!agency) break
    const enterprise = draft.enterprises.at(-1) ?? ''
    const context = agency.contexts[0]?.context as 'civil-servant'
    all.push({
      what: 'role',
      name: `r${roles++}`,
      enterprise,
      person,
      role: agency.code,
      context,
      from: now,
      until: null,
    })
  }
  return all
}

/** Whoever thinks of what to ask next. */
interface Thinker {
  chance: Chance
  book: Book
  world: World
  persons: string[]
  now: number
}

/** A membership or a service that ends is to go on; now and then one that does not. */
export function goesOn({ chance, world, persons, book, now }: Thinker, asked: Asked): void {
  const of = chance.is(0.5) ? world.memberships : world.authorisations
  const there = of.filter((one) => one.enterprise === asked.enterprise && (one.until === null || one.until > now))
  const ending = there.filter(({ until }) => until !== null)
  const from = ending.length > 0 && chance.is(0.8) ? ending : there
  const one = from.length > 0 && chance.is(0.9) ? chance.pick(from) : null
  asked.capacity = one?.capacity ?? chance.pick(book.capacities).code
  asked.person = one?.person ?? chance.pick(persons)
  if (one && 'service' in one) asked.service = one.service
}

/** Somebody thinks better of what was done a little while ago, mostly of their own. */
export function thinksBetter({ chance, world, now }: Thinker, asked: Asked): void {
  const own = world.acts.filter((one) => one.asked.enterprise === asked.enterprise)
  const recent = own.filter((one) => one.asked.now >= now - 12 * 60_000)
  // Where the same was changed once more since, undoing must find that out.
  const changedAgain = recent.filter((one) =>
    own.some(
      (later) =>
        later !== one &&
        later.asked.now >= one.asked.now &&
        later.changes.some(({ key }) => one.changes.some((change) => change.key === key)),
    ),
  )
  const likely = changedAgain.length > 0 && chance.is(0.6) ? changedAgain : recent
  const from = likely.length > 0 && chance.is(0.95) ? likely : own
  const act = from.length > 0 && chance.is(0.97) ? chance.pick(from) : undefined
  asked.undoes = act?.name ?? 'd999999'
  if (act && chance.is(0.9)) Object.assign(asked, { actor: act.asked.actor })
  if (act && chance.is(0.6)) asked.level = 500
}
