import type { Language } from '#kernel'
import { folded, html, type Html } from '#ui'
import { closedWays, type Catalogue, type ChecklistItem, type ClosedWay, type Procedure } from './catalogue.ts'
import { wayOutTexts } from './texts/way-out.ts'

function items(language: Language, title: string, all: readonly ChecklistItem[]): Html | null {
  if (all.length === 0) return null
  return html`<p class="govuk-body govuk-!-margin-bottom-1"><strong>${title}</strong></p>
    <ul class="govuk-list govuk-list--bullet">
      ${all.map(({ text }) => html`<li>${text[language]}</li>`)}
    </ul>`
}

function procedureText(language: Language, { name, appliesWhen, checklist }: Procedure): Html {
  const texts = wayOutTexts[language]
  const of = (kind: ChecklistItem['kind']) => checklist.filter((item) => item.kind === kind)
  return folded(
    name[language],
    html`<p class="govuk-body">${appliesWhen[language]}</p>
      ${items(language, texts.steps, of('step'))} ${items(language, texts.documents, of('document'))}`,
  )
}

const isClosedWay = (way: string): way is ClosedWay => closedWays.some((one) => one === way)

/** The procedures of the desk that help where that way is closed, each with its checklist. */
function proceduresFor(catalogue: Catalogue, language: Language, way: ClosedWay): Html[] {
  const helpful = [...catalogue.procedures.values()].filter(({ whenRefused }) => whenRefused.includes(way))
  return helpful.map((procedure) => procedureText(language, procedure))
}

/** Whom to ask: the desk with its contact and hours. */
function deskText({ meta }: Catalogue, language: Language): Html {
  const { name, phone, email, hours } = meta.desk
  const contact = `${name[language]}, ${phone}, ${email}`
  return html`<p class="govuk-body">${wayOutTexts[language].desk(contact, hours[language])}</p>`
}

/** What somebody can do where the normal way is closed, under a heading of its own; null for what is no such way. */
function part(catalogue: Catalogue, language: Language, way: string): Html | null {
  if (!isClosedWay(way)) return null
  return html`<h2 class="govuk-heading-m govuk-!-margin-top-6">${wayOutTexts[language].title}</h2>
    ${proceduresFor(catalogue, language, way)} ${deskText(catalogue, language)}`
}

/** The way out of a refusal: what a page shows beside it. */
export const wayOut = { part, procedures: proceduresFor, desk: deskText }
