import { oneField, type Answer } from '#http'
import { operationTexts } from '#operations'
import {
  button,
  buttonGroup,
  choiceField,
  countText,
  emptyState,
  errorList,
  form,
  hiddenField,
  html,
  insetText,
  link,
  listHeader,
  type FieldError,
  type Html,
} from '#ui'
import { takeOverPage, takeOverProgress } from '../queries.ts'
import { choiceName, type Choice } from './choices.ts'
import { choiceTable, linesOf, type Line } from './lines.ts'
import { framed, sinceText, type Turn } from './turn.ts'

export const linesOnPage = 50
const formId = 'take-over'

/** What stands above and in the list when it is shown again. */
export interface Shown {
  readonly choices: ReadonlyMap<string, Choice>
  /** Where the page of the list begins; null: at the first line. */
  readonly after: string | null
  readonly rest?: string
  readonly errors?: readonly FieldError[]
  readonly remark?: string
}

export const digits = (language: string, count: number): string => new Intl.NumberFormat(language).format(count)

const number = ({ language }: Turn, count: number): string => digits(language, count)

/** Buttons of the form that stand outside of it, so that the enter key goes on rather than choosing or turning the page. */
const formButton = (text: string, name: string, value: string): Html =>
  button({ text, name, value, form: formId, classes: 'govuk-button--secondary' })

function pageButtons({ texts, confirms }: Turn): Html {
  return html`<h2 class="govuk-heading-s">${texts.allOnPage}</h2>
    ${buttonGroup(
      confirms ? formButton(texts.confirmAll, 'all', 'confirm') : null,
      formButton(texts.withdrawAll, 'all', 'withdraw'),
      formButton(texts.clearAll, 'all', 'later'),
    )}`
}

function turnButtons({ texts }: Turn, after: string | null, next: string | null): Html | null {
  if (after === null && next === null) return null
  return buttonGroup(
    after === null ? null : formButton(texts.first, 'go', ''),
    next === null ? null : formButton(texts.next, 'go', next),
  )
}

/** For everything in the list for which nothing was chosen; asked only where the list has more than this page. */
function restField({ language, texts, confirms }: Turn, others: string, value: string): Html | null {
  if (!confirms) return null
  return choiceField({
    language,
    name: 'rest',
    label: texts.rest(others),
    hint: texts.restHint,
    items: [
      { value: 'later', text: texts.restLater },
      { value: 'confirm', text: texts.restConfirm },
    ],
    value,
  })
}

function fieldsOf(turn: Turn, lines: readonly Line[], shown: Shown, open: number): Html {
  const { language, texts } = turn
  const here = new Set(lines.map(({ item }) => item.reference))
  const elsewhere = [...shown.choices].filter(([reference]) => !here.has(reference))
  const others = open - shown.choices.size
  return html`${hiddenField('after', shown.after ?? '')}
  ${elsewhere.map(([reference, choice]) => hiddenField(choiceName(reference), choice))}
  ${choiceTable(turn, lines, shown.choices)}
  ${elsewhere.length > 0 ? html`<p class="govuk-body">${countText(language, elsewhere.length, texts.chosenElsewhere)}</p>` : null}
  ${open > lines.length && others > 0 ? restField(turn, number(turn, others), shown.rest ?? 'later') : null}`
}

function emptyPage(turn: Turn): Answer {
  const { texts, view, language } = turn
  const start = { text: texts.toOverview, href: `/${language}/enterprises/${view.number}` }
  const main = html`<h1 class="govuk-heading-l">${texts.title}</h1>
    ${emptyState({ sentence: texts.empty, button: start })}`
  return framed(turn, main)
}

/** O4: the list, with what was chosen so far. */
export async function listPage(turn: Turn, shown: Shown): Promise<Answer> {
  const { deps, request, view, language, texts, scope, path } = turn
  const { reader } = deps.store
  const { open, all } = await takeOverProgress(reader, scope)
  if (open === 0) return emptyPage(turn)
  let { after } = shown
  let page = await takeOverPage(reader, scope, { after, limit: linesOnPage })
  if (page.items.length === 0) {
    after = null
    page = await takeOverPage(reader, scope, { after, limit: linesOnPage })
  }
  const { errors = [], remark } = shown
  const lines = await linesOf(turn, page.items)
  const progress = texts.progress(number(turn, all - open), number(turn, all))
  const main = html`${errorList(language, errors)}
    <h1 class="govuk-heading-l">${texts.title}</h1>
    ${remark === undefined ? null : insetText({ text: remark })}
    <p class="govuk-body">${texts.intro(sinceText(turn))}</p>
    <p class="govuk-body">${turn.confirms ? texts.stays : texts.stopped}</p>
    ${listHeader({ text: progress, actions: [link(texts.download, `${path}.csv`)] })} ${pageButtons(turn)}
    ${form({
      id: formId,
      action: request.path,
      csrfToken: request.csrf,
      fields: [fieldsOf(turn, lines, { ...shown, after }, open)],
      hidden: { step: 'preview' },
      submitText: operationTexts[language].words.continue,
      secondary: { text: operationTexts[language].words.cancel, href: `/${language}/enterprises/${view.number}` },
    })}
    ${turnButtons(turn, after, page.next)}
    <p class="govuk-body">${texts.print}</p>`
  return framed(turn, main, errors.length > 0 ? { error: true, status: 422 } : {})
}

/** The list as a form sent it: where it stood, and what was chosen for the rest. */
export function sentWith({ request }: Turn): Pick<Shown, 'after' | 'rest'> {
  const after = oneField(request.form, 'after') ?? ''
  return { after: after === '' ? null : after, rest: oneField(request.form, 'rest') ?? 'later' }
}
