import type { Fact, OfficeCode } from '#database'
import { dayEntry, openDomain, personNames } from '#enterprises'
import { oneField, type Fields, type PageRoute } from '#http'
import { addDays, dayOf, formatDay, maskNationalNumber, type CivilDay, type Language } from '#kernel'
import {
  operationPage,
  operationTexts,
  type Filled,
  type Operation,
  type OperationContext,
  type PageDeps,
  type TypedPerson,
  officeWords,
} from '#operations'
import { knownAs, nationalNumberOf, personById } from '#people'
import { enterprisePower, powerOver } from '#rights'
import { choiceField, dayField, html, textField, type Content, type Html, type Text } from '#ui'
import { officesOf } from '../queries.ts'
import { isSeated } from '../seat.ts'
import { appointmentTexts } from '../texts/index.ts'
import { lapseDays } from '../use-cases/appoint.ts'
import { appointPath } from './offers.ts'
import { groundText, nameAndNumber, officeText, type OfficeScope } from './wording.ts'

interface Wanted extends TypedPerson {
  readonly ground: 'employee' | 'legal-representative'
  readonly until?: CivilDay | undefined
}

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

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const isSelf = (values: Fields): boolean => oneField(values, 'who') === 'myself'

function personFields(language: Language, filled: Filled): Content[] {
  const texts = appointmentTexts[language].appoint
  const at = (name: string) => {
    const error = filled.error(name)
    return { language, name, value: filled.value(name), ...(error === undefined ? {} : { error }) }
  }
  return [
    textField({
      ...at('nationalNumber'),
      label: texts.nationalNumber,
      hint: texts.nationalNumberHint,
      inputmode: 'numeric',
      autocomplete: 'off',
      width: 20,
    }),
    textField({ ...at('givenName'), label: texts.givenName, autocomplete: 'off', spellcheck: false }),
    textField({ ...at('familyName'), label: texts.familyName, autocomplete: 'off', spellcheck: false }),
    textField({
      ...at('email'),
      label: texts.email,
      hint: texts.emailHint,
      type: 'email',
      optional: true,
      autocomplete: 'off',
      spellcheck: false,
    }),
    textField({
      ...at('phone'),
      label: texts.phone,
      hint: texts.phoneHint,
      type: 'tel',
      optional: true,
      autocomplete: 'off',
      width: 20,
    }),
  ]
}

function groundAndDayFields(language: Language, filled: Filled): Content[] {
  const texts = appointmentTexts[language]
  const error = (name: string) => {
    const text = filled.error(name)
    return text === undefined ? {} : { error: text }
  }
  return [
    choiceField({
      language,
      name: 'ground',
      label: texts.appoint.ground,
      hint: texts.appoint.groundHint,
      items: [
        { value: 'employee', text: capital(texts.groundEmployee) },
        { value: 'legal-representative', text: capital(texts.groundRepresentative) },
      ],
      value: filled.value('ground'),
      ...error('ground'),
    }),
    dayField({
      language,
      name: 'until',
      label: texts.appoint.until,
      hint: texts.appoint.untilHint,
      optional: true,
      values: dayEntry.boxes(filled.values, 'until'),
      ...error('until'),
    }),
  ]
}

/** For the chief alone: a representative may take the office, with nothing to type (A9). */
function whoField(language: Language, filled: Filled): Content {
  const texts = appointmentTexts[language].appoint
  return choiceField({
    language,
    name: 'who',
    label: texts.whoLegend,
    hint: texts.othersFields,
    items: [
      { value: 'myself', text: texts.myself },
      { value: 'other', text: texts.someoneElse },
    ],
    value: filled.value('who') || 'other',
  })
}

/** The actor's own number and name go from the store to the operation, and are shown to nobody. */
async function ownInput(deps: PageDeps, { view }: OperationContext): Promise<Record<string, unknown>> {
  const { reader } = deps.store
  const { person } = view.actor
  const [number, own, known] = [
    await nationalNumberOf(reader, deps.keys, person),
    await personById(reader, person),
    await knownAs(reader, view.enterprise, person),
  ]
  return {
    nationalNumber: number ?? '',
    givenName: known?.givenName ?? own?.givenName ?? '',
    familyName: known?.familyName ?? own?.familyName ?? '',
    email: known?.email ?? undefined,
    phone: known?.phone ?? undefined,
    ground: 'legal-representative',
  }
}

function typedInput(values: Fields): Record<string, unknown> {
  const typed = (name: string): string => (oneField(values, name) ?? '').trim()
  const optional = (name: string): string | undefined => typed(name) || undefined
  return {
    nationalNumber: typed('nationalNumber'),
    givenName: typed('givenName'),
    familyName: typed('familyName'),
    email: optional('email'),
    phone: optional('phone'),
    ground: typed('ground'),
    until: dayEntry.typed(values, 'until'),
  }
}

/** The domains that the first chief's acceptance opens by itself (A15). */
export function firstChiefText({ view, language }: Pick<OperationContext, 'view' | 'language'>): Html | null {
  if (view.account?.state !== 'registered') return null
  const domains = [...view.catalogue.domains.values()]
    .filter((domain) => domain.opensByDefault && openDomain(view, domain.code) === undefined)
    .map((domain) => domain.name[language])
  return html`${appointmentTexts[language].appoint.firstChief} ${domains.join(', ')}.`
}

interface Previewed {
  readonly self: boolean
  readonly sitting: string | null
  readonly office: OfficeScope
}

function previewOf(context: OperationContext, input: Wanted, { self, sitting, office }: Previewed) {
  const { view, language } = context
  const texts = appointmentTexts[language]
  const { zone } = view.catalogue.meta
  const name = `${input.givenName} ${input.familyName}`
  const lapses = formatDay(addDays(dayOf(view.now, zone), lapseDays), language)
  const until = input.until === undefined ? null : formatDay(input.until, language)
  const named = officeText(view.catalogue, language, office)
  const ends = self ? texts.appoint.ends : texts.appoint.stays
  const number = maskNationalNumber(input.nationalNumber)
  const first = office.office === 'chief-access-manager' ? firstChiefText(context) : null
  const more: { key: Text; value: Text }[] = [
    { key: texts.appoint.untilLabel, value: until === null ? texts.appoint.noLastDay : texts.appoint.untilDay(until) },
    { key: texts.appoint.officeLabel, value: view.catalogue.offices[office.office].description[language] },
    ...(first === null ? [] : [{ key: texts.appoint.firstChiefLabel, value: first }]),
  ]
  return {
    starts: self
      ? texts.appoint.startsSelf(named)
      : texts.appoint.starts(name, named, groundText(language, input.ground)),
    ends: sitting === null ? texts.appoint.nothingEnds : ends(sitting),
    forWhom: texts.appoint.person(name, number, nameAndNumber(view)),
    from: self ? texts.atOnce : texts.appoint.fromAccepted(lapses),
    more,
  }
}

/** Who sits in a seat of one; null when it is empty or the office has many seats. */
async function sittingIn(
  deps: PageDeps,
  { view }: OperationContext,
  seat: OfficeScope,
): Promise<Fact<'appointment'> | null> {
  if (view.catalogue.offices[seat.office].seats === 'any') return null
  const { appointments } = await officesOf(deps.store.reader, view)
  return appointments.find((fact) => fact.office === seat.office && fact.scope === seat.scope && isSeated(fact)) ?? null
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
    fields: ({ language }, filled) => [
      toSelf ? whoField(language, filled) : null,
      ...personFields(language, filled),
      ...groundAndDayFields(language, filled),
    ],
    async input(context, values) {
      const scope = page.parameter === null ? {} : { [page.parameter]: scopeOf(page, context) }
      const own = toSelf && isSelf(values)
      const until = dayEntry.typed(values, 'until')
      return own ? { ...(await ownInput(deps, context)), until, ...scope } : { ...typedInput(values), ...scope }
    },
    async preview(context, input) {
      const seat = seatOf(context)
      const sitting = await sittingIn(deps, context, seat)
      const { view, language } = context
      const names = await personNames(deps.store.reader, view.enterprise, [sitting?.person_id ?? null])
      const ownNumber = toSelf ? await nationalNumberOf(deps.store.reader, deps.keys, view.actor.person) : null
      return {
        ...previewOf(context, input, {
          self: ownNumber !== null && ownNumber === input.nationalNumber,
          sitting: sitting === null ? null : (names(sitting.person_id) ?? appointmentTexts[language].unnamed),
          office: seat,
        }),
      }
    },
    back: ({ base }) => `${base}/managers`,
  })
}
