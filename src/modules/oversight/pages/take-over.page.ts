import { entryById } from '#audit'
import { accessOperations } from '#access'
import { appointmentOperations } from '#appointments'
import { oneField, type Answer, type PageRoute } from '#http'
import { csvFile, dayOf, isUuid, type Instant } from '#kernel'
import type { PageDeps } from '#operations'
import { button, countText, donePanel, html, link } from '#ui'
import { doneBetween, takeOverPage, takeOverProgress } from '../queries.ts'
import { confirmOffice, confirmUser } from '../use-cases/confirm.ts'
import { judged } from './carrying-out.ts'
import { choicesOf, chosenForAll } from './choices.ts'
import { linesOnPage, listPage, sentWith } from './form.ts'
import { linesOf } from './lines.ts'
import { framed, turnOf, type Turn } from './turn.ts'

/** What a button of the form asks: one choice for the whole page, another page, the choices again, or to go on. */
async function sent(turn: Turn): Promise<Answer> {
  const values = turn.request.form
  const choices = choicesOf(values)
  const shown = { choices, ...sentWith(turn) }
  const all = oneField(values, 'all')
  if (all !== null) {
    const page = await takeOverPage(turn.deps.store.reader, turn.scope, { after: shown.after, limit: linesOnPage })
    const choice = all === 'confirm' || all === 'withdraw' ? all : null
    return listPage(turn, { ...shown, choices: chosenForAll(choices, page.items, choice) })
  }
  const go = oneField(values, 'go')
  if (go !== null) return listPage(turn, { ...shown, after: go === '' ? null : go })
  const step = oneField(values, 'step')
  return step === 'edit' ? listPage(turn, shown) : judged(turn, choices, step === 'confirm')
}

/** O4: every line of the list, however long it is. */
async function file(turn: Turn): Promise<Answer> {
  const { deps, view, texts, scope } = turn
  const { zone } = view.catalogue.meta
  const { who, what, services, state, since, until, by, name } = texts.file
  const rows: string[][] = []
  let after: string | null = null
  do {
    const page = await takeOverPage(deps.store.reader, scope, { after, limit: 500 })
    for (const line of await linesOf(turn, page.items)) {
      const last = line.item.until === null ? '' : dayOf((line.item.until - 1) as Instant, zone)
      rows.push([line.name, line.what, line.services, line.state, dayOf(line.item.since, zone), last, line.by])
    }
    after = page.next
  } while (after !== null)
  const body = csvFile([[who, what, services, state, since, until, by], ...rows])
  return { kind: 'file', name: `${name}-${view.number}.csv`, type: 'text/csv; charset=utf-8', body }
}

const events = {
  confirmed: [confirmOffice.event, confirmUser.event],
  withdrawn: [appointmentOperations.withdrawAppointment.event, accessOperations.deleteUser.event],
}

/** What was carried out in one go, by the first and the last of its entries, to whoever did it. */
async function done(turn: Turn): Promise<Answer> {
  const { deps, request, view, language, texts, scope, path } = turn
  const { reader } = deps.store
  const references = [request.params['reference'] ?? '', oneField(request.query, 'to') ?? '']
  if (!references.every(isUuid)) return { kind: 'not-found' }
  const [first, last] = await Promise.all(references.map((id) => entryById(reader, id)))
  const own = [first, last].every((one) => one?.actorId === view.actor.person && one.enterpriseId === view.enterprise)
  if (!first || !last || !own) return { kind: 'not-found' }
  const counts = await doneBetween(reader, scope, {
    person: view.actor.person,
    from: first.recordedAt,
    until: last.recordedAt,
  })
  const count = (of: readonly string[]) => of.reduce((sum, event) => sum + (counts.get(event) ?? 0), 0)
  const { open } = await takeOverProgress(reader, scope)
  const main = html`${donePanel({ language, title: texts.done.title, reference: first.id.slice(-12), next: [] })}
    <ul class="govuk-list govuk-list--bullet">
      <li>${countText(language, count(events.confirmed), texts.done.confirmed)}</li>
      <li>${countText(language, count(events.withdrawn), texts.done.withdrawn)}</li>
      <li>${countText(language, open, texts.done.left)}</li>
    </ul>
    ${open === 0 ? html`<p class="govuk-body">${texts.done.finished}</p>` : button({ text: texts.done.goOn, href: path })}
    <p class="govuk-body">${link(texts.toOverview, `/${language}/enterprises/${view.number}`)}</p>`
  return framed(turn, main, { title: texts.done.title })
}

/** O4: what the chief takes over, to confirm or withdraw, singly and many together; without a script. */
export function takeOverPages(deps: PageDeps): PageRoute[] {
  const common = {
    kind: 'page',
    access: { actors: 'signed-in', scope: 'enterprise', level: confirmOffice.code },
    audit: null,
    unsafe: false,
  } as const
  const route =
    (answer: (turn: Turn) => Promise<Answer>): PageRoute['handler'] =>
    async (request) => {
      const turn = await turnOf(deps, request)
      return turn ? answer(turn) : { kind: 'not-found' }
    }
  const path = '/enterprises/:enterprise/take-over'
  return [
    {
      ...common,
      id: 'take-over',
      method: 'GET',
      path,
      states: ['list', 'errors', 'preview', 'empty'],
      handler: route((turn) => listPage(turn, { choices: new Map(), after: null })),
    },
    {
      ...common,
      id: 'take-over-post',
      method: 'POST',
      path,
      audit: confirmOffice.event,
      unsafe: true,
      handler: route(sent),
    },
    { ...common, id: 'take-over-csv', method: 'GET', path: `${path}.csv`, handler: route(file) },
    {
      ...common,
      id: 'take-over-done',
      method: 'GET',
      path: `${path}/done/:reference`,
      states: ['done'],
      handler: route(done),
    },
  ]
}
