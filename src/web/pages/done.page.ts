import { accessOperations } from '#access'
import { appointmentOperations } from '#appointments'
import { entryById, history, newestMoment, type HistoryEntry } from '#audit'
import { changeOperations } from '#changes'
import { deskOperations } from '#desk'
import { enterpriseOperations, joint } from '#enterprises'
import type { Answer, PageRequest, PageRoute } from '#http'
import { instant, isUuid, type EnterpriseNumber, type Language } from '#kernel'
import { operationTexts, pageActor, viewFor, officeWords } from '#operations'
import { oversightOperations } from '#oversight'
import { recordsOf } from '#register'
import { donePanel, html, link, type Html } from '#ui'
import { webTexts } from '../texts/index.ts'
import type { WebDeps } from '../web-deps.ts'

const operations = [
  enterpriseOperations,
  appointmentOperations,
  accessOperations,
  changeOperations,
  oversightOperations,
  deskOperations,
].flatMap((of) => Object.values(of))

function titleOf(deps: WebDeps, language: Language, event: string): string | null {
  const operation = operations.find((one) => one.event === event)
  return operation === undefined
    ? null
    : operationTexts[language].operation(operation.code, officeWords(deps.catalogue(), language)).done
}

/** What the same person did in the same go (U15): under one lock it all happened at one moment. */
async function besides(deps: WebDeps, language: Language, entry: HistoryEntry): Promise<Html | null> {
  if (entry.enterpriseId === null || entry.actorId === null) return null
  const moment = { from: entry.recordedAt, until: instant(entry.recordedAt + 1) }
  const filters = { personId: entry.actorId, ...moment }
  const same = await history(deps.store.reader, { enterpriseId: entry.enterpriseId, filters, limit: 200 })
  const others = same.ok
    ? same.value.items.filter(({ id, actorId }) => id !== entry.id && actorId === entry.actorId)
    : []
  if (others.length === 0) return null
  return html`<h2 class="govuk-heading-m">${webTexts[language].done.besides}</h2>
    <ul class="govuk-list govuk-list--bullet">
      ${others.map(({ id, event }) => html`<li>${titleOf(deps, language, event) ?? event}, ${id.slice(-12)}</li>`)}
    </ul>`
}

async function done(deps: WebDeps, request: PageRequest): Promise<Answer> {
  const { language } = request
  const actor = pageActor(request)
  const reference = request.params['reference'] ?? ''
  const entry = actor && isUuid(reference) ? await entryById(deps.store.reader, reference) : null
  // Only whoever did it sees it here; for everybody else the reference does not exist.
  if (!actor || !entry || entry.actorId !== actor.person) return { kind: 'not-found' }
  const texts = webTexts[language].done
  const proposed = entry.event === 'proposal-made'
  const title = proposed ? joint.texts[language].made : titleOf(deps, language, entry.event)
  if (title === null) return { kind: 'not-found' }
  const now = await newestMoment(deps.store.reader, deps.clock)
  const records = entry.enterpriseId === null ? null : await recordsOf(deps.store.reader, [entry.enterpriseId], now)
  const record = entry.enterpriseId === null ? undefined : records?.get(entry.enterpriseId)
  // Whoever has just resigned may be nothing to the enterprise any more: the way back is then to their own home.
  const view = record ? await viewFor(deps, record.number as EnterpriseNumber, actor) : null
  const next = [
    ...(view ? [link(texts.toEnterprise(view.record.name), `/${language}/enterprises/${view.number}`)] : []),
    link(texts.toHome, `/${language}`),
  ]
  const main = html`${donePanel({ language, title, reference: entry.id.slice(-12), next })}
    ${proposed ? html`<p class="govuk-body">${joint.texts[language].madeNext}</p>` : null}
    ${view && (await deps.undoOffers(view, language, [entry], 'whole')).get(entry.id)}
    ${await besides(deps, language, entry)}
    <p class="govuk-body">${texts.told}</p>`
  return deps.frame({ request, title, main, ...(view ? { view } : {}) })
}

/** What has just been done, with its reference, to whoever did it. */
export function donePage(deps: WebDeps): PageRoute[] {
  return [
    {
      kind: 'page',
      id: 'done',
      method: 'GET',
      path: '/done/:reference',
      access: { actors: 'signed-in', scope: 'own', level: null },
      audit: null,
      unsafe: false,
      states: ['done'],
      handler: (request) => done(deps, request),
    },
  ]
}
