import { dayEntry } from '#enterprises'
import type { PageRoute } from '#http'
import { formatDay, startOfDay } from '#kernel'
import { operationPage, performing, type OperationContext, type PageDeps } from '#operations'
import { dayField, html } from '#ui'
import { appointmentOf } from '../../queries.ts'
import { standInDaysMax } from '../../rules.ts'
import { appointmentTexts } from '../../texts/index.ts'
import { standInTexts } from '../../texts/stand-in.ts'
import { proposeStandIn } from '../../use-cases/propose-stand-in.ts'
import { personFields, typedInput } from '../appoint/appoint-fields.ts'
import { nameAndNumber, officeText } from '../wording.ts'

const reference = ({ params }: OperationContext): string => params['appointment'] ?? ''

/** The viewer's own office, in sentence; null where the address names none that they hold with its power. */
async function ownOffice(deps: PageDeps, context: OperationContext): Promise<string | null> {
  const { view, language } = context
  const held = await appointmentOf(deps.store.reader, view, reference(context))
  return held?.person_id === view.actor.person && held.state === 'active'
    ? officeText(view.catalogue, language, held)
    : null
}

/** Where the holder of an office asks somebody to stand in (A29). */
export function proposeStandInPage(deps: PageDeps): PageRoute[] {
  return operationPage(deps, {
    id: 'propose-stand-in',
    path: '/appointments/:appointment/stand-in',
    operation: proposeStandIn,
    section: 'managers',
    async title(context) {
      const office = await ownOffice(deps, context)
      return office === null ? null : standInTexts[context.language].ask.title(office)
    },
    intro({ language }) {
      const texts = standInTexts[language].ask
      return html`<p class="govuk-body-l">${texts.intro}</p>
        <ul class="govuk-list govuk-list--bullet">
          ${texts.points.map((point) => html`<li>${point}</li>`)}
        </ul>`
    },
    fields(context, filled) {
      const { language } = context
      const texts = standInTexts[language].ask
      const at = (name: 'from' | 'until') => {
        const error = filled.error(name)
        const values = dayEntry.boxes(filled.values, name)
        return { language, name, values, ...(error === undefined ? {} : { error }) }
      }
      return [
        ...personFields(context, filled),
        dayField({ ...at('from'), label: texts.from, hint: texts.fromHint, optional: true }),
        dayField({ ...at('until'), label: texts.until, hint: texts.untilHint(standInDaysMax) }),
      ]
    },
    input(context, values) {
      const { ground: _ground, ...person } = typedInput(values)
      const days = { from: dayEntry.typed(values, 'from'), until: dayEntry.typed(values, 'until') }
      return { ...person, ...days, appointment: reference(context) }
    },
    async preview(context, input) {
      const { view, language } = context
      const texts = standInTexts[language].ask
      const name = `${input.givenName} ${input.familyName}`
      const number = performing.withoutNumber.shown(language, input.nationalNumber)
      const { appoint } = appointmentTexts[language]
      const later = input.from !== undefined && startOfDay(input.from, view.catalogue.meta.zone) > view.now
      return {
        starts: texts.starts(name, (await ownOffice(deps, context)) ?? ''),
        forWhom: appoint.person(name, number, nameAndNumber(view)),
        from: later && input.from !== undefined ? appoint.onDay(formatDay(input.from, language)) : texts.fromAccepted,
        more: [
          { key: texts.untilLabel, value: texts.untilDay(formatDay(input.until, language)) },
          { key: texts.limits, value: texts.limitsText },
        ],
      }
    },
    back: ({ base }) => `${base}/managers`,
  })
}
