import type { Catalogue } from '#catalogue'
import type { Language } from '#kernel'
import { officeWords, operationTexts, type OfficeWords } from '#operations'
import { picturesOf, type ShownPicture } from './pictures.ts'
import { guides, type Reader, type Step, type StepId } from './steps.ts'
import { guideTexts } from './texts/index.ts'
import type { Told } from './texts/keys.ts'

/** A step in the words of a language and a catalogue. */
export interface ToldStep {
  readonly id: StepId
  readonly title: string
  readonly paragraphs: readonly string[]
  /** W5: `text` says what it shows. */
  readonly pictures: readonly (ShownPicture & { readonly text: string })[]
}

export interface ToldGuide {
  readonly title: string
  readonly lead: string
  readonly steps: readonly ToldStep[]
}

const worded = (text: Told, offices: OfficeWords): string => (typeof text === 'string' ? text : text(offices))

/** W2: the operation's own name, or that of a step that is none. */
function titleOf(step: Step, language: Language, offices: OfficeWords): string {
  const own = guideTexts[language].titles[step.id]
  if (own !== undefined) return worded(own, offices)
  if (step.operation === undefined) throw new Error(`The step ${step.id} has no title`)
  return operationTexts[language].operation(step.operation, offices).title
}

/** One reader's guide, as the page and the document on paper say it. */
export function tellGuide(
  reader: Reader,
  language: Language,
  { catalogue, pictures }: { catalogue: Catalogue; pictures: readonly ShownPicture[] },
): ToldGuide {
  const texts = guideTexts[language]
  const offices = officeWords(catalogue, language)
  const { desk } = catalogue.meta
  const deskText = texts.desk({
    name: desk.name[language],
    phone: desk.phone,
    email: desk.email,
    hours: desk.hours[language],
  })
  const steps = guides[reader].map((step) => ({
    id: step.id,
    title: titleOf(step, language, offices),
    paragraphs: [
      ...texts.steps[step.id].map((text) => worded(text, offices)),
      ...(step.id === 'trouble' ? [deskText] : []),
    ],
    pictures: picturesOf(pictures, language, step.id).map((one) => ({
      ...one,
      text: texts.pictures[one.moment](one.title),
    })),
  }))
  return { ...texts.readers[reader](offices), steps }
}
