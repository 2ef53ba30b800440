import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import type { PersonId } from '#kernel'
import { rendererOf } from './notice-texts.ts'
import type { NoticeTexts } from './notice-texts.ts'

const appointed = ({ day }: { day: string }) => ({ subject: `Appointed on ${day}`, body: '' })
const texts: NoticeTexts<{ 'chief-appointed': { day: string } }> = {
  nl: { 'chief-appointed': appointed },
  fr: { 'chief-appointed': appointed },
  de: { 'chief-appointed': appointed },
  en: { 'chief-appointed': appointed },
}

describe('The renderer', () => {
  const scope = { receiverId: randomUUID() as PersonId, enterpriseId: null }

  test('tells each kind by the module that owns it', async () => {
    const other: NoticeTexts<{ gone: Record<string, never> }> = {
      nl: { gone: () => ({ subject: 'Weg', body: '' }) },
      fr: { gone: () => ({ subject: 'Parti', body: '' }) },
      de: { gone: () => ({ subject: 'Fort', body: '' }) },
      en: { gone: () => ({ subject: 'Gone', body: '' }) },
    }
    const render = rendererOf(texts, other)
    assert.equal((await render('gone', {}, 'de', scope)).subject, 'Fort')
    assert.equal((await render('chief-appointed', { day: 'today' }, 'en', scope)).subject, 'Appointed on today')
  })

  test('refuses a kind told by two modules, and one told by none', () => {
    assert.throws(() => rendererOf(texts, texts), TypeError)
    for (const kind of ['unheard-of', 'toString', '__proto__']) {
      assert.throws(() => rendererOf(texts)(kind, {}, 'en', scope), TypeError)
    }
  })
})
