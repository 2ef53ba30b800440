import type { Fact } from '#database'
import { activeCapacity, dayText, lastDayText, openDomain, type NameOf } from '#enterprises'
import type { Language } from '#kernel'
import { operationTexts, type View } from '#operations'
import { groupPower } from '#rights'
import { countText, type DiagramNode, type DiagramState } from '#ui'
import type { Offices } from '../queries.ts'
import { firstDayOf, isSeated, isWaiting } from '../seat.ts'
import { groundTexts } from '../texts/ground.ts'
import { appointmentTexts } from '../texts/index.ts'
import { isToday } from './another-day.ts'
import { scopeName } from './wording.ts'

interface Drawn {
  readonly view: View
  readonly language: Language
  readonly offices: Offices
  readonly nameOf: NameOf
  readonly counts: ReadonlyMap<string, number>
}

function representativeNode({ view, language, nameOf }: Drawn, fact: Fact<'representation'>): DiagramNode {
  const texts = appointmentTexts[language]
  const legalFunction = view.catalogue.functions.get(fact.function_code)?.name[language]
  return {
    id: fact.fact_id,
    parentId: null,
    title: nameOf(fact.person_id) ?? texts.unnamed,
    lines: [texts.diagram.representative, ...(legalFunction ? [legalFunction] : [])],
    state: 'active',
    stateText: texts.diagram[fact.power],
  }
}

function stateOf(fact: Fact<'appointment'>): DiagramState {
  if (isWaiting(fact)) return 'waiting'
  return fact.state === 'vacant' ? 'vacant' : fact.state === 'suspended' ? 'suspended' : 'active'
}

/** Who holds the office above, which is where an appointment hangs once its appointer is gone: offices carry, not persons. */
function officeAbove({ view, offices }: Drawn, fact: Fact<'appointment'>): string | null {
  const { appointments, representations } = offices
  const chief = appointments.find(({ office, state }) => office === 'chief-access-manager' && !isWaiting({ state }))
  if (fact.office === 'chief-access-manager') return representations[0]?.fact_id ?? null
  if (fact.office !== 'group-manager') return chief?.fact_id ?? null
  const domain = view.catalogue.capacities.get(fact.scope)?.domain
  const manager = appointments.find((one) => one.office === 'access-manager' && one.scope === domain && isSeated(one))
  return (manager ?? chief)?.fact_id ?? null
}

function appointmentNode(drawn: Drawn, fact: Fact<'appointment'>, known: ReadonlySet<string>): DiagramNode {
  const { view, language, nameOf } = drawn
  const texts = appointmentTexts[language]
  const lack = drawn.offices.lacks.get(fact.fact_id)
  const office = view.catalogue.offices[fact.office].name[language]
  const scope = scopeName(view.catalogue, language, fact)
  const appointerIsThere = fact.by_basis !== null && known.has(fact.by_basis)
  const by = nameOf(fact.by_person)
  const { words } = operationTexts[language]
  const since = `${words.since} ${dayText(view, language, fact.valid_from)}`
  // Two or three words only: the box has three lines, and names of offices are long.
  const begins = fact.waits_for === 'day' ? firstDayOf(fact) : null
  const asked =
    isWaiting(fact) && fact.valid_until !== null
      ? `${words.until} ${lastDayText(view, language, fact.valid_until)}`
      : since
  const answer = begins === null ? asked : texts.managers.fromUntil(dayText(view, language, begins), null)
  return {
    id: fact.fact_id,
    parentId: appointerIsThere ? fact.by_basis : officeAbove(drawn, fact),
    title: fact.person_id === null ? texts.diagram.vacantChief : (nameOf(fact.person_id) ?? texts.unnamed),
    lines: [
      office,
      ...(scope === '' ? [] : [scope]),
      appointerIsThere || by === null ? answer : texts.diagram.appointedBy(by),
    ],
    state:
      lack && fact.state === 'active' ? (lack.shortfall === 'ground-lost' ? 'waiting' : 'suspended') : stateOf(fact),
    stateText:
      lack && fact.state === 'active'
        ? groundTexts[language].tags[lack.shortfall]
        : operationTexts[language].appointmentState(fact.state),
  }
}

/** A group is drawn with the number of its users only: who they are is for its own page. */
function groupNodes(drawn: Drawn, base: string): DiagramNode[] {
  const { view, language, offices, counts } = drawn
  const texts = appointmentTexts[language].diagram
  const groups = [...view.catalogue.capacities.values()].filter(
    ({ code, domain }) => openDomain(view, domain) !== undefined && activeCapacity(view, code) !== undefined,
  )
  return groups.map((capacity): DiagramNode => {
    const manager = offices.appointments.find(
      (fact) => fact.office === 'group-manager' && fact.scope === capacity.code && isSeated(fact),
    )
    const above = officeAbove(drawn, { office: 'group-manager', scope: capacity.code } as Fact<'appointment'>)
    return {
      id: `group-${capacity.code}`,
      parentId: manager?.fact_id ?? above,
      title: capacity.name[language],
      lines: [countText(language, counts.get(capacity.code) ?? 0, texts.users)],
      state: 'active',
      stateText: texts.group,
      ...(isToday(view) && groupPower(view.authority, view.catalogue, capacity.code)
        ? { path: `${base}/groups/${capacity.code}` }
        : {}),
    }
  })
}

/** Representatives, chief, co-chiefs, access managers, group managers and groups, each under who appointed it. */
export function officeNodes(drawn: Drawn, base: string): DiagramNode[] {
  const { appointments, representations } = drawn.offices
  const known = new Set([...appointments, ...representations].map(({ fact_id }) => fact_id))
  return [
    ...representations.map((fact) => representativeNode(drawn, fact)),
    ...appointments.map((fact) => appointmentNode(drawn, fact, known)),
    ...groupNodes(drawn, base),
  ]
}
