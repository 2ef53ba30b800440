import { loadPictures, type Picture } from '#catalogue'
import { hashedAsset, type Asset } from '#http'
import type { Language } from '#kernel'
import { BadSetting } from '#settings'
import { guides, type StepId } from './steps.ts'

/** A picture of a step, and where it is served. */
export type ShownPicture = Pick<Picture, 'language' | 'step' | 'moment' | 'title' | 'width' | 'height' | 'file'> & {
  readonly path: string
}

const steps: ReadonlySet<string> = new Set(Object.values(guides).flatMap((guide) => guide.map(({ id }) => id)))

/**
 * The pictures that the catalogue of this folder brings for the guide, and the assets that they are served as. Throws
 * BadSetting when one shows a step that there is not.
 */
export async function guidePictures(folder: string): Promise<{ assets: Asset[]; pictures: ShownPicture[] }> {
  const loaded = await loadPictures(folder)
  const unknown = loaded.filter(({ step }) => !steps.has(step)).map(({ file }) => file)
  if (unknown.length > 0) {
    throw new BadSetting(`CATALOGUE_DIR: the guide has no step for ${unknown.join(', ')}: remove them`)
  }
  const served = loaded.map(({ body, ...picture }) => {
    const asset = hashedAsset(picture.file, 'image/png', body)
    return { asset, picture: { ...picture, path: asset.path } }
  })
  return { assets: served.map(({ asset }) => asset), pictures: served.map(({ picture }) => picture) }
}

/** Those of one step, as they stand in the list: the form before its preview. */
export function picturesOf(pictures: readonly ShownPicture[], language: Language, step: StepId): ShownPicture[] {
  return pictures.filter((one) => one.language === language && one.step === step)
}
