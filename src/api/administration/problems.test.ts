import assert from 'node:assert/strict'
import { join } from 'node:path'
import { it } from 'node:test'
import { loadCatalogue } from '#catalogue'
import type { ApiRequest } from '#http'
import { languages, type Language } from '#kernel'
import { refusals } from '#operations'
import { refusalAnswer } from './problems.ts'

const loaded = await loadCatalogue(join(import.meta.dirname, '../../../catalogue/belgium'))
if (!loaded.ok) throw new Error('The catalogue has problems')
const catalogue = loaded.value

const asked = (language?: Language) => ({ language }) as unknown as ApiRequest

it('every refusal but the one for strangers has its sentence in the language of the request', () => {
  for (const reason of refusals) {
    const answers = languages.map((language) => refusalAnswer(asked(language), catalogue, { allowed: false, reason }))
    if (reason === 'not-yours') {
      for (const answer of answers) assert.deepEqual(answer, { kind: 'not-found' })
      continue
    }
    const details = answers.map((answer) => (answer.kind === 'problem' ? answer.detail : undefined))
    assert.equal(new Set(details).size, languages.length, reason)
    assert.deepEqual(refusalAnswer(asked(), catalogue, { allowed: false, reason }), answers[languages.indexOf('en')])
  }
})

it('a level too low names the level in words and as a number', () => {
  const answer = refusalAnswer(asked('fr'), catalogue, { allowed: false, reason: 'level-too-low', levelNeeded: 450 })
  assert.ok(answer.kind === 'problem')
  assert.ok(answer.detail?.includes(catalogue.levels[450].name.fr), answer.detail)
  assert.deepEqual(answer.members, { levelNeeded: 450 })
})
