import assert from 'node:assert/strict'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { format, resolveConfig } from 'prettier'
import { loadCatalogue, type Catalogue } from '#catalogue'
import { languages, type Language } from '#kernel'
import { guidePictures, guideTexts, type ShownPicture } from './index.ts'
import { readers, type Reader } from './steps.ts'
import { tellGuide } from './told.ts'

const root = join(import.meta.dirname, '../../../..')
const folder = join(root, 'docs/guide')
const catalogueFolder = join(root, 'catalogue/belgium')

const plain = (text: string): string => text.replaceAll(/[\\`*_[\]<>]/g, String.raw`\$&`)

/** One reader's guide as a document; its pictures stand with the catalogue. */
async function documentOf(
  reader: Reader,
  language: Language,
  from: { catalogue: Catalogue; pictures: readonly ShownPicture[] },
): Promise<string> {
  const { title, lead, steps } = tellGuide(reader, language, from)
  const parts = [`# ${plain(title)}`, plain(lead), plain(guideTexts[language].madeUp)]
  for (const [at, step] of steps.entries()) {
    parts.push(`## ${at + 1}. ${plain(step.title)}`, ...step.paragraphs.map(plain))
    parts.push(...step.pictures.map(({ text, file }) => `![${plain(text)}](../../../catalogue/belgium/${file})`))
  }
  const options = { ...(await resolveConfig(join(folder, 'README.md'))), parser: 'markdown' }
  return format(`${parts.join('\n\n')}\n`, options)
}

test('W6 docs/guide says what the pages say (UPDATE_GUIDE=1 writes it)', async () => {
  const loaded = await loadCatalogue(catalogueFolder)
  assert.ok(loaded.ok, JSON.stringify(loaded))
  const from = { catalogue: loaded.value, pictures: (await guidePictures(catalogueFolder)).pictures }
  const readme = await readFile(join(folder, 'README.md'), 'utf8')
  const names: string[] = []
  for (const language of languages)
    for (const reader of readers) {
      const name = `${language}/${reader}.md`
      names.push(name)
      const path = join(folder, name)
      const document = await documentOf(reader, language, from)
      if (process.env['UPDATE_GUIDE'] === '1') {
        await mkdir(dirname(path), { recursive: true })
        await writeFile(path, document)
      }
      assert.equal(await readFile(path, 'utf8'), document, `${name} says something else: UPDATE_GUIDE=1 writes it`)
      assert.ok(readme.includes(`(${name})`), `README.md leads to ${name}`)
    }
  const there = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.md'))
  assert.deepEqual(there.toSorted(), [...names, 'README.md'].toSorted())
})
