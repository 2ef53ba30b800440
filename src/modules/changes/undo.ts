import { holdsAt, type Fact, type FactKind, type FactReader } from '#database'
import { instant, type EnterpriseId, type Instant, type PersonId } from '#kernel'
import { refuse, type Effect, type PastAct, type Undoing, type Unit } from '#operations'
import { operationOf } from './undoable.ts'

/** U17: how long whoever did something may undo it. */
const undoMs = 10 * 60_000

/** The moment until which an act may be undone. */
export const undoneUntil = ({ recordedAt }: Pick<PastAct, 'recordedAt'>): Instant => instant(recordedAt + undoMs)

/** What looking back at an act reads. */
export type Looking = Pick<Unit, 'catalogue' | 'now' | 'past'> & { readonly facts: FactReader }

/** What one act wrote of one kind of fact, before it and now. */
export interface Stretches {
  readonly kind: FactKind
  readonly was: readonly Fact<FactKind>[]
  readonly left: readonly Fact<FactKind>[]
  readonly is: readonly Fact<FactKind>[]
}

/** What was proposed and thereby settled stays settled: it is proposed again. */
const staysAsItIs: ReadonlySet<FactKind> = new Set<FactKind>(['proposal'])

/** The facts that an act wrote: as believed before it, as it left them, and as believed now. */
export async function stretchesOf(unit: Looking, enterprise: EnterpriseId, act: PastAct): Promise<Stretches[]> {
  const ids = Map.groupBy(
    act.facts.filter(({ kind }) => !staysAsItIs.has(kind)),
    ({ kind }) => kind,
  )
  const read = async (kind: FactKind): Promise<Stretches> => {
    const fact_id = [...new Set((ids.get(kind) ?? []).map(({ factId }) => factId))]
    const where = { enterprise_id: enterprise, fact_id }
    const find = (when: { asKnownAt?: Instant }) =>
      unit.facts.find(kind as 'membership', where, when) as Promise<Fact<FactKind>[]>
    return {
      kind,
      was: await find({ asKnownAt: instant(act.recordedAt - 1) }),
      left: await find({ asKnownAt: act.recordedAt }),
      is: await find({}),
    }
  }
  return Promise.all([...ids.keys()].map(read))
}

const without = (all: readonly Fact<FactKind>[], others: readonly Fact<FactKind>[]): Fact<FactKind>[] => {
  const rows = new Set(others.map(({ row_id }) => row_id))
  return all.filter(({ row_id }) => !rows.has(row_id))
}

const goesOn = (fact: Fact<FactKind>, now: Instant): boolean => fact.valid_until === null || fact.valid_until > now

/** What undoing changes from now on; what was so between the act and its undoing stays so (facts are never reopened in the past). */
export function undoingOf(
  act: PastAct,
  stretches: readonly Stretches[],
  now: Instant,
): Undoing & { kinds: readonly FactKind[] } {
  const of = new Map(
    stretches.map(({ kind, was, is }) => [
      kind,
      {
        returns: without(was, is).filter((fact) => goesOn(fact, now)),
        ends: without(is, was).filter((fact) => goesOn(fact, now)),
      },
    ]),
  )
  return {
    act,
    kinds: [...of.keys()],
    returns: <K extends FactKind>(kind: K) => (of.get(kind)?.returns ?? []) as unknown as readonly Fact<K>[],
    ends: <K extends FactKind>(kind: K) => (of.get(kind)?.ends ?? []) as unknown as readonly Fact<K>[],
  }
}

/** What undoing the act would change. */
export async function lookedBack(unit: Looking, enterprise: EnterpriseId, act: PastAct): Promise<Undoing> {
  return undoingOf(act, await stretchesOf(unit, enterprise, act), unit.now)
}

/** What opens something to somebody: putting it back gives, as lifting a block does. */
const opening = ['membership', 'authorisation', 'domain_activation', 'capacity_activation', 'stand_in'] as const

/** U17: putting back what was taken away gives, and is refused where giving is (U6, U7); all else takes. */
export function effectOf({ returns, ends }: Undoing): Effect {
  const gives =
    opening.some((kind) => returns(kind).length > 0) ||
    returns('appointment').some(({ person_id }) => person_id !== null) ||
    ends('block').length > 0
  return gives ? 'gives' : 'takes'
}

type Place = readonly string[]

/** Where an act changed something: a seat, a service of a user, a user of a group, a group or a domain; null: nowhere of these. */
function placeOf({ catalogue }: Pick<Unit, 'catalogue'>, { details, subjectId, facts }: PastAct): Place | null {
  const text = (name: string) => (typeof details[name] === 'string' ? details[name] : undefined)
  const domainOf = (capacity: string) => catalogue.capacities.get(capacity)?.domain ?? ''
  const touches = (...kinds: FactKind[]) => facts.some(({ kind }) => kinds.includes(kind))
  const [office, scope = '', capacity, service] = ['office', 'scope', 'capacity', 'service'].map(text)
  if (touches('appointment') && office !== undefined) {
    const within = office === 'access-manager' ? [scope] : office === 'group-manager' ? [domainOf(scope), scope] : ['']
    return [...within, office, ...(office === 'co-chief-access-manager' ? [subjectId ?? ''] : [])]
  }
  if (touches('membership', 'authorisation', 'block') && capacity !== undefined) {
    return [domainOf(capacity), capacity, subjectId ?? '', ...(service === undefined ? [] : [service])]
  }
  if (touches('capacity_activation') && capacity !== undefined) return [domainOf(capacity), capacity]
  const domain = text('domain')
  return touches('domain_activation') && domain !== undefined ? [domain] : null
}

const isWithin = (inner: Place, outer: Place): boolean => outer.every((part, at) => inner[at] === part)

/** Whoever is in office by what the act wrote: whatever they did since, they did under it. */
function inOfficeBy(stretches: readonly Stretches[], now: Instant): ReadonlySet<PersonId> {
  const written = stretches
    .filter(({ kind }) => kind === 'appointment')
    .flatMap(({ was, is }) => without(is, was) as unknown as Fact<'appointment'>[])
  const inForce = written.filter((fact) => fact.state === 'active' && holdsAt(fact, now))
  return new Set(inForce.flatMap(({ person_id }) => person_id ?? []))
}

/** False where what the act ended was written at its very moment: what stood before it cannot be told from it. */
function isToldApart({ facts }: PastAct, stretches: readonly Stretches[]): boolean {
  const made = new Set(facts.filter(({ change }) => change === 'recorded').map(({ factId }) => factId))
  const before = new Set(stretches.flatMap(({ was }) => was.map(({ fact_id }) => fact_id)))
  return facts.every(({ kind, factId }) => staysAsItIs.has(kind) || made.has(factId) || before.has(factId))
}

/**
 * U17: whether something has acted on the act since: a fact that it wrote is not as the act left it, another act touched one,
 * changed something in the same place or within it, or was done by whoever is in office by it.
 */
function wasActedOn(
  unit: Looking,
  { act, since, stretches }: { act: PastAct; since: readonly PastAct[]; stretches: readonly Stretches[] },
): boolean {
  if (stretches.some(({ left, is }) => without(left, is).length > 0 || without(is, left).length > 0)) return true
  if (!isToldApart(act, stretches)) return true
  const facts = new Set(stretches.flatMap(({ was, is }) => [...was, ...is].map(({ fact_id }) => fact_id)))
  const opened = stretches
    .filter(({ kind }) => kind === 'domain_activation')
    .flatMap(({ was, is }) => [...was, ...is] as unknown as Fact<'domain_activation'>[])
    .map(({ domain }): Place => [domain])
  const places = [placeOf(unit, act), ...opened].filter((place) => place !== null)
  const holders = inOfficeBy(stretches, unit.now)
  return since.some((later) => {
    if (later.facts.length === 0) return false
    if (later.facts.some(({ factId }) => facts.has(factId))) return true
    if (later.actorId !== null && holders.has(later.actorId)) return true
    const place = placeOf(unit, later)
    return place !== null && places.some((outer) => isWithin(place, outer))
  })
}

/** The audit event of an undoing; its entry names the undone one. */
export const undoEvent = 'act-undone'

const isUndone = (act: PastAct, since: readonly PastAct[]): boolean =>
  since.some(({ event, details }) => event === undoEvent && details['entry'] === act.id)

/** Ends first and all of it, so that no constraint meets what is to go. */
export async function putBack(unit: Unit, undoing: ReturnType<typeof undoingOf>): Promise<void> {
  for (const kind of undoing.kinds) {
    for (const fact of undoing.ends(kind)) await unit.facts.end(kind, fact, unit.now)
  }
  for (const kind of undoing.kinds) {
    for (const fact of undoing.returns(kind)) {
      const from = instant(Math.max(fact.valid_from, unit.now))
      await unit.facts.bringBack(kind, fact, { from, until: fact.valid_until })
    }
  }
}

/** U17, whether an act still stands untouched, in the order of the refusals; null: it does. */
export async function refusalNow(
  unit: Looking,
  found: { act: PastAct; since: readonly PastAct[]; stretches: readonly Stretches[] },
) {
  if (isUndone(found.act, found.since)) return refuse('already-undone')
  if (unit.now > undoneUntil(found.act)) return refuse('undo-too-late')
  return wasActedOn(unit, found) ? refuse('acted-on-since') : null
}

/**
 * What may be undone of some acts, as a list offers it: those of this person that nothing has acted on. Whether its rule still
 * allows it is said when it is tried.
 */
export async function undoableAmong(
  unit: Looking,
  { enterprise, actor }: { enterprise: EnterpriseId; actor: PersonId },
  acts: readonly PastAct[],
): Promise<ReadonlySet<string>> {
  const mine = acts.filter(
    (act) => act.actorId === actor && operationOf(act.event)?.undo !== undefined && unit.now <= undoneUntil(act),
  )
  const free = new Set<string>()
  for (const { id } of mine) {
    const found = await unit.past.act(enterprise, id)
    if (found === null) continue
    const stretches = await stretchesOf(unit, enterprise, found.act)
    if ((await refusalNow(unit, { ...found, stretches })) === null) free.add(id)
  }
  return free
}
