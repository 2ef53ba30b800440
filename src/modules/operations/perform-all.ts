import { factsOf, inTransaction, rollback, type Revision, type Transaction } from '#database'
import type { EnterpriseNumber } from '#kernel'
import { afterwards, type Written } from './afterwards.ts'
import { refuse, type Actor, type NoticeDraft, type Operation, type Refused } from './operation.ts'
import { lock, toldBy, under, writeDown, type Looked, type PerformDeps } from './perform.ts'

/** One of several operations that one person asks in one go. */
export interface Call {
  readonly operation: Operation
  readonly input: unknown
}

/** Why each of those that are refused is, by its place among the calls. */
export interface AllRefused {
  readonly allowed: false
  readonly refusals: ReadonlyMap<number, Refused>
}

interface Asked {
  readonly number: EnterpriseNumber
  readonly actor: Actor
  readonly calls: readonly Call[]
}

/**
 * U15: under one lock and in one transaction every operation in its turn, each judged on what those before it did. The first
 * refusal does not stop the others from being judged, so that every error is told at once.
 */
async function inTurn(trx: Transaction, deps: PerformDeps, { number, actor, calls }: Asked) {
  const locked = await lock(trx, deps, number)
  if (!locked) return { allowed: false as const, refusals: new Map([[0, refuse('not-yours')]]) }
  const refusals = new Map<number, Refused>()
  const references: string[] = []
  const notices: NoticeDraft[] = []
  const written: Written[] = []
  for (const [place, { operation, input }] of calls.entries()) {
    const done = await under(trx, deps, locked, { operation, actor, input })
    if (!done.allowed) refusals.set(place, done)
    else {
      references.push(await writeDown(trx, deps, locked, { operation, actor, done }))
      notices.push(...done.notices)
      written.push({ effect: operation.effect, changes: done.changes, persons: done.persons })
    }
  }
  if (refusals.size > 0) return { allowed: false as const, refusals }
  return { allowed: true as const, references, notices, written, locked }
}

/**
 * Several operations carried out and undone: what each is refused for, or the names of those who would be told, and what was seen
 * of the effects, for `effectsAfter`; null where nothing ends or starts.
 */
export async function rehearseAll(
  deps: PerformDeps,
  asked: Asked,
): Promise<
  AllRefused | { readonly allowed: true; readonly told: readonly (string | null)[]; readonly looked: Looked | null }
> {
  const { value } = await inTransaction(deps.store, async (trx) => {
    const all = await inTurn(trx, deps, asked)
    if (!all.allowed) return rollback(all)
    const { enterprise, now } = all.locked
    const about = { enterprise: enterprise.id, actor: asked.actor.person, now }
    const after = await afterwards(factsOf(trx), about, all.written)
    const told = await toldBy(trx, enterprise.id, all.notices)
    return rollback({ allowed: true as const, told, looked: after && { ...about, after } })
  })
  return value
}

/** U15: several operations in one go, all of them or none, with an audit entry each. */
export async function performAll(
  deps: PerformDeps,
  asked: Asked,
): Promise<
  AllRefused | { readonly allowed: true; readonly revision: Revision; readonly references: readonly string[] }
> {
  const { value, revision } = await inTransaction(deps.store, async (trx) => {
    const all = await inTurn(trx, deps, asked)
    return all.allowed ? { allowed: true as const, references: all.references } : rollback(all)
  })
  if (!value.allowed) return value
  if (revision === null) throw new Error('committed operations have a revision')
  return { ...value, revision }
}
