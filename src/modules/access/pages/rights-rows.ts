import { dayText, lastDayText, personNames, type NameOf } from '#enterprises'
import type { Fact } from '#database'
import type { PersonId } from '#kernel'
import { operationTexts } from '#operations'
import type { PairFacts } from '#rights'
import { dataTable, type Html } from '#ui'
import type { HinderedLine, PersonRights, RightLine } from './person-rights.ts'
import { namesIn, type Turn } from './turn.ts'
import { serviceLink } from './wording.ts'

/** Somebody's facts, with the names of whoever gave what they have. */
export interface Subject {
  readonly person: PersonId
  readonly facts: PairFacts
  readonly givers: NameOf
}

export async function subjectOf(turn: Turn, person: PersonId, facts: PairFacts): Promise<Subject> {
  const { deps, view } = turn
  const given = [...facts.authorisations, ...facts.roles, ...facts.blocks, ...facts.memberships]
  const givers = await personNames(
    deps.store.reader,
    view.enterprise,
    given.map(({ by_person }) => by_person),
  )
  return { person, facts, givers }
}

type Given = Fact<'authorisation'> | Fact<'role_assignment'>

/** 'given by An Peeters, 4 March 2026', or that they gave it to themselves. */
function givenText(turn: Turn, subject: Subject, fact: Given): string {
  const t = turn.texts.rights
  const day = dayText(turn.view, turn.language, fact.recorded_at)
  if (fact.by_person === subject.person) return t.selfGiven(day)
  const by = subject.givers(fact.by_person) ?? operationTexts[turn.language].words.somebody
  if (!('role' in fact)) return t.givenBy({ by, day })
  return t.byRole({ role: namesIn(turn.view.catalogue, turn.language).role(fact.role), by, day })
}

/** Why somebody may use a service: the fact that carries it, in words. */
export function whyText(turn: Turn, subject: Subject, line: RightLine): string {
  const t = turn.texts.rights
  const { facts } = subject
  const byId = <F extends { fact_id: string }>(all: readonly F[]) => all.find((fact) => fact.fact_id === line.factId)
  const office = byId(facts.appointments)
  const names = namesIn(turn.view.catalogue, turn.language)
  const officeName = office ? names.office(office.office, office.scope) : ''
  if (line.reason === 'representation') return t.byRepresentation
  if (line.reason === 'office') return t.byOffice(officeName)
  if (line.reason === 'automatic') return office ? t.byOfficeItself(officeName) : t.byMembership
  const given = byId(facts.authorisations) ?? byId(facts.roles)
  return given ? givenText(turn, subject, given) : ''
}

function whyNotText(turn: Turn, { facts }: Subject, line: HinderedLine): string {
  const t = turn.texts.rights
  if (line.hindrance !== 'not-yet') return t.hindrances[line.hindrance] ?? ''
  const own = [...facts.authorisations, ...facts.appointments, ...facts.memberships, ...facts.roles]
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

/** What somebody may do: group, service, until, why. */
export function allowedTable(turn: Turn, subject: Subject, { allowed }: PersonRights): Html {
  const t = turn.texts.rights
  return dataTable({
    caption: turn.texts.person.may,
    head: [t.group, t.service, t.until, t.why].map((text) => ({ text })),
    rows: allowed.map((line) => [
      { text: groupsText(turn, line) },
      { text: serviceLink(turn.view.catalogue, turn.language, line.service) },
      { text: untilText(turn, line) },
      { text: whyText(turn, subject, line) },
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
