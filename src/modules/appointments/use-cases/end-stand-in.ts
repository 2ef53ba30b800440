import type { Fact } from '#database'
import { fields, operation, refuse, type NoticeDraft, type Scene, type Unit } from '#operations'
import { powerOver } from '#rights'
import { z } from 'zod'
import { appointmentNow } from '../seat.ts'
import { endStandIn, standInNow } from '../stand-in.ts'
import { officeAbove } from './concerned.ts'

/** A32: the fact by which the actor ends the stand-in: the office stood in for, the stand-in, or what may withdraw the office. */
function basisOf(unit: Unit, scene: Scene, standIn: Fact<'stand_in'>, office: Fact<'appointment'>): string | undefined {
  const { person } = scene.actor
  if (office.person_id === person) return office.fact_id
  if (standIn.person_id === person) return standIn.fact_id
  const { withdrawnBy } = unit.catalogue.offices[office.office]
  const by = ['legal-representative' as const, ...withdrawnBy]
  return powerOver(scene.authority, unit.catalogue, office, by, { standIns: true })?.factId
}

/** A32: the holder, the stand-in, or the office above ends it, asked, planned or under way. */
export const endStandInNow = operation({
  code: 'end-stand-in',
  effect: 'takes',
  actors: [
    'holder',
    'appointee',
    'legal-representative',
    'chief-access-manager',
    'co-chief-access-manager',
    'access-manager',
  ],
  scope: 'domain',
  event: 'stand-in-ended',
  input: z.strictObject({ standIn: fields.reference }),
  async run(unit, scene, input) {
    const standIn = await standInNow(unit, scene.enterprise, input.standIn)
    const office = standIn && (await appointmentNow(unit, scene.enterprise, standIn.appointment))
    const own = [standIn?.person_id, office?.person_id].includes(scene.actor.person)
    if (!own && scene.authority.powers.length === 0) return refuse('outside-your-scope')
    if (!standIn || !office) return refuse('stand-in-unknown')
    const basis = basisOf(unit, scene, standIn, office)
    if (basis === undefined) return refuse('outside-your-scope')
    await endStandIn(unit, standIn, unit.now)
    const details = { office: office.office, scope: office.scope }
    const told = [standIn.person_id, standIn.by_person].filter((person) => person !== scene.actor.person)
    const above = await officeAbove(unit, scene, office, 'stand-in-ended-below')
    const notices: NoticeDraft[] = [
      ...told.map((receiver) => ({ receiver, kind: 'stand-in-ended', weight: 'office' as const, details })),
      ...above.filter(({ receiver }) => !told.includes(receiver)),
    ]
    return { allowed: true, basis, subject: standIn.person_id, details, notices, result: {} }
  },
})
