import { wayOut } from '#catalogue'
import type { Reader } from '#database'
import type { Language } from '#kernel'
import type { View } from '#operations'
import { dataTable, html, join, link, type Html } from '#ui'
import { appointmentTexts } from '../texts/index.ts'
import { askingTexts } from '../texts/asking.ts'
import { whomToAsk, type Asked } from '../whom-to-ask.ts'
import { scopeName } from './wording.ts'

/** The address of a mail: signs that an address may hold but a link may not are written as their numbers. */
const mailAddress = (email: string): string =>
  `mailto:${encodeURIComponent(email).replaceAll('%40', '@').replaceAll("'", '%27')}`

function officeOf(view: View, language: Language, { office, scope }: Asked): string {
  if (office === null) return askingTexts[language].representative
  const name = view.catalogue.offices[office].name[language]
  const of = scopeName(view.catalogue, language, { office, scope })
  return of === '' ? name : `${name} (${of})`
}

function reachText(language: Language, { email, phone }: Asked): Html {
  if (email === null && phone === null) return html`${askingTexts[language].noContact}`
  return join(
    [
      email === null ? null : link(email, mailAddress(email)),
      phone === null ? null : link(phone, `tel:${phone.replaceAll(/[^+\d]/g, '')}`),
    ],
    html`<br />`,
  )
}

const isReachable = ({ email, phone }: Asked): boolean => email !== null || phone !== null

/** A34: where nobody is there, or none of them can be reached, the desk. */
function deskPart(view: View, language: Language, asked: readonly Asked[]): Html | null {
  if (asked.some(isReachable)) return null
  const texts = askingTexts[language]
  return html`<p class="govuk-body">${asked.length === 0 ? texts.nobody : texts.unreachable}</p>
    ${wayOut.desk(view.catalogue, language)}`
}

function tableOf(view: View, language: Language, caption: string, asked: readonly Asked[]): Html | null {
  if (asked.length === 0) return null
  const texts = askingTexts[language]
  return dataTable({
    caption,
    captionClasses: 'govuk-visually-hidden',
    firstCellIsHeader: true,
    head: [texts.columnWho, texts.columnOffice, texts.columnReach].map((text) => ({ text })),
    rows: asked.map((one) => [
      { text: one.name ?? appointmentTexts[language].unnamed },
      { text: officeOf(view, language, one) },
      { text: reachText(language, one) },
    ]),
  })
}

/** A34, to whoever is a user, holds an office or represents: those above them, each with their addresses. */
async function part(reader: Reader, view: View, language: Language): Promise<Html> {
  const texts = askingTexts[language]
  const asked = await whomToAsk(reader, view)
  return html`<h2 class="govuk-heading-m">${texts.title}</h2>
    ${asked.length === 0 ? null : html`<p class="govuk-body">${texts.text}</p>`}
    ${tableOf(view, language, texts.title, asked)} ${deskPart(view, language, asked)}`
}

/** The same under a refusal; null for whoever is nothing yet but asked to be something. */
async function afterRefusal(reader: Reader, view: View, language: Language): Promise<Html | null> {
  const asked = await whomToAsk(reader, view)
  if (asked.length === 0) return null
  const { whoHelps } = askingTexts[language]
  return html`<h2 class="govuk-heading-m govuk-!-margin-top-6">${whoHelps}</h2>
    ${tableOf(view, language, whoHelps, asked)} ${deskPart(view, language, asked)}`
}

/** Whom the viewer asks: as a rule with names, and as parts of pages. */
export const asking = { of: whomToAsk, part, afterRefusal }
