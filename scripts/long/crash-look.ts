import { factsOf, type Store } from '#database'
import { enterpriseId } from '../../test/histories/product.ts'

/** What the writer said on its standard output after the commit. */
export interface Acknowledged {
  code: string
  number: number
  /** The person's id. */
  person: string
  revision: string
  /** The audit entry. */
  reference: string
}

type Changed = { kind: string; rowId: string; change: string }

/** What is missing of the acknowledged, and what is half-written. */
export async function lookFor(store: Store, acknowledged: readonly Acknowledged[]): Promise<string[]> {
  const entries = await store.reader.selectFrom('audit_entry').select(['id', 'body']).execute()
  const bodies = new Map(
    entries.map(({ id, body }) => [id, JSON.parse(Buffer.from(body).toString()) as { facts: Changed[] }]),
  )
  const facts = factsOf(store.reader)
  const where = { enterprise_id: enterpriseId('e0') }
  // As it is believed now: a service that was withdrawn has an end.
  const memberships = await facts.find('membership', where)
  const authorisations = await facts.find('authorisation', where)
  const blocks = await facts.find('block', where)
  const wrong: string[] = []
  const given = new Set(
    authorisations.map((one) => `${one.person_id} ${one.service} ${one.valid_until === null ? 'open' : 'ended'}`),
  )
  const members = new Set<string>(memberships.map((one) => one.person_id))
  const blocked = new Set<string>(blocks.map((one) => one.person_id))
  for (const { code, number, person, reference } of acknowledged) {
    const there = {
      'create-user': members.has(person) && given.has(`${person} box open`),
      'give-service': given.has(`${person} contact open`),
      'block-user': blocked.has(person),
      'withdraw-service': !given.has(`${person} files open`),
    }[code]
    if (!there) wrong.push(`${code} of ${number} was acknowledged and is not there`)
    if (!bodies.has(reference)) wrong.push(`${code} of ${number} was acknowledged and has no audit entry`)
  }

  const rows = new Set<string>()
  for (const table of ['membership', 'authorisation', 'block'] as const)
    for (const { row_id } of await store.reader.selectFrom(table).select('row_id').execute()) rows.add(row_id)
  const recorded = [...bodies.values()].flatMap((body) => body.facts).filter(({ change }) => change === 'recorded')
  for (const { rowId, kind } of recorded)
    if (!rows.has(rowId)) wrong.push(`an audit entry tells of a ${kind} that is not there`)
  const told = new Set(recorded.map(({ rowId }) => rowId))
  const begun = [...memberships, ...blocks].filter(({ row_id }) => !told.has(row_id))
  for (const { row_id } of begun) wrong.push(`the fact ${row_id} has no audit entry`)
  // Created with two services, or not at all; what is withdrawn in the moment in which it was given leaves no row.
  for (const { fact_id } of memberships) {
    const count = new Set(authorisations.filter((one) => one.membership_id === fact_id).map(({ service }) => service))
      .size
    if (count < 1 || count > 3) wrong.push(`the membership ${fact_id} has ${count} services`)
  }
  return wrong
}
