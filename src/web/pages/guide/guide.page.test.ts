import assert from 'node:assert/strict'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { loadCatalogue, operationCodes } from '#catalogue'
import type { Answer, PageRequest } from '#http'
import { instant, languages, type Language } from '#kernel'
import { officeWords, operationTexts, type PageContent, type PageDeps } from '#operations'
import { declaredPages } from '../../../../test/journeys/states/declared.ts'
import { guidePages, guidePictures, guideTexts, helpPathOf, type ShownPicture } from './index.ts'
import { guides, readers, toldWith } from './steps.ts'

const belgium = fileURLToPath(new URL('../../../../catalogue/belgium', import.meta.url))
const loaded = await loadCatalogue(belgium)
assert.ok(loaded.ok)
const catalogue = loaded.value

const { assets, pictures } = await guidePictures(belgium)

function read(
  id: 'guide' | 'guide-of',
  language: Language,
  reader?: string,
  shown: readonly ShownPicture[] = pictures,
): { answer: Answer; main: string } {
  let main = ''
  const frame = (content: PageContent): Answer => {
    main = String(content.main)
    return { kind: 'html', html: content.main }
  }
  const deps = { catalogue: () => catalogue, frame, pictures: shown } as Partial<PageDeps> as PageDeps
  const route = guidePages(deps).find((one) => one.id === id)
  assert.ok(route)
  const request: PageRequest = {
    requestId: 'guide',
    page: id,
    now: instant(0),
    ip: '127.0.0.1',
    path: `/${language}/guide`,
    params: reader === undefined ? {} : { reader },
    query: {},
    language,
    session: null,
    csrf: '',
    sessionCookie: null,
    form: {},
  }
  return { answer: route.handler(request) as Answer, main }
}

test('W1 the guide is there for anybody, and each reader’s is one page with every step', () => {
  for (const language of languages)
    for (const reader of readers) {
      const { main } = read('guide-of', language, reader)
      for (const { id } of guides[reader]) {
        assert.match(main, new RegExp(`<li class="claviger-guide__step" id="${id}">`))
        assert.match(main, new RegExp(`href="#${id}"`))
        assert.ok(guideTexts[language].steps[id].length > 0, `${language} says nothing of ${id}`)
      }
      assert.match(read('guide', language).main, new RegExp(`href="/${language}/guide/${reader}"`))
    }
  assert.equal(read('guide-of', 'en', 'burglar').answer.kind, 'error')
})

test('W2 an operation’s step bears the operation’s name, and offices the catalogue’s', () => {
  const { main } = read('guide-of', 'nl', 'chief')
  const offices = officeWords(catalogue, 'nl')
  assert.ok(main.includes(operationTexts.nl.operation('appoint-access-manager', offices).title))
  assert.ok(read('guide-of', 'fr', 'representative').main.includes(officeWords(catalogue, 'fr').chief.one))
})

test('W3 every operation is explained in a step', () => {
  const steps = Object.values(guides).flat()
  const explained = new Set([...steps.flatMap(({ operation }) => operation ?? []), ...Object.keys(toldWith)])
  assert.deepEqual(
    operationCodes.filter((code) => !explained.has(code)),
    [],
  )
  const ids = new Set(steps.map(({ id }) => id))
  for (const id of Object.values(toldWith)) assert.ok(ids.has(id), `${id} is no step`)
})

/** There only where the register can be asked at once. */
const onlyWithRegister = 'ask-register'

test('W4 a page leads to the step that explains it, and steps name existing pages', async () => {
  assert.equal(helpPathOf('appoint-chief', 'de'), '/de/guide/representative#appoint-chief')
  assert.equal(helpPathOf('appoint-chief-post', 'de'), '/de/guide/representative#appoint-chief')
  assert.equal(helpPathOf('groups', 'en'), '/en/guide/chief#create-user')
  assert.equal(helpPathOf('cookies', 'en'), null)
  const declared = await declaredPages()
  for (const step of Object.values(guides).flat())
    for (const page of step.pages) assert.ok(declared.has(page) || page === onlyWithRegister, `${page} is no page`)
})

const largest = 5 * 1024 * 1024

test('W5 each step that explains a page shows it in every language, in words too, and each picture opens by itself', () => {
  const byPath = new Map(assets.map((asset) => [asset.path, asset]))
  for (const language of languages)
    for (const reader of readers) {
      const { main } = read('guide-of', language, reader)
      for (const part of main.split('<li class="claviger-guide__step"').slice(1)) {
        const [, id = ''] = /id="([^"]+)"/.exec(part) ?? []
        const step = guides[reader].find((one) => one.id === id)
        const shown = [
          ...part.matchAll(/<a class="govuk-link" href="([^"]+)"\s*><img src="([^"]+)" [^>]*alt="([^"]+)"/g),
        ]
        assert.ok(step && (step.pages.length === 0 || shown.length > 0), `${language} shows nothing of ${id}`)
        for (const [, href = '', src, text = ''] of shown) {
          assert.equal(href, src)
          assert.equal(byPath.get(href)?.type, 'image/png')
          assert.equal(byPath.get(href)?.immutable, true)
          assert.ok(text.length > 10)
        }
      }
    }
  const bytes = assets.reduce((sum, { body }) => sum + body.length, 0)
  assert.ok(bytes < largest, `${bytes} bytes of pictures`)
})

test('W5 a catalogue without pictures has a guide of words', async () => {
  const { main } = read('guide-of', 'en', 'chief', [])
  assert.doesNotMatch(main, /<img|fictional/)
  assert.match(main, /<li class="claviger-guide__step" id="create-user">/)
  assert.deepEqual(await guidePictures(join(belgium, '../example')), { assets: [], pictures: [] })
})

test('W5 a picture for a step that there is not is refused', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'guide-'))
  try {
    await cp(join(belgium, 'guide/en'), join(folder, 'guide/en'), { recursive: true })
    const list = join(folder, 'guide/en/pictures.yaml')
    await writeFile(list, (await readFile(list, 'utf8')).replace('step: create-user', 'step: create-king'))
    await cp(join(folder, 'guide/en/create-user-form.png'), join(folder, 'guide/en/create-king-form.png'))
    await assert.rejects(guidePictures(folder), /the guide has no step for guide\/en\/create-king-form\.png/)
  } finally {
    await rm(folder, { recursive: true })
  }
})
