import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { loadCatalogue, operationCodes } from '#catalogue'
import type { Answer, PageRequest } from '#http'
import { instant, languages, type Language } from '#kernel'
import { officeWords, operationTexts, type PageContent, type PageDeps } from '#operations'
import { declaredPages } from '../../../../test/journeys/states/declared.ts'
import { guidePages, guideTexts, helpPathOf } from './index.ts'
import { guides, readers, toldWith } from './steps.ts'

const loaded = await loadCatalogue(fileURLToPath(new URL('../../../../catalogue/belgium', import.meta.url)))
assert.ok(loaded.ok)
const catalogue = loaded.value

function read(id: 'guide' | 'guide-of', language: Language, reader?: string): { answer: Answer; main: string } {
  let main = ''
  const frame = (content: PageContent): Answer => {
    main = String(content.main)
    return { kind: 'html', html: content.main }
  }
  const deps = { catalogue: () => catalogue, frame } as Partial<PageDeps> as PageDeps
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
