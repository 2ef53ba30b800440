import { factsOf } from '#database'
import { clientKeyOf, subjectOf } from '#keys'
import { findPersonByNationalNumber } from '#people'
import { recordByNumber, recordsOf } from '#register'
import type { PersonId } from '#kernel'
import type { House } from '../house.ts'
import { trialClient } from './client.ts'

type Office = { enterprise: string; office: string; scope: string; state: string; appointment: string }
type User = { enterprise: string; capacity: string; services: string[] }

/** The fictional world as programs want it; the names of the fields are part of the command's interface. */
export interface TrialWorld {
  readonly base_url: string
  readonly client_token: string
  readonly enterprises: readonly { number: string; name: string }[]
  readonly persons: readonly {
    id: PersonId
    national_number: string
    name: string
    subject: string
    offices: Office[]
    users: User[]
  }[]
  readonly services: readonly string[]
}

async function tiesOf(house: House, person: PersonId): Promise<{ offices: Office[]; users: User[] }> {
  const { reader } = house.store
  const at = house.clock.now()
  const facts = factsOf(reader)
  const appointments = await facts.find('appointment', { person_id: person }, { at })
  const memberships = await facts.find('membership', { person_id: person }, { at })
  const authorisations = await facts.find('authorisation', { person_id: person }, { at })
  const enterprises = [...appointments, ...memberships].map((fact) => fact.enterprise_id)
  const records = await recordsOf(reader, enterprises, at)
  const number = (id: (typeof enterprises)[number]) => records.get(id)?.number ?? ''
  return {
    offices: appointments.map(({ enterprise_id, office, scope, state, fact_id }) => ({
      enterprise: number(enterprise_id),
      office,
      scope,
      state,
      appointment: fact_id,
    })),
    users: memberships.map(({ enterprise_id, capacity, fact_id }) => ({
      enterprise: number(enterprise_id),
      capacity,
      services: authorisations.filter((given) => given.membership_id === fact_id).map(({ service }) => service),
    })),
  }
}

/** Describes what the store holds of the fictional world, which may have grown since it was filled; null when it holds nobody of it. */
export async function describeTrialWorld(house: House): Promise<TrialWorld | null> {
  const { settings, store, keys } = house
  const client = await trialClient(house, settings.dataDir)
  const clientKey = clientKeyOf(house.secrets.subject, client.id)
  const persons: TrialWorld['persons'][number][] = []
  for (const { nationalNumber, givenName, familyName } of house.world.persons) {
    const id = await findPersonByNationalNumber(store.reader, keys, nationalNumber)
    if (id === null) continue
    persons.push({
      id,
      national_number: nationalNumber,
      name: `${givenName} ${familyName}`,
      subject: subjectOf(clientKey, id),
      ...(await tiesOf(house, id)),
    })
  }
  if (persons.length === 0) return null
  const known = await Promise.all(
    house.world.enterprises.map(async (one) => ({
      one,
      record: await recordByNumber(store.reader, one.number, house.clock.now()),
    })),
  )
  return {
    base_url: settings.publicUrl,
    client_token: client.token,
    enterprises: known.flatMap(({ one: { number, name }, record }) => (record ? [{ number, name }] : [])),
    persons,
    services: [...house.catalogue().services.keys()],
  }
}
