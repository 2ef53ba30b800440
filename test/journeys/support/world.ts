import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Hand } from './hand.ts'
import type { TrialServer } from './server.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** The fictional world as programs are told of it. */
export interface ToldWorld {
  readonly client_token: string
  readonly enterprises: readonly { number: string; name: string }[]
  readonly persons: readonly {
    id: string
    national_number: string
    name: string
    subject: string
    offices: { enterprise: string; office: string; scope: string; state: string; appointment: string }[]
  }[]
}

export type ToldPerson = ToldWorld['persons'][number]

/** Asks the running trial by its own command, as an integrator would. */
export async function worldOf(server: TrialServer): Promise<ToldWorld> {
  const args = ['bin/claviger.mjs', 'trial-world', '--json']
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root, env: server.env })
  return JSON.parse(stdout) as ToldWorld
}

export function personIn(world: ToldWorld, name: string): ToldPerson {
  const found = world.persons.find((person) => person.name === name)
  assert.ok(found, `${name} is a person of the trial`)
  return found
}

export function numberIn(world: ToldWorld, name: string): string {
  const found = world.enterprises.find((enterprise) => enterprise.name === name)
  assert.ok(found, `${name} is an enterprise of the trial`)
  return found.number
}

/** Types somebody into the form on the page: the number, and the name as the identity card has it. */
export async function typePerson(hand: Hand, person: Pick<ToldPerson, 'name' | 'national_number'>): Promise<void> {
  const [givenName = '', ...family] = person.name.split(' ')
  await hand.fill('nationalNumber', person.national_number)
  await hand.fill('givenName', givenName)
  await hand.fill('familyName', family.join(' '))
}

/** Types a day so many days from now into the boxes of a form. */
export async function fillDay(hand: Hand, name: string, days: number): Promise<void> {
  const [year = '', month = '', day = ''] = new Date(Date.now() + days * 86_400_000)
    .toISOString()
    .slice(0, 10)
    .split('-')
  await hand.fill(`${name}-day`, day)
  await hand.fill(`${name}-month`, month)
  await hand.fill(`${name}-year`, year)
}

export interface Told {
  readonly decision: boolean
  readonly context: {
    readonly reason?: string
    readonly capacities?: readonly string[]
    readonly chain?: readonly unknown[]
  }
}

/** Asks as an online service asks: may this person use this service for this enterprise, signed in at this level? */
export async function ask(
  server: TrialServer,
  token: string,
  question: { subject: string; enterprise: string; service: string; level: number },
): Promise<Told> {
  const response = await fetch(`${server.url}/access/v1/evaluation`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      subject: { type: 'person', id: question.subject },
      action: { name: question.service },
      resource: { type: 'enterprise', id: question.enterprise },
      context: { assurance_level: question.level },
    }),
  })
  assert.equal(response.status, 200, 'the decision endpoint answers')
  return (await response.json()) as Told
}
