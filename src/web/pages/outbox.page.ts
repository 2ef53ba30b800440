import { oneField, type Answer, type PageRequest, type PageRoute } from '#http'
import { formatInstant } from '#kernel'
import { outbox } from '#notices'
import { emptyState, html, listPages, summaryList, type Html } from '#ui'
import { webTexts } from '../texts/index.ts'
import type { WebDeps } from '../web-deps.ts'

/** What holds a secret is nowhere but here, in the memory of this process: links and provisional passwords. */
function secrets(deps: WebDeps, { language }: PageRequest): Html[] {
  const texts = webTexts[language].outbox
  const words = webTexts[language].account
  const { zone } = deps.catalogue().meta
  return (deps.trialMessages?.all ?? []).map(
    ({ at, to, subject, text }) =>
      html`<article class="claviger-card">
        <h2 class="govuk-heading-s">${subject ?? texts.sms}</h2>
        ${summaryList({
          rows: [
            { key: { text: words.when }, value: { text: formatInstant(at, zone, language) } },
            { key: { text: texts.to }, value: { text: to } },
          ],
        })}
        ${text.split('\n\n').map((part) => html`<p class="govuk-body">${part}</p>`)}
      </article>`,
  )
}

async function page(deps: WebDeps, request: PageRequest): Promise<Answer> {
  const { language } = request
  const texts = webTexts[language].outbox
  const words = webTexts[language].account
  const list = await outbox(deps.store.reader, { limit: 25, cursor: oneField(request.query, 'after') })
  if (!list.ok) return { kind: 'not-found' }
  const { zone } = deps.catalogue().meta
  const messages = list.value.items.map(
    (notice) =>
      html`<article class="claviger-card">
        <h2 class="govuk-heading-s">${notice.subject ?? notice.kind}</h2>
        ${summaryList({
          rows: [
            { key: { text: words.when }, value: { text: formatInstant(notice.createdAt, zone, language) } },
            { key: { text: texts.to }, value: { text: notice.address ?? words.states['not-reached'] } },
            { key: { text: words.how }, value: { text: words.states[notice.state] } },
          ],
        })}
        ${(notice.body ?? '')
          .split('\n\n')
          .filter((part) => part.trim() !== '')
          .map((part) => html`<p class="govuk-body" lang="${notice.language ?? language}">${part}</p>`)}
      </article>`,
  )
  const main = html`<h1 class="govuk-heading-l">${texts.title}</h1>
    <p class="govuk-body">${texts.intro}</p>
    ${oneField(request.query, 'after') === null ? secrets(deps, request) : null}
    ${messages.length > 0 ? messages : emptyState({ sentence: texts.none })}
    ${listPages({
      language,
      first: oneField(request.query, 'after') === null ? null : `/${language}/trial/outbox`,
      next: list.value.next === null ? null : `/${language}/trial/outbox?after=${encodeURIComponent(list.value.next)}`,
    })}`
  return deps.frame({ request, title: texts.title, main, backPath: `/${language}` })
}

/** What would have been sent: in the trial only, where every person and address is made up. */
export function outboxPage(deps: WebDeps): PageRoute[] {
  if (!deps.trial) return []
  return [
    {
      kind: 'page',
      id: 'trial-outbox',
      method: 'GET',
      path: '/trial/outbox',
      access: { actors: 'anyone', scope: 'none', level: null },
      audit: null,
      unsafe: false,
      states: ['empty', 'filled'],
      handler: (request) => page(deps, request),
    },
  ]
}
