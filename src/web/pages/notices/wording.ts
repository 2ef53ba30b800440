import { dayOf, formatDay, type Language } from '#kernel'
import type { Notice, Render } from '#notices'
import { html, stateTag, type Html, type StateKind } from '#ui'
import { noticeTexts } from './texts/index.ts'

/** A subject, and the language that it is in. */
export interface Subject {
  readonly text: string
  readonly language: Language
}

/** What went out stands as it was sent; what waits is told in the language of the page. */
export async function subjectOf(render: Render, language: Language, notice: Notice): Promise<Subject> {
  if (notice.subject !== null) return { text: notice.subject, language: notice.language ?? language }
  const { kind, details, receiverId, enterpriseId } = notice
  const { subject } = await render(kind, details, language, { receiverId, enterpriseId })
  return { text: subject, language }
}

/** A subject as it stands in a page, marked with its own language where that is another one. */
export const subjectHtml = (language: Language, subject: Subject | undefined): Html =>
  subject === undefined || subject.language === language
    ? html`${subject?.text ?? ''}`
    : html`<span lang="${subject.language}">${subject.text}</span>`

const kinds = { waiting: 'waiting', sent: 'allowed', failed: 'blocked', 'not-reached': 'neutral' } as const

/** Whether a notice has arrived, in words; `kind` is its colour and shape. */
export function deliveryOf(language: Language, zone: string, notice: Notice): { kind: StateKind; text: string } {
  const { states, ...texts } = noticeTexts[language]
  const { letter, state, address } = notice
  if (letter !== null && letter.takenAt !== null) {
    return { kind: 'allowed', text: texts.letterTaken(formatDay(dayOf(letter.takenAt, zone), language)) }
  }
  if (letter !== null) {
    return state === 'not-reached' || state === 'failed'
      ? { kind: 'waiting', text: texts.letterWaiting }
      : { kind: 'waiting', text: `${states[state]}; ${texts.letterFollows}` }
  }
  if (state === 'not-reached' && address !== null) return { kind: 'neutral', text: texts.switchedOff }
  return { kind: kinds[state], text: states[state] }
}

export function deliveryTag(language: Language, zone: string, notice: Notice): Html {
  const { kind, text } = deliveryOf(language, zone, notice)
  return stateTag(kind, text)
}
