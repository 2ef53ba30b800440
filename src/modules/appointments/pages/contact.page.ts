import type { Fact } from '#database'
import { personNames } from '#enterprises'
import { oneField, type PageRoute } from '#http'
import { operationPage, type OperationContext, type PageDeps } from '#operations'
import { html, textField } from '#ui'
import { appointmentOf, reachOf, type Reach } from '../queries.ts'
import { appointmentTexts } from '../texts/index.ts'
import { changeContact } from '../use-cases/change-contact.ts'
import { stepsFor } from './offers.ts'
import { nameAndNumber, officeText } from './wording.ts'

const reference = ({ params }: OperationContext): string => params['appointment'] ?? ''

interface Reached {
  readonly fact: Fact<'appointment'>
  readonly name: string
  readonly office: string
  readonly reach: Reach
}

/** Whose contact details the address names; null where this viewer may not change them, as for what does not exist. */
async function reached(deps: PageDeps, context: OperationContext): Promise<Reached | null> {
  const { view, language } = context
  const { reader } = deps.store
  const fact = await appointmentOf(reader, view, reference(context))
  if (!fact || fact.person_id === null || !stepsFor(view, fact).includes('contact')) return null
  const nameOf = await personNames(reader, view.enterprise, [fact.person_id])
  const reach = await reachOf(reader, view.enterprise, [fact.person_id])
  return {
    fact,
    name: nameOf(fact.person_id) ?? appointmentTexts[language].unnamed,
    office: officeText(view.catalogue, language, fact),
    reach: reach(fact.person_id),
  }
}

/** Where whoever may appoint to an office changes how the enterprise reaches the person in it (A21). */
export function contactPage(deps: PageDeps): PageRoute[] {
  return operationPage(deps, {
    id: 'change-contact',
    path: '/appointments/:appointment/contact',
    operation: changeContact,
    section: 'managers',
    neverRefused: true,
    async title(context) {
      const found = await reached(deps, context)
      return found ? appointmentTexts[context.language].contact.title(found.name, found.office) : null
    },
    async intro(context) {
      const found = await reached(deps, context)
      return found && html`<p class="govuk-body">${appointmentTexts[context.language].contact.intro(found.name)}</p>`
    },
    async fields(context, filled) {
      const { language } = context
      const texts = appointmentTexts[language]
      const found = await reached(deps, context)
      const at = (name: 'email' | 'phone') => {
        const error = filled.error(name)
        const value = oneField(filled.values, name) ?? found?.reach[name] ?? ''
        return { language, name, value, optional: true, autocomplete: 'off', ...(error === undefined ? {} : { error }) }
      }
      const { email, emailHint, phone } = texts.contact
      return [
        textField({ ...at('email'), label: email, hint: emailHint, type: 'email', spellcheck: false }),
        textField({ ...at('phone'), label: phone, hint: texts.appoint.phoneHint, type: 'tel', width: 20 }),
      ]
    },
    input(context, values) {
      const typed = (name: string): string | undefined => (oneField(values, name) ?? '').trim() || undefined
      return { appointment: reference(context), email: typed('email'), phone: typed('phone') }
    },
    async preview(context, input) {
      const { view, language } = context
      const texts = appointmentTexts[language]
      const found = await reached(deps, context)
      if (!found) return {}
      return {
        starts: texts.contact.starts(found.name),
        ends: texts.contact.ends,
        forWhom: nameAndNumber(view),
        from: texts.atOnce,
        more: [
          { key: texts.contact.email, value: input.email ?? texts.contact.none },
          { key: texts.contact.phone, value: input.phone ?? texts.contact.none },
          { key: texts.whatStays, value: texts.contact.stays },
        ],
      }
    },
    back: ({ base }) => `${base}/managers`,
  })
}
