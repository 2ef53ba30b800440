import type { OfficeCode } from '#database'
import { joint } from '#enterprises'
import type { PageRoute } from '#http'
import {
  operationPage,
  operationTexts,
  type Operation,
  type OperationContext,
  type PageDeps,
  officeWords,
} from '#operations'
import { nationalNumberOf } from '#people'
import { enterprisePower, powerOver } from '#rights'
import { html } from '#ui'
import { appointmentTexts } from '../../texts/index.ts'
import { appointPath } from '../offers.ts'
import { officeText, type OfficeScope } from '../wording.ts'
import {
  dayFields,
  groundField,
  immediatelyField,
  isSelf,
  ownInput,
  personFields,
  typedInput,
  typedTerm,
  whoField,
} from './appoint-fields.ts'
import { previewOf, sittingName, type Wanted } from './appoint-preview.ts'

/** What differs between the four offices. */
export interface AppointPage<Input extends Wanted> {
  readonly id: string
  readonly office: OfficeCode
  readonly operation: Operation<Input>
  /** The path, with the scope as the parameter that the operation's input names too. */
  readonly parameter: 'domain' | 'capacity' | null
}

const scopeOf = (page: { parameter: string | null }, { params }: OperationContext): string =>
  page.parameter === null ? '' : (params[page.parameter] ?? '')

/** Whether the viewer has the power for that office at all; whoever has not is not shown that the page exists. */
function hasPower({ view }: OperationContext, seat: OfficeScope): boolean {
  const { authority, catalogue } = view
  if (seat.office === 'chief-access-manager') return authority.representations.length > 0
  if (seat.office === 'access-manager' && !enterprisePower(authority)) return false
  return powerOver(authority, catalogue, seat, catalogue.offices[seat.office].appointedBy) !== undefined
}

function seatExists({ view }: OperationContext, { office, scope }: OfficeScope): boolean {
  if (office === 'access-manager') return view.catalogue.domains.has(scope)
  return office !== 'group-manager' || view.catalogue.capacities.has(scope)
}

/** The page where somebody is appointed to one of the four offices. */
export function appointmentPage<Input extends Wanted>(deps: PageDeps, page: AppointPage<Input>): PageRoute[] {
  const toSelf = page.office === 'chief-access-manager'
  const seatOf = (context: OperationContext): OfficeScope => ({ office: page.office, scope: scopeOf(page, context) })
  return operationPage(deps, {
    id: page.id,
    path: appointPath({ office: page.office, scope: `:${page.parameter}` }),
    operation: page.operation,
    section: 'managers',
    title(context) {
      const seat = seatOf(context)
      if (!seatExists(context, seat) || !hasPower(context, seat)) return null
      const { view, language } = context
      const offices = officeWords(view.catalogue, language)
      if (page.parameter === null) return operationTexts[language].operation(page.operation.code, offices).title
      return appointmentTexts[language].appoint.titleFor(officeText(view.catalogue, language, seat))
    },
    intro: ({ view, language }) =>
      html`<p class="govuk-body">
          <strong>${view.catalogue.offices[page.office].name[language]}</strong><br />
          ${view.catalogue.offices[page.office].description[language]}
        </p>
        <p class="govuk-body">${appointmentTexts[language].appoint.intro}</p>`,
    async fields(context, filled) {
      const { language } = context
      const sitting = await sittingName(deps, context, seatOf(context))
      return [
        toSelf ? whoField(language, filled) : null,
        ...personFields(context, filled),
        groundField(language, filled),
        ...dayFields(language, filled),
        sitting === null ? null : immediatelyField(context, filled, page.office, sitting),
      ]
    },
    async input(context, values) {
      const scope = page.parameter === null ? {} : { [page.parameter]: scopeOf(page, context) }
      const own = toSelf && isSelf(values)
      return { ...(own ? await ownInput(deps, context) : typedInput(values)), ...typedTerm(values), ...scope }
    },
    async preview(context, input) {
      const seat = seatOf(context)
      const { view } = context
      const ownNumber = toSelf ? await nationalNumberOf(deps.store.reader, deps.keys, view.actor.person) : null
      const preview = previewOf(context, input, {
        self: ownNumber !== null && ownNumber === input.nationalNumber,
        sitting: await sittingName(deps, context, seat),
        office: seat,
      })
      if (!toSelf || !joint.actsOnly(view.authority.representations)) return preview
      const { from, row } = await joint.waitsForRow(deps, context, 'appoint-chief')
      return { ...preview, from, more: [row, ...preview.more] }
    },
    back: ({ base }) => `${base}/managers`,
  })
}
