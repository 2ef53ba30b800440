import type { Fact } from '#database'
import { instant } from '#kernel'
import { fields, operation, refuse, type NoticeDraft, type Refused, type Scene, type Unit } from '#operations'
import { z } from 'zod'
import { mayAnswerToStandIn } from '../rules.ts'
import { appointmentNow } from '../seat.ts'
import { endStandIn, standInNow } from '../stand-in.ts'
import { officeAbove } from './concerned.ts'
import { standInDetails } from './propose-stand-in.ts'

const named = z.strictObject({ standIn: fields.reference })

interface Asked {
  readonly standIn: Fact<'stand_in'>
  readonly office: Fact<'appointment'>
}

/** A30: what the actor was asked, and the office that it is for. */
async function askedOf(unit: Unit, scene: Scene, reference: string): Promise<Refused | Asked> {
  const standIn = await standInNow(unit, scene.enterprise, reference)
  const ruling = mayAnswerToStandIn({ actor: scene.actor.person, standIn })
  if (!ruling.allowed) return ruling
  const office = standIn && (await appointmentNow(unit, scene.enterprise, standIn.appointment))
  return standIn && office ? { standIn, office } : refuse('stand-in-unknown')
}

/** A30: whoever was asked accepts, at the level that the office asks, and stands in from now or from the first day. */
export const acceptStandIn = operation({
  code: 'accept-stand-in',
  effect: 'gives',
  actors: ['appointee'],
  scope: 'enterprise',
  event: 'stand-in-accepted',
  input: named,
  async run(unit, scene, input) {
    const asked = await askedOf(unit, scene, input.standIn)
    if ('allowed' in asked) return asked
    const { standIn, office } = asked
    const level = unit.catalogue.offices[office.office].activationLevel
    if (scene.actor.level < level) return refuse('level-too-low', level)
    if (await unit.isNamedOtherwise(scene.enterprise, scene.actor.person)) return refuse('named-otherwise')
    await unit.facts.end('stand_in', standIn, unit.now)
    const begins = instant(Math.max(unit.now, standIn.begins_at))
    if (begins > unit.now) {
      const accepted = { ...standIn, state: 'accepted' } as const
      await unit.facts.record('stand_in', accepted, { from: unit.now, until: begins }, standIn.fact_id)
    }
    const active = { ...standIn, state: 'active' } as const
    await unit.facts.record('stand_in', active, { from: begins, until: standIn.ends_at }, standIn.fact_id)
    const details = standInDetails(unit, office, standIn)
    const above = await officeAbove(unit, scene, office, 'stand-in-accepted-below', details)
    const notices: NoticeDraft[] = [
      { receiver: standIn.by_person, kind: 'stand-in-accepted', weight: 'office', details },
      ...above,
    ]
    return { allowed: true, basis: standIn.fact_id, subject: standIn.by_person, details, notices, result: {} }
  },
})

/** A30: whoever was asked declines; the holder and the office above are told. */
export const declineStandIn = operation({
  code: 'decline-stand-in',
  effect: 'takes',
  actors: ['appointee'],
  scope: 'enterprise',
  event: 'stand-in-declined',
  input: named,
  async run(unit, scene, input) {
    const asked = await askedOf(unit, scene, input.standIn)
    if ('allowed' in asked) return asked
    const { standIn, office } = asked
    await endStandIn(unit, standIn, unit.now)
    const details = { office: office.office, scope: office.scope }
    const above = await officeAbove(unit, scene, office, 'stand-in-declined', details)
    const notices: NoticeDraft[] = [
      { receiver: standIn.by_person, kind: 'stand-in-declined', weight: 'office', details },
      ...above,
    ]
    return { allowed: true, basis: standIn.fact_id, subject: standIn.by_person, details, notices, result: {} }
  },
})
