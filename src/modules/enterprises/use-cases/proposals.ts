import { fields, operation, proposals, refuse, type Done, type Refused, type Scene, type Unit } from '#operations'
import { z } from 'zod'
import { liftStop } from './emergency-stop.ts'
import { confirmJointly, representativesAt, tellOthers, waitingNamed } from './joint.ts'
import { registerNow } from './register-enterprise.ts'

const named = z.strictObject({ proposal: fields.reference })

/** What the confirmed proposal leads to, judged anew: the enterprise is what it is now, not what it was then. */
function carryOut(unit: Unit, scene: Scene, what: string, basis: string): Promise<Refused | Done<object>> {
  return what === 'register' ? registerNow(unit, scene, basis) : liftStop(unit, scene, basis)
}

/** E17: another representative confirms that the enterprise is registered, or that its stop is lifted. */
export const confirmProposal = operation({
  code: 'confirm-proposal',
  effect: 'gives',
  actors: ['legal-representative'],
  scope: 'enterprise',
  beforeRegistration: true,
  event: 'proposal-confirmed',
  input: named,
  async run(unit, scene, input) {
    const confirmed = await confirmJointly(unit, scene, input.proposal, ['register', 'lift-stop'])
    if (!confirmed.allowed) return confirmed
    const { proposal, basis } = confirmed
    const done = await carryOut(unit, scene, proposal.what, basis)
    if (!done.allowed) return done
    const toldAlready = new Set(confirmed.notices.map(({ receiver }) => receiver))
    return {
      ...done,
      subject: proposal.by_person,
      details: { what: proposal.what },
      notices: [...confirmed.notices, ...done.notices.filter(({ receiver }) => !toldAlready.has(receiver))],
      result: {},
    }
  },
})

/** E17: any representative withdraws what waits for another, the proposer too. */
export const withdrawProposal = operation({
  code: 'withdraw-proposal',
  effect: 'takes',
  actors: ['legal-representative'],
  scope: 'enterprise',
  beforeRegistration: true,
  event: 'proposal-withdrawn',
  input: named,
  async run(unit, scene, input) {
    const [representation] = scene.authority.representations
    if (!representation) return refuse('not-legal-representative')
    const proposal = await waitingNamed(unit, scene, input.proposal, ['register', 'lift-stop', 'appoint-chief'])
    if (!proposal) return refuse('proposal-unknown')
    await proposals.withdraw(unit, proposal)
    const { what, by_person } = proposal
    const able = await representativesAt(unit.facts, unit.catalogue, scene.record, unit.now)
    return {
      allowed: true,
      basis: representation.fact_id,
      subject: by_person,
      details: { what },
      notices: tellOthers(able, scene, { kind: 'proposal-withdrawn', weight: 'office', details: { what } }),
      result: {},
    }
  },
})
