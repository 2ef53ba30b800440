import type { Language } from '#kernel'
import { stepFor } from './steps.ts'

export { guidePages } from './guide.page.ts'
export { guidePictures, type ShownPicture } from './pictures.ts'
export { guideTexts } from './texts/index.ts'

/** W4: where the guide explains a page; null when it does not. */
export function helpPathOf(page: string, language: Language): string | null {
  const found = stepFor(page)
  return found ? `/${language}/guide/${found.reader}#${found.step}` : null
}
