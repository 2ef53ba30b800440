import type { Fact } from '#database'
import { personNames, seesOffices } from '#enterprises'
import type { PageRoute } from '#http'
import { operationPage, type OperationContext, type PageDeps, officeWords } from '#operations'
import { appointmentOf } from '../queries.ts'
import { isSeated, isWaiting } from '../seat.ts'
import { appointmentTexts } from '../texts/index.ts'
import { resign, withdrawAppointment } from '../use-cases/end-appointment.ts'
import { nameAndNumber, officeText } from './wording.ts'

const reference = ({ params }: OperationContext): string => params['appointment'] ?? ''

interface Named {
  readonly fact: Fact<'appointment'>
  readonly name: string
  readonly office: string
}

async function named(deps: PageDeps, { view, language, params }: OperationContext): Promise<Named | null> {
  const fact = await appointmentOf(deps.store.reader, view, params['appointment'] ?? '')
  if (!fact) return null
  const nameOf = await personNames(deps.store.reader, view.enterprise, [fact.person_id])
  const name = nameOf(fact.person_id) ?? appointmentTexts[language].unnamed
  return { fact, name, office: officeText(view.catalogue, language, fact) }
}

/** What becomes of the seat: the chief's is vacant, any other is managed from above. */
function consequence({ view, language }: OperationContext, fact: Fact<'appointment'>): string | null {
  const texts = appointmentTexts[language].withdraw
  if (isWaiting(fact)) return null
  if (fact.office === 'chief-access-manager') return texts.chiefVacant(officeWords(view.catalogue, language))
  return view.catalogue.offices[fact.office].seats === 'one' ? texts.managedAbove : null
}

function previewRows(context: OperationContext, { fact }: Named) {
  const texts = appointmentTexts[context.language]
  const follows = consequence(context, fact)
  return [
    ...(follows === null ? [] : [{ key: texts.withdraw.consequence, value: follows }]),
    ...(isSeated(fact) ? [{ key: texts.whatStays, value: texts.withdraw.stays }] : []),
  ]
}

/** Where whoever may takes an office away, waiting or held (A16). */
export function withdrawPage(deps: PageDeps): PageRoute[] {
  return operationPage(deps, {
    id: 'withdraw-appointment',
    path: '/appointments/:appointment/withdraw',
    operation: withdrawAppointment,
    section: 'managers',
    grave: true,
    async title(context) {
      if (!seesOffices(context.view)) return null
      const found = await named(deps, context)
      return found ? appointmentTexts[context.language].withdraw.title(found.name, found.office) : null
    },
    input: (context) => ({ appointment: reference(context) }),
    async preview(context) {
      const { view, language } = context
      const texts = appointmentTexts[language]
      const found = await named(deps, context)
      if (!found) return {}
      const ends = isWaiting(found.fact) ? texts.withdraw.endsWaiting : texts.withdraw.ends
      return {
        ends: ends(found.name, found.office),
        forWhom: nameAndNumber(view),
        from: texts.atOnce,
        more: previewRows(context, found),
      }
    },
    back: ({ base }) => `${base}/managers`,
  })
}

/** Where the holder of an office leaves it (A17). */
export function resignPage(deps: PageDeps): PageRoute[] {
  return operationPage(deps, {
    id: 'resign',
    path: '/appointments/:appointment/resign',
    operation: resign,
    section: 'managers',
    grave: true,
    async title(context) {
      const { view, language } = context
      const found = await named(deps, context)
      if (!found || found.fact.person_id !== view.actor.person) return null
      return appointmentTexts[language].resign.title(found.office, view.record.name)
    },
    input: (context) => ({ appointment: reference(context) }),
    async preview(context) {
      const { view, language } = context
      const texts = appointmentTexts[language]
      const found = await named(deps, context)
      if (!found) return {}
      return {
        ends: texts.resign.ends(found.office),
        forWhom: nameAndNumber(view),
        from: texts.atOnce,
        more: previewRows(context, found),
      }
    },
    back: ({ base }) => base,
  })
}
