import type { Fact } from '#database'
import { dayText, lastDayText, personNames } from '#enterprises'
import type { OperationContext, PageDeps } from '#operations'
import { appointmentOf } from '../../queries.ts'
import { standInOf } from '../../stand-in.queries.ts'
import { appointmentTexts } from '../../texts/index.ts'
import { officeText } from '../wording.ts'

/** A stand-in with the names and days that its pages say. */
export interface StoodIn {
  readonly fact: Fact<'stand_in'>
  readonly office: Fact<'appointment'>
  readonly officeName: string
  readonly name: string
  readonly holder: string
  /** The first day, where it is a later one. */
  readonly first: string | null
  readonly last: string
}

/** The stand-in that the address names; null where there is none. */
export async function stoodIn(deps: PageDeps, context: OperationContext): Promise<StoodIn | null> {
  const { view, language, params } = context
  const { reader } = deps.store
  const fact = await standInOf(reader, view, params['standIn'] ?? '')
  const office = fact && (await appointmentOf(reader, view, fact.appointment))
  if (!office) return null
  const nameOf = await personNames(reader, view.enterprise, [fact.person_id, fact.by_person])
  const { unnamed } = appointmentTexts[language]
  return {
    fact,
    office,
    officeName: officeText(view.catalogue, language, office),
    name: nameOf(fact.person_id) ?? unnamed,
    holder: nameOf(fact.by_person) ?? unnamed,
    first: fact.begins_at > view.now ? dayText(view, language, fact.begins_at) : null,
    last: lastDayText(view, language, fact.state === 'active' ? (fact.valid_until ?? fact.ends_at) : fact.ends_at),
  }
}
