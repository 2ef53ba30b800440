import { factsOf, type Fact } from '#database'
import { dayEntry, lastDayText, personNames, type NameOf } from '#enterprises'
import type { PageRoute } from '#http'
import { formatDay, isUuid } from '#kernel'
import { operationPage, operationTexts, refuse, type OperationContext, type PageDeps } from '#operations'
import { dataTable, dayField, html, type Html } from '#ui'
import { keepGrants } from '../../use-cases/keep-grants.ts'
import { namesIn } from '../turn.ts'
import { keepTexts } from './texts.ts'

interface Given {
  readonly standIn: Fact<'stand_in'>
  readonly name: string
  readonly last: string
  readonly users: readonly Fact<'membership'>[]
  readonly services: readonly Fact<'authorisation'>[]
  readonly nameOf: NameOf
}

/** What the viewer's own stand-in gave and would end with them; null where the address names no stand-in of theirs. */
async function given(deps: PageDeps, { view, language, params }: OperationContext): Promise<Given | null> {
  const reference = params['standIn'] ?? ''
  if (!isUuid(reference) || view.account === undefined) return null
  const facts = factsOf(deps.store.reader)
  const where = { enterprise_id: view.enterprise }
  const [standIn] = await facts.find('stand_in', { ...where, fact_id: reference }, { at: view.now })
  const sits = view.authority.powers.some(({ factId }) => factId === standIn?.appointment)
  if (!standIn || standIn.by_person !== view.actor.person || !sits) return null
  const granted = { ...where, by_basis: standIn.fact_id }
  const users = await facts.find('membership', granted, { since: view.now })
  const services = await facts.find('authorisation', granted, { since: view.now })
  const persons = [...users, ...services].map(({ person_id }) => person_id)
  const nameOf = await personNames(deps.store.reader, view.enterprise, [...persons, standIn.person_id])
  return {
    standIn,
    name: nameOf(standIn.person_id) ?? operationTexts[language].words.thisPerson,
    last: lastDayText(view, language, standIn.valid_until ?? standIn.ends_at),
    users,
    services,
    nameOf,
  }
}

function givenTable({ view, language }: OperationContext, { users, services, nameOf }: Given): Html {
  const texts = keepTexts[language]
  const names = namesIn(view.catalogue, language)
  const row = (right: Fact<'membership'> | Fact<'authorisation'>, what: string) => [
    { text: nameOf(right.person_id) ?? operationTexts[language].words.somebody },
    { text: names.capacity(right.capacity) },
    { text: what },
  ]
  const { who, group, what } = texts.columns
  return dataTable({
    caption: texts.caption,
    captionClasses: 'govuk-visually-hidden',
    head: [who, group, what].map((text) => ({ text })),
    rows: [
      ...users.map((right) => row(right, texts.asUser)),
      ...services.map((right) => row(right, names.service(right.service))),
    ],
  })
}

/** Where the holder of an office keeps what their stand-in gave (X16). */
export function keepGrantsPage(deps: PageDeps): PageRoute[] {
  // Title, table and preview are of one look at what was given.
  const looked = new WeakMap<OperationContext, Promise<Given | null>>()
  const givenIn = (context: OperationContext): Promise<Given | null> => {
    const known = looked.get(context) ?? given(deps, context)
    looked.set(context, known)
    return known
  }
  return operationPage(deps, {
    id: 'keep-grants-of-stand-in',
    path: '/stand-ins/:standIn/keep',
    operation: keepGrants,
    section: 'managers',
    async title(context) {
      const found = await givenIn(context)
      return found && keepTexts[context.language].title(found.name)
    },
    async intro(context) {
      const found = await givenIn(context)
      if (!found) return null
      const texts = keepTexts[context.language]
      return html`<p class="govuk-body">${texts.intro(found.name, found.last)}</p>
        ${givenTable(context, found)}`
    },
    async refusedAnyway(context) {
      const found = await givenIn(context)
      return found && found.users.length + found.services.length === 0 ? refuse('nothing-to-keep') : null
    },
    fields({ language }, filled) {
      const texts = keepTexts[language]
      const error = filled.error('until')
      const values = dayEntry.boxes(filled.values, 'until')
      const about = { language, name: 'until', values, label: texts.until, hint: texts.untilHint, optional: true }
      return [dayField({ ...about, ...(error === undefined ? {} : { error }) })]
    },
    input: ({ params }, values) => ({ standIn: params['standIn'] ?? '', until: dayEntry.typed(values, 'until') }),
    async preview(context, input) {
      const { language } = context
      const texts = keepTexts[language]
      const found = await givenIn(context)
      if (!found) return {}
      const last = input.until === undefined ? texts.forever : texts.untilDay(formatDay(input.until, language))
      return {
        starts: html`${texts.starts(found.name)} ${givenTable(context, found)}`,
        more: [
          { key: texts.untilLabel, value: last },
          { key: texts.staysLabel, value: texts.stays },
        ],
      }
    },
    back: ({ base }) => `${base}/managers`,
  })
}
