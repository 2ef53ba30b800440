import { personNames } from '#enterprises'
import { listWithFile, oneField, type Answer, type PageRequest, type PageRoute } from '#http'
import { csvFile, formatInstant, isoWithOffset, type Language } from '#kernel'
import { noticeCount, noticesAbout, type Notice } from '#notices'
import { viewOf, type View } from '#operations'
import { enterprisePower } from '#rights'
import { countText, dataTable, emptyState, html, link, listHeader, listPages, type Html } from '#ui'
import type { WebDeps } from '../../web-deps.ts'
import { noticeTexts } from './texts/index.ts'
import { deliveryOf, deliveryTag, subjectHtml, subjectOf, type Subject } from './wording.ts'

const noticesOnPage = 50
const noticesInStep = 200

/** N14: representatives, the chief and co-chiefs. */
const seesNotices = ({ authority }: View): boolean =>
  authority.representations.length > 0 || enterprisePower(authority) !== undefined

/** The enterprise of the address, for whoever may see its notices. */
async function readerView(deps: WebDeps, request: PageRequest): Promise<View | null> {
  const view = await viewOf(deps, request)
  return view && seesNotices(view) ? view : null
}

interface Told {
  readonly notice: Notice
  readonly subject: Subject
  readonly whom: string
}

async function toldOf(deps: WebDeps, view: View, language: Language, notices: readonly Notice[]): Promise<Told[]> {
  const ids = notices.map(({ receiverId }) => receiverId)
  const nameOf = await personNames(deps.store.reader, view.enterprise, ids)
  const { unnamed } = noticeTexts[language]
  const told = async (notice: Notice): Promise<Told> => {
    const subject = await subjectOf(deps.render, language, notice)
    return { notice, subject, whom: nameOf(notice.receiverId) ?? unnamed }
  }
  return Promise.all(notices.map(told))
}

function table(view: View, language: Language, told: readonly Told[]): Html {
  const texts = noticeTexts[language]
  const { zone } = view.catalogue.meta
  return dataTable({
    caption: texts.caption,
    captionClasses: 'govuk-visually-hidden',
    head: [texts.when, texts.what, texts.whom, texts.how].map((text) => ({ text })),
    rows: told.map(({ notice, subject, whom }) => [
      { text: formatInstant(notice.createdAt, zone, language) },
      { text: html`${subjectHtml(language, subject)}${notice.together ? ` (${texts.together})` : ''}` },
      { text: whom },
      { text: deliveryTag(language, zone, notice) },
    ]),
  })
}

async function pageAnswer(deps: WebDeps, request: PageRequest): Promise<Answer> {
  const view = await readerView(deps, request)
  if (!view) return { kind: 'not-found' }
  const { language, path } = request
  const texts = noticeTexts[language]
  const { reader } = deps.store
  const cursor = oneField(request.query, 'cursor')
  const page = await noticesAbout(reader, view.enterprise, { cursor, limit: noticesOnPage })
  if (!page.ok) return { kind: 'not-found' }
  const { items, next } = page.value
  const count = await noticeCount(reader, view.enterprise)
  const actions = count > 0 ? [link(texts.download, `${path}.csv`)] : []
  const shown =
    items.length === 0
      ? emptyState({ sentence: texts.empty })
      : table(view, language, await toldOf(deps, view, language, items))
  const main = html`<h1 class="govuk-heading-l">${texts.title}</h1>
    <p class="govuk-body">${texts.intro}</p>
    ${listHeader({ text: countText(language, count, texts.notices), actions })} ${shown}
    ${listPages({
      language,
      first: cursor === null ? null : path,
      next: next === null ? null : `${path}?${new URLSearchParams({ cursor: next }).toString()}`,
    })}`
  const backPath = `/${language}/enterprises/${view.number}/history`
  return deps.frame({ request, title: texts.title, main, view, section: 'history', backPath })
}

/** Every notice of the enterprise: a list that leaves the house is complete. */
async function everyNotice(deps: WebDeps, view: View): Promise<Notice[]> {
  const notices: Notice[] = []
  let cursor: string | null = null
  do {
    const page = await noticesAbout(deps.store.reader, view.enterprise, { cursor, limit: noticesInStep })
    if (!page.ok) throw new Error('a cursor of our own was refused')
    notices.push(...page.value.items)
    cursor = page.value.next
  } while (cursor !== null)
  return notices
}

async function fileAnswer(deps: WebDeps, request: PageRequest): Promise<Answer> {
  const view = await readerView(deps, request)
  if (!view) return { kind: 'not-found' }
  const { language } = request
  const texts = noticeTexts[language]
  const { zone } = view.catalogue.meta
  const told = await toldOf(deps, view, language, await everyNotice(deps, view))
  const rows = told.map(({ notice, subject, whom }) => [
    isoWithOffset(notice.createdAt, zone),
    subject.text,
    notice.kind,
    whom,
    deliveryOf(language, zone, notice).text,
    notice.sentAt === null ? '' : isoWithOffset(notice.sentAt, zone),
    notice.entryId,
  ])
  const { moment, subject, kind, receiver, state, sent, reference } = texts.columns
  const body = csvFile([[moment, subject, kind, receiver, state, sent, reference], ...rows])
  return { kind: 'file', name: `${texts.fileName}-${view.number}.csv`, type: 'text/csv; charset=utf-8', body }
}

/** N14: what was told about an enterprise, as a page and as a file. */
export function noticesPage(deps: WebDeps): PageRoute[] {
  return listWithFile({
    id: 'notices',
    path: '/enterprises/:enterprise/notices',
    states: ['empty', 'filled'],
    page: (request) => pageAnswer(deps, request),
    file: (request) => fileAnswer(deps, request),
  })
}
