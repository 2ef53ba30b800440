import type { Fact } from '#database'
import { dayText, lastDayText, personNames } from '#enterprises'
import type { PageRoute } from '#http'
import { operationPage, type OperationContext, type PageDeps, officeWords } from '#operations'
import { isNamedOtherwise } from '#people'
import { html, link } from '#ui'
import { appointmentOf, officesOf } from '../queries.ts'
import { isSeated } from '../seat.ts'
import { appointmentTexts } from '../texts/index.ts'
import { lifeTexts } from '../texts/life.ts'
import { acceptAppointment, declineAppointment } from '../use-cases/answer-appointment.ts'
import { firstChiefText } from './appoint/appoint-preview.ts'
import { groundText, nameAndNumber, officeText } from './wording.ts'

const reference = ({ params }: OperationContext): string => params['appointment'] ?? ''

/** The viewer's own appointment that the address names: another person's, or none, is a page not found. */
async function ownAppointment(deps: PageDeps, context: OperationContext): Promise<Fact<'appointment'> | null> {
  const found = await appointmentOf(deps.store.reader, context.view, reference(context))
  return found?.person_id === context.view.actor.person ? found : null
}

/** Whose term the acceptance ends; null when the seat is empty or there are many. */
async function replacedBy(
  deps: PageDeps,
  { view, language }: OperationContext,
  own: Fact<'appointment'>,
): Promise<string | null> {
  if (view.catalogue.offices[own.office].seats === 'any') return null
  const { appointments } = await officesOf(deps.store.reader, view)
  const sitting = appointments.find(
    (fact) => fact.office === own.office && fact.scope === own.scope && isSeated(fact) && fact.fact_id !== own.fact_id,
  )
  if (!sitting) return null
  const nameOf = await personNames(deps.store.reader, view.enterprise, [sitting.person_id])
  return nameOf(sitting.person_id) ?? appointmentTexts[language].unnamed
}

async function acceptIntro(deps: PageDeps, context: OperationContext) {
  const { view, language, base } = context
  const own = await ownAppointment(deps, context)
  if (!own) return null
  const texts = appointmentTexts[language]
  const nameOf = await personNames(deps.store.reader, view.enterprise, [own.by_person])
  const by = nameOf(own.by_person) ?? texts.unnamed
  const begins =
    own.begins_at !== null && own.begins_at > view.now
      ? texts.accept.beginsOn(dayText(view, language, own.begins_at))
      : null
  const lapses = own.valid_until === null ? null : texts.accept.lapses(lastDayText(view, language, own.valid_until))
  return html`<p class="govuk-body-l">${view.catalogue.offices[own.office].description[language]}</p>
    <p class="govuk-body">
      ${texts.accept.by(by, dayText(view, language, own.valid_from), groundText(language, own.ground))} ${begins}
      ${lapses}
    </p>
    <h2 class="govuk-heading-m">${texts.accept.meansTitle}</h2>
    <p class="govuk-body">${texts.accept.means[own.office](officeWords(view.catalogue, language))}</p>
    <p class="govuk-body">${texts.accept.alsoMeans}</p>
    <p class="govuk-body">${link(texts.accept.declineInstead, `${base}/appointments/${own.fact_id}/decline`)}</p>`
}

/** Where the appointee reads what the office is, and accepts it (A7). */
export function acceptPage(deps: PageDeps): PageRoute[] {
  return operationPage(deps, {
    id: 'accept-appointment',
    path: '/appointments/:appointment/accept',
    operation: acceptAppointment,
    section: 'overview',
    async title(context) {
      const { view, language } = context
      const own = await ownAppointment(deps, context)
      if (!own) return null
      return appointmentTexts[language].accept.title(officeText(view.catalogue, language, own), view.record.name)
    },
    intro: (context) => acceptIntro(deps, context),
    input: (context) => ({ appointment: reference(context) }),
    async preview(context) {
      const { view, language } = context
      const texts = appointmentTexts[language]
      const own = await ownAppointment(deps, context)
      if (!own) return {}
      const office = officeText(view.catalogue, language, own)
      const replaced = await replacedBy(deps, context, own)
      const begins = own.begins_at !== null && own.begins_at > view.now ? dayText(view, language, own.begins_at) : null
      const ends = (name: string): string =>
        begins === null ? texts.accept.ends(name, office) : texts.accept.endsOn(name, office, begins)
      const until = own.term_until === null ? null : lastDayText(view, language, own.term_until)
      const held = await isNamedOtherwise(deps.store.reader, view.enterprise, view.actor.person)
      const first = own.office === 'chief-access-manager' ? firstChiefText(context) : null
      return {
        starts: texts.accept.starts(office),
        ...(replaced === null ? {} : { ends: ends(replaced) }),
        forWhom: nameAndNumber(view),
        from: begins === null ? texts.atOnce : texts.appoint.onDay(begins),
        more: [
          {
            key: texts.appoint.untilLabel,
            value: until === null ? texts.appoint.noLastDay : texts.appoint.untilDay(until),
          },
          ...(first === null ? [] : [{ key: texts.appoint.firstChiefLabel, value: first }]),
          ...(held
            ? [{ key: lifeTexts[language].yourNameWill.label, value: lifeTexts[language].yourNameWill.text }]
            : []),
        ],
      }
    },
    back: ({ base }) => base,
  })
}

/** Where the appointee declines. */
export function declinePage(deps: PageDeps): PageRoute[] {
  return operationPage(deps, {
    id: 'decline-appointment',
    path: '/appointments/:appointment/decline',
    operation: declineAppointment,
    section: 'overview',
    async title(context) {
      const { view, language } = context
      const own = await ownAppointment(deps, context)
      if (!own) return null
      return appointmentTexts[language].decline.title(officeText(view.catalogue, language, own), view.record.name)
    },
    input: (context) => ({ appointment: reference(context) }),
    async preview(context) {
      const { view, language } = context
      const texts = appointmentTexts[language]
      const own = await ownAppointment(deps, context)
      const office = own ? officeText(view.catalogue, language, own) : ''
      return {
        ends: texts.decline.ends(office),
        forWhom: nameAndNumber(view),
        from: texts.atOnce,
        more: [{ key: texts.whatStays, value: texts.decline.stays }],
      }
    },
    back: ({ base }) => base,
  })
}
