import { factsOf, holdsAt } from '#database'
import { decisionMoment, factsByEnterprise } from '#decisions'
import { assuranceLevels, isoOf, type Instant } from '#kernel'
import { authorityAt, type PairFacts } from '#rights'
import { z } from 'zod'
import type { AdministrationDeps, Call, Endpoint } from './endpoint.ts'
import { enterpriseNumberField, maskedNumberField, momentField, uuidField } from './fields.ts'
import { maskedNumbersOf } from './view.ts'

const ranked = z.strictObject({ rank: z.string(), scope: z.string() })
const me = z.strictObject({
  person: uuidField,
  givenName: z.string().nullable(),
  familyName: z.string().nullable(),
  nationalNumber: maskedNumberField,
  level: z.literal([...assuranceLevels]),
  key: z.string(),
  enterprises: z.array(
    z.strictObject({
      enterpriseNumber: enterpriseNumberField,
      name: z.string(),
      powers: z.array(ranked),
      groups: z.array(z.string()),
    }),
  ),
  tasks: z.array(
    z.strictObject({
      task: z.enum(['accept-appointment', 'accept-stand-in']),
      enterpriseNumber: enterpriseNumberField,
      enterpriseName: z.string(),
      /** The appointment to accept, or that of whoever asks for a stand-in. */
      appointment: uuidField,
      standIn: uuidField.nullable(),
      office: z.string(),
      scope: z.string(),
      lapsesAt: momentField.nullable(),
    }),
  ),
})

/** What somebody has not answered yet in an enterprise: appointments, and requests to stand in. */
function waitingIn({ appointments, standIns, stoodInFor }: PairFacts, now: Instant) {
  const lapse = ({ valid_until }: { valid_until: Instant | null }) => (valid_until === null ? null : isoOf(valid_until))
  const appointed = appointments
    .filter((fact) => holdsAt(fact, now) && fact.state === 'awaiting-activation')
    .map((fact) => ({
      task: 'accept-appointment' as const,
      appointment: fact.fact_id,
      standIn: null,
      office: fact.office,
      scope: fact.scope,
      lapsesAt: lapse(fact),
    }))
  const asked = standIns
    .filter((fact) => holdsAt(fact, now) && fact.state === 'proposed')
    .flatMap((fact) => {
      const office = stoodInFor.find((one) => one.fact_id === fact.appointment && holdsAt(one, now))
      if (!office) return []
      const of = { appointment: office.fact_id, office: office.office, scope: office.scope }
      return [{ task: 'accept-stand-in' as const, ...of, standIn: fact.fact_id, lapsesAt: lapse(fact) }]
    })
  return [...appointed, ...asked]
}

/** Who the caller is, for whom they may act, and what waits for them. */
async function showMe(deps: AdministrationDeps, { caller }: Call) {
  return deps.inSnapshot(async (reader) => {
    const now = await decisionMoment({ reader, clock: deps.clock })
    const catalogue = deps.catalogue()
    const everywhere = [...(await factsByEnterprise(factsOf(reader), caller.person.id)).values()]
    const known = everywhere.flatMap((facts) => {
      const record = facts.records.find((fact) => holdsAt(fact, now))
      const authority = authorityAt(catalogue, facts, now)
      return record && authority.known ? [{ record, facts, authority }] : []
    })
    known.sort((one, other) => (one.record.number < other.record.number ? -1 : 1))
    const masked = await maskedNumbersOf(deps, reader, [caller.person.id])
    const body: z.infer<typeof me> = {
      person: caller.person.id,
      givenName: caller.person.givenName,
      familyName: caller.person.familyName,
      nationalNumber: masked(caller.person.id),
      level: caller.level,
      key: caller.key,
      enterprises: known.map(({ record, facts, authority }) => ({
        enterpriseNumber: record.number,
        name: record.name,
        powers: authority.powers.map(({ rank, scope }) => ({ rank, scope })),
        groups: facts.memberships.filter((fact) => holdsAt(fact, now)).map(({ capacity }) => capacity),
      })),
      tasks: known.flatMap(({ record, facts }) => {
        const enterprise = { enterpriseNumber: record.number, enterpriseName: record.name }
        return waitingIn(facts, now).map((waits) => ({ ...enterprise, ...waits }))
      }),
    }
    return { kind: 'json', body } as const
  })
}

export const ownReads: readonly Endpoint[] = [
  {
    operationId: 'showMe',
    method: 'GET',
    path: '/me',
    summary: 'The caller: for whom they may act, and what waits for them',
    tag: 'me',
    access: { actors: 'signed-in', scope: 'own', level: null },
    audit: null,
    parameters: z.object({}),
    query: z.strictObject({}),
    body: null,
    status: 200,
    result: me,
    refusals: [],
    handle: showMe,
  },
]
