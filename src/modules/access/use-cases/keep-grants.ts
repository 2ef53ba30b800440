import type { Fact } from '#database'
import { instant, type Instant } from '#kernel'
import { fields, operation, periodOf, refuse, type Scene, type Unit } from '#operations'
import { z } from 'zod'
import { levelToGive } from '../rules.ts'

type Right = Fact<'membership'> | Fact<'authorisation'>

const sooner = (one: Instant | null, other: Instant | null): Instant | null =>
  one === null || (other !== null && other < one) ? other : one

/**
 * X16: how long a right is kept: where it would have ended with the stand-in, to the day chosen or for ever; where it had a day of its
 * own, no longer than that; and never into the next one of its kind, nor beyond what it rests on. null: nothing of it is left to keep.
 */
function keptUntil(
  right: Right,
  f: { end: Instant; wanted: Instant | null; next: Instant | null; bounds: Instant | null },
): { until: Instant | null } | null {
  const own = right.valid_until !== null && right.valid_until < f.end ? right.valid_until : null
  const until = sooner(sooner(sooner(f.wanted, own), f.next), f.bounds)
  return until !== null && until <= right.valid_from ? null : { until }
}

/** When the next one of the same kind begins that is planned to follow. */
function nextAfter(all: readonly Right[], right: Right): Instant | null {
  const later = all.filter((one) => one.fact_id !== right.fact_id && one.valid_from >= (right.valid_until ?? Infinity))
  return later.length === 0 ? null : instant(Math.min(...later.map(({ valid_from }) => valid_from)))
}

interface Keeping {
  readonly standIn: Fact<'stand_in'>
  readonly end: Instant
  readonly wanted: Instant | null
  /** R12: a chief whose ground has ended gives nothing to themselves. */
  readonly exceptOwn: boolean
}

/** From now on the right rests on the holder's own office, and ends as they say. */
async function keepMemberships(
  unit: Unit,
  scene: Scene,
  { standIn, end, wanted, exceptOwn }: Keeping,
): Promise<number> {
  const where = { enterprise_id: scene.enterprise }
  const since = { since: unit.now }
  const by = { by_person: scene.actor.person, by_basis: standIn.appointment }
  let kept = 0
  for (const right of await unit.facts.find('membership', { ...where, by_basis: standIn.fact_id }, since)) {
    const { capacity, person_id } = right
    const all = await unit.facts.find('membership', { ...where, capacity, person_id }, since)
    const how = keptUntil(right, { end, wanted, next: nextAfter(all, right), bounds: null })
    if (!how || (exceptOwn && right.person_id === scene.actor.person)) continue
    await unit.facts.change('membership', right, by, instant(Math.max(unit.now, right.valid_from)), how.until)
    kept++
  }
  return kept
}

async function keepServices(unit: Unit, scene: Scene, { standIn, end, wanted, exceptOwn }: Keeping): Promise<number> {
  const where = { enterprise_id: scene.enterprise }
  const since = { since: unit.now }
  const by = { by_person: scene.actor.person, by_basis: standIn.appointment }
  let kept = 0
  for (const right of await unit.facts.find('authorisation', { ...where, by_basis: standIn.fact_id }, since)) {
    const { membership_id, service } = right
    const all = await unit.facts.find('authorisation', { ...where, membership_id, service }, since)
    const memberships = await unit.facts.find('membership', { ...where, fact_id: membership_id }, since)
    // A membership whose period was changed has a row for each part: the last one says when it ends.
    const bounds = memberships.at(-1)?.valid_until ?? null
    const how = keptUntil(right, { end, wanted, next: nextAfter(all, right), bounds })
    if (!how || (exceptOwn && right.person_id === scene.actor.person)) continue
    await unit.facts.change('authorisation', right, by, instant(Math.max(unit.now, right.valid_from)), how.until)
    kept++
  }
  return kept
}

/** X16: the holder keeps what their stand-in granted: it does not end with the stand-in. */
export const keepGrants = operation({
  code: 'keep-grants-of-stand-in',
  effect: 'gives',
  actors: ['holder'],
  scope: 'enterprise',
  event: 'grants-of-stand-in-kept',
  input: z.strictObject({ standIn: fields.reference, until: fields.period.until }),
  async run(unit, scene, input) {
    const where = { enterprise_id: scene.enterprise }
    const [standIn] = await unit.facts.find('stand_in', { ...where, fact_id: input.standIn }, { at: unit.now })
    if (!standIn || standIn.by_person !== scene.actor.person) return refuse('stand-in-unknown')
    const power = scene.authority.powers.find(({ factId }) => factId === standIn.appointment)
    if (!power) return refuse('outside-your-scope')
    const granted = { ...where, by_basis: standIn.fact_id }
    const services = await unit.facts.find('authorisation', granted, { since: unit.now })
    const codes = new Set(services.map(({ service }) => service))
    const known = [...codes].flatMap((code) => unit.catalogue.services.get(code) ?? [])
    const level = levelToGive(unit.catalogue, known)
    if (scene.actor.level < level) return refuse('level-too-low', level)
    const period = periodOf(unit, input)
    if ('allowed' in period) return period
    const exceptOwn = power.limited === true
    const keeping = { standIn, end: standIn.valid_until ?? standIn.ends_at, wanted: period.until, exceptOwn }
    const users = await keepMemberships(unit, scene, keeping)
    const kept = users + (await keepServices(unit, scene, keeping))
    if (kept === 0) return refuse('nothing-to-keep')
    const [office] = await unit.facts.find('appointment', { ...where, fact_id: standIn.appointment }, { at: unit.now })
    const details = {
      ...(office ? { office: office.office, scope: office.scope } : {}),
      ...(input.until === undefined ? {} : { until: input.until }),
    }
    return {
      allowed: true,
      basis: power.factId,
      subject: standIn.person_id,
      details,
      notices: [{ receiver: standIn.person_id, kind: 'grants-kept', weight: 'office', details }],
      result: {},
    }
  },
})
