import { dayEntry } from '#enterprises'
import type { Capacity, Catalogue, Service } from '#catalogue'
import type { PageRoute } from '#http'
import { oneField, allFields, type Fields } from '#http'
import { formatDay, type Language } from '#kernel'
import { operationPage, performing, type Filled, type OperationContext, type PageDeps } from '#operations'
import { choicesField, dayField, html, join, textField, type Content, type FieldWidth, type Html } from '#ui'
import { mayBeGiven } from '../../rules.ts'
import { createUser } from '../../use-cases/create-user.ts'
import type { AccessTexts } from '../../texts/index.ts'
import { listText } from '../wording.ts'
import { managedGroupOf, standInEnd, type ManagedGroupPage } from './in-group.ts'

/** The services of a group that are given here (X1); what every user has by itself is not offered again. */
export function givable(catalogue: Catalogue, capacity: Capacity): Service[] {
  return capacity.services
    .flatMap((code) => catalogue.services.get(code) ?? [])
    .filter((service) => mayBeGiven({ capacity, service }).allowed && !service.automaticFor.includes('user'))
}

/** What every user of the group has by itself (R8). */
export function automaticServices(catalogue: Catalogue, capacity: Capacity): Service[] {
  return capacity.services
    .flatMap((code) => catalogue.services.get(code) ?? [])
    .filter(({ automaticFor }) => automaticFor.includes('user'))
}

/** What a service is for, the sign-in it asks, and whether giving it asks a strong one (X2). */
export function serviceHint(catalogue: Catalogue, language: Language, texts: AccessTexts, service: Service): string {
  const strong = service.level >= catalogue.strength.strong ? ` ${texts.create.strong}` : ''
  const level = texts.create.level(catalogue.levels[service.level].name[language])
  return `${service.description[language]} ${level}${strong}`
}

function group(context: OperationContext): ManagedGroupPage {
  const found = managedGroupOf(context)
  if (!found) throw new Error('the page was shown for a group that its title did not find')
  return found
}

function days(context: OperationContext, filled: Filled): Html[] {
  const { language } = context
  const t = group(context).texts.create
  const day = (name: 'from' | 'until', label: string, hint: string) => {
    const error = filled.error(name)
    const values = dayEntry.boxes(filled.values, name)
    return dayField({ language, name, label, hint, optional: true, values, ...(error === undefined ? {} : { error }) })
  }
  return [day('from', t.from, t.fromHint), day('until', t.until, t.untilHint)]
}

function fields(context: OperationContext, filled: Filled): Content[] {
  const { language, view } = context
  const { texts, capacity } = group(context)
  const t = texts.create
  const text = (
    name: string,
    label: string,
    more: { hint?: string; optional?: boolean; width?: FieldWidth; type?: 'email'; inputmode?: 'numeric' } = {},
  ) => {
    const error = filled.error(name)
    const value = filled.value(name)
    return textField({
      language,
      name,
      label,
      value,
      autocomplete: 'off',
      ...more,
      ...(error === undefined ? {} : { error }),
    })
  }
  const error = filled.error('services')
  const items = givable(view.catalogue, capacity).map((service) => ({
    value: service.code,
    text: service.name[language],
    hint: { text: serviceHint(view.catalogue, language, texts, service) },
  }))
  const services = choicesField({
    language,
    name: 'services',
    label: t.services,
    hint: t.servicesHint,
    optional: true,
    items,
    values: filled.all('services'),
    ...(error === undefined ? {} : { error }),
  })
  return [
    text('nationalNumber', t.nationalNumber, { hint: t.nationalNumberHint, width: 20, inputmode: 'numeric' }),
    performing.withoutNumber.box(view.catalogue, language, filled),
    text('givenName', t.givenName, { hint: t.nameHint }),
    text('familyName', t.familyName, { hint: t.nameHint }),
    text('email', t.email, { hint: t.emailHint, optional: true, type: 'email' }),
    performing.withoutNumber.phone(view.catalogue, language, filled),
    items.length === 0 ? null : services,
    ...days(context, filled),
  ]
}

/** A text field that was left empty, where the operation takes nothing for it. */
const filledIn = (values: Fields, name: string): string | undefined => oneField(values, name)?.trim() || undefined

function input({ params }: OperationContext, values: Fields) {
  return {
    nationalNumber: performing.withoutNumber.typed(values),
    givenName: oneField(values, 'givenName') ?? '',
    familyName: oneField(values, 'familyName') ?? '',
    email: filledIn(values, 'email'),
    phone: filledIn(values, 'phone'),
    capacity: params['capacity'],
    services: [...new Set(allFields(values, 'services'))],
    from: dayEntry.typed(values, 'from'),
    until: dayEntry.typed(values, 'until'),
  }
}

/** A person becomes a user of the group, with services. */
export function createUserPage(deps: PageDeps): PageRoute[] {
  return operationPage(deps, {
    id: 'create-user',
    path: '/groups/:capacity/users/new',
    operation: createUser,
    section: 'groups',
    title(context) {
      const found = managedGroupOf(context)
      return found && found.texts.create.title(found.group)
    },
    intro: (context) => html`<p class="govuk-body">${group(context).texts.create.intro}</p>`,
    fields,
    input,
    preview(context, typed) {
      const { language, view } = context
      const { texts, group: name, capacity, names } = group(context)
      const t = texts.create
      const list = (codes: readonly string[]) =>
        listText(
          language,
          codes.map((code) => names.service(code)),
        )
      const automatic = automaticServices(view.catalogue, capacity).map(({ code }) => code)
      const person = `${typed.givenName} ${typed.familyName}`
      const starts = [
        t.becomes({ name: person, group: name }),
        typed.services.length === 0 ? t.noServices : t.mayUse(list(typed.services)),
        ...(automatic.length === 0 ? [] : [t.byItself(list(automatic))]),
      ]
      const day = (one: typeof typed.from) => (one === undefined ? null : formatDay(one, language))
      return {
        starts: join(starts, ' '),
        forWhom: `${person}, ${performing.withoutNumber.shown(language, typed.nationalNumber)}`,
        from: `${t.begins(day(typed.from))} ${t.ends(day(typed.until) ?? standInEnd(context, capacity.code))}`,
      }
    },
    back: ({ base, params }) => `${base}/groups/${params['capacity']}`,
  })
}
