import type { Fact, FactBodies, FactReader } from '#database'
import { addDays, allowed, dayOf, endOfDay, refused, type EnterpriseId, type Instant, type PersonId } from '#kernel'
import type { Ruling } from '#kernel'
import type { Unit } from './operation.ts'

type Proposal = Fact<'proposal'>

/** What is proposed for which enterprise; `subject` is the capacity where one is recognised. */
interface Matter {
  readonly enterprise: EnterpriseId
  readonly what: Proposal['what']
  readonly subject?: string
}

/** How long others have to confirm: days for joint representatives, hours for agents of the desk. */
const jointDays = 30
const deskHours = 72
const hourMs = 60 * 60 * 1000

/** U14: the moment at which a proposal made now lapses: of joint representatives with the end of the thirtieth day, of the desk after 72 hours. */
function lapsesAt({ now, catalogue }: Pick<Unit, 'now' | 'catalogue'>, by: 'representative' | 'desk'): Instant {
  if (by === 'desk') return (now + deskHours * hourMs) as Instant
  const { zone } = catalogue.meta
  return endOfDay(addDays(dayOf(now, zone), jointDays), zone)
}

/** Every proposal of an enterprise that waits at that moment, the oldest first. */
function waiting(facts: FactReader, enterprise: EnterpriseId, at: Instant): Promise<Proposal[]> {
  return facts.find('proposal', { enterprise_id: enterprise, confirmed_by: null }, { at })
}

/** The one that waits for that matter; undefined when none does. */
async function waitingFor(unit: Unit, { enterprise, what, subject = '' }: Matter): Promise<Proposal | undefined> {
  const where = { enterprise_id: enterprise, what, subject, confirmed_by: null }
  const [found] = await unit.facts.find('proposal', where, { at: unit.now })
  return found
}

/** U14: a matter has one waiting proposal at a time. */
async function propose(
  unit: Unit,
  matter: Matter,
  made: Pick<FactBodies['proposal'], 'body' | 'by_person' | 'by_basis'> & { by: 'representative' | 'desk' },
): Promise<{ allowed: true; proposal: Proposal } | { allowed: false; reason: 'proposal-waiting' }> {
  if (await waitingFor(unit, matter)) return { allowed: false, reason: 'proposal-waiting' }
  const { by, ...rest } = made
  const { enterprise, what, subject = '' } = matter
  const proposal = await unit.facts.record(
    'proposal',
    { enterprise_id: enterprise, what, subject, confirmed_by: null, ...rest },
    { from: unit.now, until: lapsesAt(unit, by) },
  )
  return { allowed: true, proposal }
}

/** U13: whoever proposed does not confirm; U14: what waits no longer is not confirmed. */
function mayConfirm(f: {
  proposal: Pick<Proposal, 'by_person' | 'confirmed_by'> | undefined
  actor: PersonId
}): Ruling<'proposal-unknown' | 'own-proposal'> {
  if (!f.proposal || f.proposal.confirmed_by !== null) return refused('proposal-unknown')
  return f.proposal.by_person === f.actor ? refused('own-proposal') : allowed
}

/** The proposal is confirmed and stays written as such; carrying out what it proposes is the operation's. */
function confirm(unit: Unit, proposal: Proposal, by: PersonId): Promise<Proposal> {
  return unit.facts.change('proposal', proposal, { confirmed_by: by }, unit.now, null)
}

/** The proposal waits no longer: it was withdrawn, or what it proposes was done without it. */
function withdraw(unit: Unit, proposal: Proposal): Promise<void> {
  return unit.facts.end('proposal', proposal, unit.now)
}

/** What one person proposes and another has to confirm, within an operation's unit of work. */
export const proposals = { lapsesAt, waiting, waitingFor, propose, mayConfirm, confirm, withdraw }
