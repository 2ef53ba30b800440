import { dayText, lastDayText, personNames, type NameOf } from '#enterprises'
import { factsOf, type Fact } from '#database'
import { formatDay, type PersonId } from '#kernel'
import { operationTexts } from '#operations'
import type { PairFacts } from '#rights'
import { dataTable, type Html } from '#ui'
import type { LastUses } from '#uses'
import type { HinderedLine, PersonRights, RightLine } from './person-rights.ts'
import { namesIn, type Turn } from './turn.ts'
import { serviceLink } from './wording.ts'

/** Somebody's facts, with the names of whoever gave what they have. */
export interface Subject {
  readonly person: PersonId
  readonly facts: PairFacts
  readonly givers: NameOf
  /** For whom somebody gave it who stood in, by the basis of what they gave (A31). */
  readonly inPlaceOf: ReadonlyMap<string, PersonId>
}

export async function subjectOf(turn: Turn, person: PersonId, facts: PairFacts): Promise<Subject> {
  const { deps, view } = turn
  const { reader } = deps.store
  const given = [...facts.authorisations, ...facts.roles, ...facts.blocks, ...facts.memberships]
  const bases = [...new Set(given.map(({ by_basis }) => by_basis))]
  const where = { enterprise_id: view.enterprise, fact_id: bases }
  const standIns = bases.length === 0 ? [] : await factsOf(reader).find('stand_in', where)
  const persons = [...given, ...standIns, ...facts.standIns].map(({ by_person }) => by_person)
  const givers = await personNames(reader, view.enterprise, persons)
  const inPlaceOf = new Map(standIns.map(({ fact_id, by_person }) => [fact_id, by_person]))
  return { person, facts, givers, inPlaceOf }
}

type Given = Fact<'authorisation'> | Fact<'role_assignment'>

/** 'given by An Peeters, 4 March 2026', or that they gave it to themselves. */
function givenText(turn: Turn, subject: Subject, fact: Given): string {
  const t = turn.texts.rights
  const day = dayText(turn.view, turn.language, fact.recorded_at)
  if (fact.by_person === subject.person) return t.selfGiven(day)
  const { somebody } = operationTexts[turn.language].words
  const giver = subject.givers(fact.by_person) ?? somebody
  const holder = subject.inPlaceOf.get(fact.by_basis)
  const by = holder === undefined ? giver : t.inPlaceOf(giver, subject.givers(holder) ?? somebody)
  if (!('role' in fact)) return t.givenBy({ by, day })
  return t.byRole({ role: namesIn(turn.view.catalogue, turn.language).role(fact.role), by, day })
}

/** The office that somebody exercises for its holder, and for whom; empty where the right rests on none (A31). */
function exercisedText(turn: Turn, { facts, givers }: Subject, line: RightLine): string {
  const standIn = facts.standIns.find((fact) => fact.fact_id === line.factId)
  const office = facts.stoodInFor.find((fact) => fact.fact_id === standIn?.appointment)
  if (!standIn || !office) return ''
  const holder = givers(standIn.by_person) ?? operationTexts[turn.language].words.somebody
  const name = namesIn(turn.view.catalogue, turn.language).office(office.office, office.scope)
  return turn.texts.rights.inPlaceOf(name, holder)
}

/** Why somebody may use a service: the fact that carries it, in words. */
export function whyText(turn: Turn, subject: Subject, line: RightLine): string {
  const t = turn.texts.rights
  const { facts } = subject
  const byId = <F extends { fact_id: string }>(all: readonly F[]) => all.find((fact) => fact.fact_id === line.factId)
  const office = byId(facts.appointments)
  const names = namesIn(turn.view.catalogue, turn.language)
  const officeName = office ? names.office(office.office, office.scope) : exercisedText(turn, subject, line)
  if (line.reason === 'representation') return t.byRepresentation
  if (line.reason === 'office') return t.byOffice(officeName)
  if (line.reason === 'automatic') return officeName === '' ? t.byMembership : t.byOfficeItself(officeName)
  const given = byId(facts.authorisations) ?? byId(facts.roles)
  return given ? givenText(turn, subject, given) : ''
}

function whyNotText(turn: Turn, { facts }: Subject, line: HinderedLine): string {
  const t = turn.texts.rights
  if (line.hindrance !== 'not-yet') return t.hindrances[line.hindrance] ?? ''
  const own = [...facts.authorisations, ...facts.appointments, ...facts.standIns, ...facts.memberships, ...facts.roles]
  const planned = own.filter((fact) => fact.fact_id === line.factId && fact.valid_from > turn.view.now)
  const from = planned.toSorted((one, other) => one.valid_from - other.valid_from)[0]?.valid_from
  return t.notYet(from === undefined ? '' : dayText(turn.view, turn.language, from))
}

export function groupsText(turn: Turn, line: RightLine): string {
  const names = namesIn(turn.view.catalogue, turn.language)
  if (line.capacities.includes(null)) return turn.texts.rights.whole
  return line.capacities.map((code) => names.capacity(code ?? '')).join(', ')
}

export const untilText = (turn: Turn, line: RightLine): string =>
  line.until === null ? turn.texts.rights.noEnd : lastDayText(turn.view, turn.language, line.until)

/** Of what was given by itself; an office, a membership and a function reach more than one service. */
function lastUseText(turn: Turn, lastUses: LastUses, { reason, right }: RightLine): string {
  if (reason !== 'authorisation' && reason !== 'role') return ''
  const day = lastUses(right)
  return day === null ? turn.texts.rights.noUse : formatDay(day, turn.language)
}

/** What somebody may do: group, service, until, why, and when they last did. */
export function allowedTable(turn: Turn, subject: Subject, { allowed }: PersonRights, lastUses: LastUses): Html {
  const t = turn.texts.rights
  return dataTable({
    caption: turn.texts.person.may,
    head: [t.group, t.service, t.until, t.why, t.lastUsed].map((text) => ({ text })),
    rows: allowed.map((line) => [
      { text: groupsText(turn, line) },
      { text: serviceLink(turn.view.catalogue, turn.language, line.service) },
      { text: untilText(turn, line) },
      { text: whyText(turn, subject, line) },
      { text: lastUseText(turn, lastUses, line) },
    ]),
  })
}

/** What somebody was given that does not count now, and what keeps it from counting; nothing where there is none. */
export function hinderedTable(turn: Turn, subject: Subject, { hindered }: PersonRights): Html | null {
  if (hindered.length === 0) return null
  const t = turn.texts.rights
  return dataTable({
    caption: turn.texts.person.mayNot,
    head: [t.group, t.service, t.why].map((text) => ({ text })),
    rows: hindered.map((line) => [
      { text: groupsText(turn, line) },
      { text: serviceLink(turn.view.catalogue, turn.language, line.service) },
      { text: whyNotText(turn, subject, line) },
    ]),
  })
}
