import type { Catalogue } from '#catalogue'
import { factsOf, type Fact, type FactReader, type Reader } from '#database'
import { decisionMoment } from '#decisions'
import type { ApiAnswer } from '#http'
import {
  enterpriseNumberFormat,
  maskNationalNumber,
  maskNationalNumbers,
  type EnterpriseId,
  type EnterpriseNumber,
  type Instant,
  type Language,
  type PersonId,
} from '#kernel'
import { displayName, knownAsMany, nationalNumbersOf, personsByIds } from '#people'
import { recordByNumber } from '#register'
import {
  authorityAt,
  domainPower,
  enterprisePower,
  groupPower,
  pairFacts,
  type Authority,
  type PairFacts,
} from '#rights'
import type { AdministrationDeps, Call } from './endpoint.ts'
import { languageOf, refusalAnswer } from './problems.ts'

/** An enterprise as one person may see it, in one view of the store. */
export interface View {
  readonly reader: Reader
  readonly facts: FactReader
  readonly catalogue: Catalogue
  readonly now: Instant
  readonly enterprise: EnterpriseId
  readonly number: EnterpriseNumber
  readonly record: Fact<'enterprise_record'>
  readonly person: PersonId
  readonly own: PairFacts
  readonly authority: Authority
  readonly language: Language
}

const nowhere = '00000000-0000-0000-0000-000000000000' as EnterpriseId

async function viewOf(deps: AdministrationDeps, { request, caller, path }: Call, reader: Reader): Promise<View | null> {
  const catalogue = deps.catalogue()
  const number = enterpriseNumberFormat(catalogue.meta.enterpriseNumberFormat).parse(String(path['enterpriseNumber']))
  if (!number.ok) return null
  const now = await decisionMoment({ reader, clock: deps.clock })
  const record = await recordByNumber(reader, number.value, now)
  const facts = factsOf(reader)
  const person = caller.person.id
  // Of an unknown number as much is read as of a known one (I4).
  const own = await pairFacts(facts, record?.enterprise_id ?? nowhere, person)
  const authority = authorityAt(catalogue, own, now)
  if (!record || !authority.known) return null
  const enterprise = record.enterprise_id
  const language = languageOf(request)
  return { reader, facts, catalogue, now, enterprise, number: number.value, record, person, own, authority, language }
}

/** Shows something of the enterprise of the address; to whoever is nothing to it, as if it did not exist (I4). */
export function look(deps: AdministrationDeps, call: Call, show: (view: View) => Promise<unknown>): Promise<ApiAnswer> {
  return deps.inSnapshot(async (reader) => {
    const view = await viewOf(deps, call, reader)
    if (!view) return { kind: 'not-found' }
    const shown = await show(view)
    if (shown instanceof Hidden) {
      return refusalAnswer(call.request, view.catalogue, { allowed: false, reason: shown.reason })
    }
    return { kind: 'json', body: shown }
  })
}

/** What `show` answers instead, where it may not be seen or is not there. */
export class Hidden {
  readonly reason: 'outside-your-scope' | 'user-unknown'

  constructor(reason: Hidden['reason']) {
    this.reason = reason
  }
}

/** A legal representative sees everything in the enterprise; so do the chief and co-chiefs (product.md, Offices). */
export function seesAll({ authority }: View): boolean {
  return authority.representations.length > 0 || enterprisePower(authority) !== undefined
}

export function seesGroup(view: View, capacity: string): boolean {
  return seesAll(view) || groupPower(view.authority, view.catalogue, capacity) !== undefined
}

export function seesDomain(view: View, domain: string): boolean {
  return seesAll(view) || domainPower(view.authority, domain) !== undefined
}

/** How to write persons: the name that the enterprise gave goes first, so that a number shows nobody's name. */
export async function namesIn(view: View, persons: readonly PersonId[]): Promise<(id: PersonId) => string | null> {
  const ids = [...new Set(persons)]
  const [byId, known] = [await personsByIds(view.reader, ids), await knownAsMany(view.reader, view.enterprise, ids)]
  return (id) => {
    const name = displayName(byId.get(id) ?? null, known.get(id) ?? null)
    return name === null ? null : maskNationalNumbers(name)
  }
}

/** Masked, never whole (product.md, Who a number is). */
export async function maskedNumbersOf(deps: AdministrationDeps, reader: Reader, persons: readonly PersonId[]) {
  const numbers = await nationalNumbersOf(reader, deps.keys, [...new Set(persons)])
  return (id: PersonId): string | null => {
    const number = numbers.get(id)
    return number === undefined ? null : maskNationalNumber(number)
  }
}
