import { accessOperations } from '#access'
import { appointmentOperations } from '#appointments'
import { entryById } from '#audit'
import { enterpriseOperations } from '#enterprises'
import type { Answer, PageRequest, PageRoute } from '#http'
import { isUuid, type EnterpriseNumber } from '#kernel'
import { operationTexts, pageActor, readingMoment, viewFor, officeWords } from '#operations'
import { recordsOf } from '#register'
import { donePanel, html, link } from '#ui'
import { webTexts } from '../texts/index.ts'
import type { WebDeps } from '../web-deps.ts'

const operations = Object.values({ ...enterpriseOperations, ...appointmentOperations, ...accessOperations })

async function done(deps: WebDeps, request: PageRequest): Promise<Answer> {
  const { language } = request
  const actor = pageActor(request)
  const reference = request.params['reference'] ?? ''
  const entry = actor && isUuid(reference) ? await entryById(deps.store.reader, reference) : null
  // Only whoever did it sees it here; for everybody else the reference does not exist.
  if (!actor || !entry || entry.actorId !== actor.person) return { kind: 'not-found' }
  const texts = webTexts[language].done
  const operation = operations.find(({ event }) => event === entry.event)
  if (!operation) return { kind: 'not-found' }
  const title = operationTexts[language].operation(operation.code, officeWords(deps.catalogue(), language)).done
  const now = await readingMoment(deps)
  const records = entry.enterpriseId === null ? null : await recordsOf(deps.store.reader, [entry.enterpriseId], now)
  const record = entry.enterpriseId === null ? undefined : records?.get(entry.enterpriseId)
  // Whoever has just resigned may be nothing to the enterprise any more: the way back is then to their own home.
  const view = record ? await viewFor(deps, record.number as EnterpriseNumber, actor) : null
  const next = [
    ...(view ? [link(texts.toEnterprise(view.record.name), `/${language}/enterprises/${view.number}`)] : []),
    link(texts.toHome, `/${language}`),
  ]
  const main = html`${donePanel({ language, title, reference: entry.id.slice(-12), next })}
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
