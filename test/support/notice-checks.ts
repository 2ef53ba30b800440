import { loadCatalogue } from '#catalogue'
import type { NoticeHouse } from '#enterprises'
import { languages } from '#kernel'
import { rendererOf, type NoticeDetails, type NoticeTexts } from '#notices'
import { operationTexts, officeWords } from '#operations'
import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'

const loaded = await loadCatalogue(join(import.meta.dirname, '../../catalogue/belgium'))
assert.ok(loaded.ok)
const catalogue = loaded.value

/** What notices are told with: the catalogue of Belgium and a made-up address. */
export const noticeHouse: NoticeHouse = {
  catalogue: () => catalogue,
  home: (language) => `https://claviger.example/${language}`,
}

/** Details of every notice; each module adds its own. */
export const noticeNames: NoticeDetails = {
  actorName: 'An Peeters',
  subjectName: 'Tom Maes',
  enterpriseName: 'Bakkerij De Korenaar BV',
  enterpriseNumber: '0123.456.749',
}

export const noticeScope = { receiverId: 'p' as never, enterpriseId: 'e' as never }

/** Names that try to end the line, to be read backwards, to be filled in, or to go on for ever. */
const hostileNames = [
  '',
  'An\r\nBcc: all@example.org',
  'An\u202Egro.live',
  '<b>$&</b> ${p} %s {actor}',
  'x'.repeat(5000),
  '__proto__',
]

/** The tests that the notices of every module pass: all its kinds, in all languages, with hostile names too. */
export function testNotices(module: {
  readonly folder: string
  readonly notices: NoticeTexts<Record<string, NoticeDetails>>
  readonly names: NoticeDetails
  readonly operations: readonly { readonly event: string }[]
  /** Kinds that tell what nobody did: time had passed. */
  readonly byItself?: readonly string[]
}): void {
  const { notices, names, byItself = [] } = module
  const render = rendererOf(notices)
  const scope = noticeScope

  test('exactly the kinds that the use cases send are told', async () => {
    const folder = join(module.folder, 'use-cases')
    const sources = await Promise.all((await readdir(folder)).map((file) => readFile(join(folder, file), 'utf8')))
    const sent = sources
      .join('\n')
      .matchAll(
        /(?:kind: |above: |tell\(scene, person, |concerned\(unit, scene, |scene, found, |officeAbove\(unit, \w+, \w+, )'([a-z-]+)'/g,
      )
    assert.deepEqual(new Set([...sent].map((match) => match[1])), new Set(Object.keys(notices.en)))
  })

  test('every notice says in each language who acted and for which enterprise, what to do, where, and whom to ask', async () => {
    for (const language of languages) {
      const bodies = new Set<string>()
      for (const kind of Object.keys(notices[language])) {
        const { subject, body } = await render(kind, names, language, scope)
        assert.ok(subject.includes('Bakkerij De Korenaar BV') && subject.length < 100, subject)
        assert.ok(byItself.includes(kind) || body.startsWith('An Peeters'), body)
        assert.ok(body.includes('Bakkerij De Korenaar BV (0123.456.749)'), body)
        assert.ok(body.includes(`https://claviger.example/${language}`), body)
        assert.ok(body.includes(catalogue.meta.desk.phone), body)
        assert.ok(body.split('\n\n').length >= 4, body)
        assert.doesNotMatch(subject + body, /undefined|null|\[object|  | \(\)/, body)
        bodies.add(body)
      }
      assert.equal(bodies.size, Object.keys(notices.en).length)
    }
  })

  test('hostile names stay one line of bounded length and never speak for us', async () => {
    for (const language of languages) {
      for (const kind of Object.keys(notices[language])) {
        const plain = (await render(kind, names, language, scope)).body.split('\n').length
        for (const name of hostileNames) {
          const details = { ...names, actorName: name, subjectName: name, enterpriseName: name }
          const { subject, body } = await render(kind, details, language, scope)
          assert.equal(body.split('\n').length, plain, body)
          assert.doesNotMatch(subject, /[\r\n]/)
          assert.doesNotMatch(subject + body, /[\u202A-\u202E\r]|undefined/)
          assert.ok(body.length < 2000 && subject.length < 600, `${kind}: ${body.length}, ${subject.length}`)
          if (name === '' && !byItself.includes(kind))
            assert.ok(body.startsWith(operationTexts[language].words.somebody), body)
        }
      }
    }
  })

  test('every event of these operations has its own line in the history', () => {
    const offices = officeWords(catalogue, 'en')
    for (const { event } of module.operations) {
      const line = operationTexts.en.event(event, { actor: 'An' }, offices)
      assert.notEqual(line, operationTexts.en.event('no such event', { actor: 'An' }, offices), event)
    }
  })
}
