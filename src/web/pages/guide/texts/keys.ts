import type { Picture } from '#catalogue'
import type { OfficeWords } from '#operations'
import type { Reader, StepId } from '../steps.ts'

/** A text, or one that names offices. */
export type Told = string | ((o: OfficeWords) => string)

export interface GuideTexts {
  readonly title: string
  readonly lead: string
  readonly readers: Readonly<Record<Reader, (o: OfficeWords) => { title: string; lead: string }>>
  readonly contents: string
  readonly print: string
  /** What a picture shows, of the page with that heading. */
  readonly pictures: Readonly<Record<Picture['moment'], (title: string) => string>>
  /** Who stands on the pictures. */
  readonly madeUp: string
  /** A link to a picture by itself. */
  readonly larger: string
  /** Of the steps that are no operation; the others bear the operation's name. */
  readonly titles: Readonly<Partial<Record<StepId, Told>>>
  /** What to do, one paragraph each. */
  readonly steps: Readonly<Record<StepId, readonly Told[]>>
  readonly desk: (desk: { name: string; phone: string; email: string; hours: string }) => string
}
