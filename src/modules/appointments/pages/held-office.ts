import type { Fact } from '#database'
import { personNames, seesOffices } from '#enterprises'
import type { OperationContext, PageDeps } from '#operations'
import { appointmentOf } from '../queries.ts'
import { isSeated } from '../seat.ts'
import { appointmentTexts } from '../texts/index.ts'
import { officeText } from './wording.ts'

/** An office with its holder, as a page names them. */
export interface HeldOffice {
  readonly fact: Fact<'appointment'>
  readonly name: string
  readonly office: string
}

/** The office held that the address names, for whoever sees the offices (I1); null for everybody else, and where none is held. */
export async function heldOffice(
  deps: PageDeps,
  { view, language, params }: OperationContext,
): Promise<HeldOffice | null> {
  if (!seesOffices(view)) return null
  const fact = await appointmentOf(deps.store.reader, view, params['appointment'] ?? '')
  if (!fact || !isSeated(fact)) return null
  const nameOf = await personNames(deps.store.reader, view.enterprise, [fact.person_id])
  const name = nameOf(fact.person_id) ?? appointmentTexts[language].unnamed
  return { fact, name, office: officeText(view.catalogue, language, fact) }
}
