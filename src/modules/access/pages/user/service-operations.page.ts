import { dayEntry } from '#enterprises'
import { oneField, type PageRoute } from '#http'
import { formatDay } from '#kernel'
import { operationPage, type OperationContext, type PageDeps } from '#operations'
import { choiceField, dayField, html, join, link, type Html } from '#ui'
import { giveService, withdrawService } from '../../use-cases/services.ts'
import { servicesLost } from '../person-rights.ts'
import { listText } from '../wording.ts'
import { givable, serviceHint } from './create-user.page.ts'
import {
  askedAbout,
  managedUser,
  managedUserOf,
  memberPath,
  seesEverything,
  standInEnd,
  type ManagedUserPage,
} from './in-group.ts'

/** What may still be given: offered here, and not already given without an end. */
function choices({ view }: OperationContext, { capacity, user }: ManagedUserPage) {
  const open = new Set(user.services.filter(({ valid_until }) => valid_until === null).map(({ service }) => service))
  return givable(view.catalogue, capacity).filter(({ code }) => !open.has(code))
}

/** X7: one more service of the group. */
export function giveServicePage(deps: PageDeps): PageRoute[] {
  return operationPage(deps, {
    id: 'give-service',
    path: '/groups/:capacity/users/:person/services/new',
    operation: giveService,
    section: 'groups',
    async title(context) {
      const found = await managedUserOf(deps, context)
      return found && found.texts.operations.giveTitle(found)
    },
    async intro(context) {
      const { texts, capacity } = await managedUser(deps, context)
      const path = `/${context.language}/directory/domains/${encodeURIComponent(capacity.domain)}`
      return html`<p class="govuk-body">${link(texts.operations.giveDirectory, path)}</p>`
    },
    async fields(context, filled) {
      const found = await managedUser(deps, context)
      const { texts } = found
      const { language, view } = context
      const t = texts.operations
      const items = choices(context, found).map((service) => ({
        value: service.code,
        text: service.name[language],
        hint: { text: serviceHint(view.catalogue, language, texts, service) },
      }))
      const error = (name: string) => {
        const text = filled.error(name)
        return text === undefined ? {} : { error: text }
      }
      const day = (name: 'from' | 'until', label: string, hint: string): Html =>
        dayField({
          language,
          name,
          label,
          hint,
          optional: true,
          values: dayEntry.boxes(filled.values, name),
          ...error(name),
        })
      if (items.length === 0) return [html`<p class="govuk-body">${t.giveNone}</p>`]
      return [
        choiceField({
          language,
          name: 'service',
          label: t.giveService,
          items,
          value: filled.value('service'),
          ...error('service'),
        }),
        day('from', texts.create.from, t.giveFromHint),
        day('until', texts.create.until, t.giveUntilHint),
      ]
    },
    input: ({ params }, values) => ({
      capacity: params['capacity'],
      person: params['person'],
      service: oneField(values, 'service') ?? '',
      from: dayEntry.typed(values, 'from'),
      until: dayEntry.typed(values, 'until'),
    }),
    async preview(context, { service, from, until }) {
      const { language } = context
      const { name, group, texts, names, capacity } = await managedUser(deps, context)
      const first = texts.create.begins(from === undefined ? null : formatDay(from, language))
      const last = until === undefined ? standInEnd(context, capacity.code) : formatDay(until, language)
      return {
        starts: texts.operations.gives({ name, group, service: names.service(service) }),
        forWhom: name,
        from: `${first} ${texts.create.ends(last)}`,
      }
    },
    back: memberPath,
  })
}

/** X8: a service is withdrawn from now. */
export function withdrawServicePage(deps: PageDeps): PageRoute[] {
  return operationPage(deps, {
    id: 'withdraw-service',
    path: '/groups/:capacity/users/:person/services/:service/withdraw',
    operation: withdrawService,
    section: 'groups',
    neverRefused: true,
    async title(context) {
      const found = await managedUserOf(deps, context)
      const service = context.params['service'] ?? ''
      // One that is not given (any more) is refused with a sentence, as when it was withdrawn in another tab.
      if (!found?.capacity.services.includes(service)) return null
      return found.texts.operations.withdrawTitle({ ...found, service: found.names.service(service) })
    },
    input: ({ params }) => ({ capacity: params['capacity'], person: params['person'], service: params['service'] }),
    async preview(context, { service, person, capacity }) {
      const { name, group, texts, names } = await managedUser(deps, context)
      const t = texts.operations
      const asked = await askedAbout(deps, context, person, seesEverything(context) ? null : capacity)
      const left = asked.facts.authorisations.filter((fact) => fact.capacity !== capacity || fact.service !== service)
      const { kept } = servicesLost(asked, { ...asked.facts, authorisations: left })
      const still = kept.filter((code) => code === service).map((code) => names.service(code))
      const stays = [
        t.staysAfterWithdrawal({ name, group }),
        ...(still.length === 0 ? [] : [t.keeps({ name, services: listText(context.language, still) })]),
      ]
      return {
        ends: t.withdraws({ name, group, service: names.service(service) }),
        forWhom: name,
        from: t.now,
        more: [
          { key: t.stays, value: join(stays, ' ') },
          { key: t.undo, value: t.undoWithdrawal },
        ],
      }
    },
    back: memberPath,
  })
}
