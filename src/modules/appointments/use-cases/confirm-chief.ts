import type { Fact } from '#database'
import { joint } from '#enterprises'
import { fields, operation, refuse, type NoticeDraft, type Scene, type Unit } from '#operations'
import { pairFacts, standing } from '#rights'
import { z } from 'zod'
import { appointmentNow, isSeated } from '../seat.ts'
import { appoint } from './appoint.ts'
import { officeAbove } from './concerned.ts'
import { proposedChief } from './propose-chief.ts'
import { undoOfOffice } from '../undo-rules.ts'

/** A2: another representative confirms the chief, who is then appointed by them, as all is at that moment. */
export const confirmChiefProposal = operation({
  code: 'confirm-chief-proposal',
  effect: 'gives',
  actors: ['legal-representative'],
  scope: 'enterprise',
  event: 'chief-appointed',
  undo: undoOfOffice,
  input: z.strictObject({ proposal: fields.reference }),
  async run(unit, scene, input) {
    const confirmed = await joint.confirm(unit, scene, input.proposal, ['appoint-chief'])
    if (!confirmed.allowed) return confirmed
    const power = scene.authority.powers.find(({ factId }) => factId === confirmed.basis)
    if (!power) return refuse('not-legal-representative')
    const seat = { enterprise: scene.enterprise, office: 'chief-access-manager', scope: '' } as const
    const done = await appoint(unit, scene, seat, power, proposedChief(confirmed.proposal))
    if (!done.allowed) return done
    const notices = [...confirmed.notices, ...done.notices]
    return { ...done, details: { ...done.details, jointly: 'yes' }, notices }
  },
})

const byRegister = (scene: Scene) => scene.authority.powers.find(({ rank }) => rank === 'legal-representative')

/**
 * A27: a representative confirms a chief who was appointed as a legal representative and is one no longer: from now on they hold
 * the office as an employee (R12). The seat does not change hands, so one representative is enough, and the others are told.
 */
export const confirmChief = operation({
  code: 'confirm-chief',
  effect: 'gives',
  actors: ['legal-representative'],
  scope: 'enterprise',
  event: 'chief-confirmed',
  input: z.strictObject({ appointment: fields.reference }),
  async run(unit, scene, input) {
    const power = byRegister(scene)
    if (!power) return refuse('not-legal-representative')
    const found = await appointmentNow(unit, scene.enterprise, input.appointment)
    if (found?.office !== 'chief-access-manager' || found.person_id === null || !isSeated(found))
      return refuse('appointment-unknown')
    const facts = await pairFacts(unit.facts, scene.enterprise, found.person_id)
    if (standing.groundLostSince(unit.catalogue, facts, found, unit.now) === null) return refuse('nothing-to-confirm')
    const by = { by_person: scene.actor.person, by_basis: power.factId }
    await unit.facts.change('appointment', found, { ground: 'employee', ...by }, unit.now)
    const details = { office: found.office, scope: found.scope, ground: 'employee' }
    const above = await officeAbove(unit, scene, found, 'chief-confirmed-below')
    return {
      allowed: true,
      basis: power.factId,
      subject: found.person_id,
      details,
      notices: [{ receiver: found.person_id, kind: 'chief-confirmed', weight: 'office', details }, ...above],
      result: {},
    }
  },
})

/** Everybody whose office was held back, and everybody else who represents the enterprise; whoever acts is not told. */
async function concernedBy(unit: Unit, scene: Scene, since: NonNullable<ReturnType<typeof standing.heldBackSince>>) {
  const where = { enterprise_id: scene.enterprise }
  const offices = await unit.facts.find('appointment', where, { at: unit.now })
  const held = offices.filter((fact) => isSeated(fact) && standing.isHeldBack(since, fact))
  const persons = new Set(held.flatMap(({ person_id }) => (person_id === null ? [] : [person_id])))
  persons.delete(scene.actor.person)
  const holders = [...persons].map((receiver): NoticeDraft => ({
    receiver,
    kind: 'rights-confirmed',
    weight: 'office',
    details: {},
  }))
  const chief: Pick<Fact<'appointment'>, 'office' | 'scope' | 'by_person' | 'person_id'> = {
    office: 'chief-access-manager',
    scope: '',
    by_person: null,
    person_id: null,
  }
  const others = await officeAbove(unit, scene, chief, 'rights-confirmed-below', {})
  return [...holders, ...others.filter(({ receiver }) => !persons.has(receiver))]
}

/** R13: whoever represents the enterprise in its situation confirms what was given before; from now on all of it counts again. */
export const confirmEarlierRights = operation({
  code: 'confirm-earlier-rights',
  effect: 'gives',
  actors: ['legal-representative'],
  scope: 'enterprise',
  event: 'earlier-rights-confirmed',
  input: z.strictObject({}),
  async run(unit, scene) {
    const power = byRegister(scene)
    if (!power) return refuse('not-legal-representative')
    const since = standing.heldBackSince(unit.catalogue, scene.actorFacts, unit.now)
    if (since === null) return refuse('nothing-to-confirm')
    const where = { enterprise_id: scene.enterprise }
    // What was confirmed in an earlier situation says nothing of this one.
    for (const fact of await unit.facts.find('situation_confirmation', where, { since: unit.now }))
      await unit.facts.end('situation_confirmation', fact, unit.now)
    const body = { ...where, by_person: scene.actor.person, by_basis: power.factId }
    await unit.facts.record('situation_confirmation', body, { from: unit.now, until: null })
    const notices = await concernedBy(unit, scene, since)
    return { allowed: true, basis: power.factId, details: {}, notices, result: {} }
  },
})
