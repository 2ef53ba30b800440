import { element, html } from '../html.ts'
import { toAddress } from '../address.ts'
import { classNames, present } from './form-parts.ts'
import { tag } from './feedback.ts'
import type { Href } from '../address.ts'
import type { Html, Text } from '../html.ts'
import type { TagOptions } from './feedback.ts'

type Cell = { text?: Text; classes?: string }

export type ActionLink = { text?: Text; href: Href; visuallyHiddenText?: string; classes?: string }
export type Actions = { items?: readonly ActionLink[]; classes?: string }

export type SummaryListRow = { key: Cell; value: Cell; actions?: Actions; classes?: string }

export type SummaryListOptions = {
  rows: readonly (SummaryListRow | null | false)[]
  card?: {
    title?: { text?: Text; headingLevel?: 1 | 2 | 3 | 4 | 5 | 6; classes?: string }
    actions?: Actions
    classes?: string
  }
  classes?: string
}

export function summaryList(options: SummaryListOptions): Html {
  const rows = present(options.rows)
  const anyActions = rows.some((row) => (row.actions?.items?.length ?? 0) > 0)
  const list = element(
    'dl',
    { class: classNames('govuk-summary-list', options.classes) },
    rows.map((row) => summaryRow(row, anyActions, options.card?.title?.text)),
  )
  return options.card ? summaryCard(options.card, list) : list
}

function summaryRow(row: SummaryListRow, anyActions: boolean, cardTitle: Text | undefined): Html {
  const bare = anyActions && !row.actions?.items && 'govuk-summary-list__row--no-actions'
  const items = row.actions?.items ?? []
  const actions =
    items.length > 0
      ? element(
          'dd',
          { class: classNames('govuk-summary-list__actions', row.actions?.classes) },
          actionLinks(items, cardTitle, 'govuk-summary-list__actions-list'),
        )
      : null
  return element(
    'div',
    { class: classNames('govuk-summary-list__row', bare, row.classes) },
    element('dt', { class: classNames('govuk-summary-list__key', row.key.classes) }, row.key.text),
    element('dd', { class: classNames('govuk-summary-list__value', row.value.classes) }, row.value.text),
    actions,
  )
}

function actionLinks(items: readonly ActionLink[], cardTitle: Text | undefined, block: string): Html {
  const links = items.map((item) => actionLink(item, cardTitle))
  if (links.length === 1) return html`${links}`
  return html`<ul class="${block}">
    ${links.map((item) => html`<li class="${block}-item">${item}</li>`)}
  </ul>`
}

function actionLink(action: ActionLink, cardTitle: Text | undefined): Html {
  const hidden =
    action.visuallyHiddenText || cardTitle
      ? html`<span class="govuk-visually-hidden"
          >${action.visuallyHiddenText ? ` ${action.visuallyHiddenText}` : null}${cardTitle ? html` (${cardTitle})` : null}</span
        >`
      : null
  const attributes = { class: classNames('govuk-link', action.classes), href: toAddress(action.href) }
  return element('a', attributes, action.text, hidden)
}

function summaryCard(card: NonNullable<SummaryListOptions['card']>, list: Html): Html {
  const title = card.title
    ? element(
        `h${card.title.headingLevel ?? 2}`,
        { class: classNames('govuk-summary-card__title', card.title.classes) },
        card.title.text,
      )
    : null
  return element(
    'div',
    { class: classNames('govuk-summary-card', card.classes) },
    html`<div class="govuk-summary-card__title-wrapper">${title}${cardActions(card)}</div>
      <div class="govuk-summary-card__content">${list}</div>`,
  )
}

function cardActions(card: NonNullable<SummaryListOptions['card']>): Html | null {
  const items = card.actions?.items ?? []
  if (items.length === 0) return null
  const links = items.map((item) => actionLink(item, card.title?.text))
  const attributes = { class: classNames('govuk-summary-card__actions', card.actions?.classes) }
  if (links.length === 1) return element('div', attributes, links)
  return element(
    'ul',
    attributes,
    links.map((item) => html`<li class="govuk-summary-card__action">${item}</li>`),
  )
}

export type TableCell = Cell & { format?: string; colspan?: number; rowspan?: number }

export type TableOptions = {
  caption?: Text
  captionClasses?: string
  head?: readonly TableCell[]
  rows: readonly (readonly TableCell[] | null | false)[]
  firstCellIsHeader?: boolean
  classes?: string
  /**
   * On a small screen each row becomes a block, each cell with the text of its column's head before it. That takes the
   * table's own meaning from some browsers: then the roles say it.
   */
  stacks?: boolean
}

export function table(options: TableOptions): Html {
  const caption = options.caption
    ? element('caption', { class: classNames('govuk-table__caption', options.captionClasses) }, options.caption)
    : null
  const role = (name: string): string | undefined => (options.stacks ? name : undefined)
  const head = options.head
    ? element(
        'thead',
        { class: 'govuk-table__head', role: role('rowgroup') },
        element(
          'tr',
          { class: 'govuk-table__row', role: role('row') },
          options.head.map((cell) =>
            tableCell('th', 'govuk-table__header', cell, { scope: 'col', role: role('columnheader') }),
          ),
        ),
      )
    : null
  const rows = options.rows.map((row) => (row ? tableRow(row, options) : null))
  return element(
    'table',
    { class: classNames('govuk-table', options.stacks && 'claviger-stacks', options.classes), role: role('table') },
    caption,
    head,
    element('tbody', { class: 'govuk-table__body', role: role('rowgroup') }, rows),
  )
}

function tableRow(cells: readonly TableCell[], { firstCellIsHeader, stacks, head = [] }: TableOptions): Html {
  const written: Html[] = []
  let column = 0
  for (const cell of cells) {
    const label = head[column]?.text
    const more = stacks ? { role: 'cell', 'data-label': typeof label === 'string' ? label : undefined } : {}
    written.push(
      column === 0 && firstCellIsHeader
        ? tableCell(
            'th',
            'govuk-table__header',
            { ...cell, format: undefined },
            { scope: 'row', role: stacks ? 'rowheader' : undefined },
          )
        : tableCell('td', 'govuk-table__cell', cell, more),
    )
    column += cell.colspan ?? 1
  }
  return element('tr', { class: 'govuk-table__row', role: stacks ? 'row' : undefined }, written)
}

type CellAttributes = { scope?: 'col' | 'row'; role?: string | undefined; 'data-label'?: string | undefined }

function tableCell(name: 'th' | 'td', block: string, cell: TableCell, { scope, ...more }: CellAttributes): Html {
  const attributes = {
    scope,
    class: classNames(block, cell.format && `${block}--${cell.format}`, cell.classes),
    colspan: cell.colspan,
    rowspan: cell.rowspan,
    ...more,
  }
  return element(name, attributes, cell.text)
}

export type TaskListItem = {
  title: Cell
  href?: Href
  hint?: { text: Text }
  status: Cell & { tag?: TagOptions }
  classes?: string
}

export type TaskListOptions = { items: readonly (TaskListItem | null | false)[]; idPrefix?: string; classes?: string }

export function taskList(options: TaskListOptions): Html {
  const prefix = options.idPrefix || 'task-list'
  return element(
    'ul',
    { class: classNames('govuk-task-list', options.classes) },
    options.items.map((item, index) => (item ? taskItem(item, `${prefix}-${index + 1}`) : null)),
  )
}

function taskItem(item: TaskListItem, id: string): Html {
  const hintMarkup = item.hint
    ? element('div', { id: `${id}-hint`, class: 'govuk-task-list__hint' }, item.hint.text)
    : null
  const status = item.status.tag ? tag(item.status.tag) : item.status.text
  const classes = classNames('govuk-task-list__item', item.href && 'govuk-task-list__item--with-link', item.classes)
  return element(
    'li',
    { class: classes },
    html`<div class="govuk-task-list__name-and-hint">${taskTitle(item, id)}${hintMarkup}</div>`,
    element('div', { class: classNames('govuk-task-list__status', item.status.classes), id: `${id}-status` }, status),
  )
}

function taskTitle(item: TaskListItem, id: string): Html {
  if (!item.href) return element('div', { class: item.title.classes || undefined }, item.title.text)
  const attributes = {
    class: classNames('govuk-link govuk-task-list__link', item.title.classes),
    href: toAddress(item.href),
    'aria-describedby': classNames(item.hint && `${id}-hint`, `${id}-status`),
  }
  return element('a', attributes, item.title.text)
}
