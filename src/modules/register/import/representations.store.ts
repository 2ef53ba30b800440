import { factsOf, factWriter, type Fact, type Transaction } from '#database'
import type { EnterpriseId, Instant, NewId, PersonId } from '#kernel'

/** A legal function as the register tells it, its people and enterprises found. */
export interface HeldFunction {
  readonly person: PersonId
  /** The enterprise that holds the function through this person. */
  readonly holder: EnterpriseId | null
  readonly functionCode: string
  readonly power: 'alone' | 'jointly' | 'unknown'
  readonly from: Instant
  readonly until: Instant | null
  readonly endReason: string | null
}

type Representation = Fact<'representation'>

const isOf = (fact: Representation, held: HeldFunction): boolean =>
  fact.person_id === held.person &&
  fact.holder_enterprise_id === held.holder &&
  fact.function_code === held.functionCode &&
  fact.valid_from === held.from

const saysSame = (fact: Representation, held: HeldFunction): boolean =>
  fact.power === held.power && fact.valid_until === held.until && fact.end_reason === held.endReason

/** What has to be written so that the facts say what the register says, and no more than that. */
export interface RepresentationPlan {
  readonly record: readonly HeldFunction[]
  readonly rewrite: readonly { fact: Representation; held: HeldFunction }[]
  readonly end: readonly Representation[]
}

/** G8: a function that the register tells otherwise is rewritten as the same fact; one that it no longer tells ends from `at`. */
export function planRepresentations(
  facts: readonly Representation[],
  held: readonly HeldFunction[],
  at: Instant,
): RepresentationPlan {
  const left = new Set(facts)
  const record: HeldFunction[] = []
  const rewrite: { fact: Representation; held: HeldFunction }[] = []
  for (const one of held) {
    const fact = [...left].find((candidate) => isOf(candidate, one))
    if (!fact) record.push(one)
    else {
      left.delete(fact)
      if (!saysSame(fact, one)) rewrite.push({ fact, held: one })
    }
  }
  return { record, rewrite, end: [...left].filter((fact) => fact.valid_until === null || fact.valid_until > at) }
}

/** Makes the enterprise's representations what the register says; answers with how many facts were written or ended. */
export async function applyRepresentations(
  trx: Transaction,
  enterprise: EnterpriseId,
  held: readonly HeldFunction[],
  at: Instant,
  ports: { now: Instant; newId: NewId },
): Promise<number> {
  const standing = await factsOf(trx).find('representation', { enterprise_id: enterprise })
  const plan = planRepresentations(standing, held, at)
  const facts = factWriter(trx, ports)
  const bodyOf = (one: HeldFunction) => ({
    enterprise_id: enterprise,
    person_id: one.person,
    holder_enterprise_id: one.holder,
    function_code: one.functionCode,
    power: one.power,
    end_reason: one.endReason,
  })
  for (const { fact, held: one } of plan.rewrite) {
    await facts.end('representation', fact, fact.valid_from)
    await facts.record('representation', bodyOf(one), { from: one.from, until: one.until }, fact.fact_id)
  }
  for (const fact of plan.end) await facts.end('representation', fact, at)
  for (const one of plan.record) {
    await facts.record('representation', bodyOf(one), { from: one.from, until: one.until })
  }
  return plan.rewrite.length + plan.end.length + plan.record.length
}
