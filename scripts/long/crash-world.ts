import { createHash } from 'node:crypto'
import { recordEntry } from '#audit'
import { factWriter, inTransaction, type Store } from '#database'
import { instant, type Clock, type NewId } from '#kernel'
import type { PerformDeps } from '#operations'
import { bothCatalogues } from '../../test/histories/catalogues.ts'
import { testKeys, writePeople } from '../../test/histories/on-store.ts'
import { enterpriseId, personId, uuid, writeGiven, type Asked } from '../../test/histories/product.ts'

const yesterday = Date.now() - 86_400_000

/** Foreseeable bytes, so that writers of all lives have the same keys. */
function steadyBytes(): (size: number) => Uint8Array {
  let drawn = 0
  return (size) => new Uint8Array(createHash('shake256', { outputLength: size }).update(`${drawn++}`).digest())
}

/** Ids of one life; the lives of writers differ in `life`. */
export function newIdFrom(life: number): NewId {
  let count = 0
  return () => uuid(`x${life}${String(++count).padStart(7, '0')}`.slice(0, 13))
}

/** What a writer of that life needs. */
export async function depsOn(store: Store, life: number): Promise<PerformDeps> {
  const { catalogues } = await bothCatalogues()
  const clock: Clock = { now: () => instant(Date.now()) }
  const bytes = steadyBytes()
  const keys = testKeys(bytes)
  return { store, catalogue: () => catalogues.small, keys, clock, newId: newIdFrom(life), random: bytes }
}

/** An enterprise with a chief and a group. */
export async function prepare(store: Store): Promise<void> {
  const now = instant(yesterday)
  const newId = newIdFrom(8)
  const { keys, random } = await depsOn(store, 8)
  await inTransaction(store, async (trx) => {
    await writePeople(trx, keys, { persons: ['p0', 'p1'], enterprises: ['e0'] })
    const facts = factWriter(trx, { now, newId })
    const of = { enterprise: 'e0', from: yesterday, until: null }
    const register = {
      what: 'record' as const,
      ceased: false,
      situation: 'normal',
      legalForm: 'company',
      rszNumber: true,
    }
    await writeGiven(facts, { ...register, ...of }, new Map())
    const enterprise_id = enterpriseId('e0')
    const by = { by_person: personId('p0'), by_basis: uuid('x0') }
    const period = { from: now, until: null }
    await facts.record('account', { enterprise_id, state: 'active', ebox: true, ...by }, period)
    const chief = {
      office: 'chief-access-manager' as const,
      scope: '',
      person_id: personId('p1'),
      state: 'active' as const,
    }
    const seat = { ...chief, ground: 'employee' as const, term_until: null, waits_for: null, begins_at: null }
    await facts.record('appointment', { enterprise_id, ...seat, ...by }, period)
    await facts.record('domain_activation', { enterprise_id, domain: 'alpha', ...by }, period)
    await facts.record('capacity_activation', { enterprise_id, domain: 'alpha', capacity: 'plain', ...by }, period)
    await recordEntry(trx, { event: 'facts-set', via: 'cli', facts: [], details: {} }, { now, newId, random })
  })
}

const group = { enterprise: 'e0', actor: 'p1', level: 500, now: 0, capacity: 'plain' }

/** What the writer does with each person, one operation after the other. */
export const deeds = (person: string): Asked[] => [
  { ...group, code: 'create-user', person, services: ['files', 'box'] },
  { ...group, code: 'give-service', person, service: 'contact' },
  { ...group, code: 'block-user', person },
  { ...group, code: 'withdraw-service', person, service: 'files' },
]
