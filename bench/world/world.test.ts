import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { loadCatalogue } from '#catalogue'
import { isUuid, instant, parseEnterpriseNumber } from '#kernel'
import { copyText } from './copy.ts'
import { enterpriseRows, numberOf } from './enterprise.ts'
import { idOf } from './ids.ts'
import { questionsOf } from './questions.ts'
import { worldOf, type World, type WorldRow } from './world.ts'

const loaded = await loadCatalogue(fileURLToPath(new URL('../../catalogue/belgium', import.meta.url)))
if (!loaded.ok) throw new Error('the catalogue is not in order')
const catalogue = loaded.value
const day = '2026-11-21'
const worldWith = (seed: number, rights = 5000): World => worldOf(catalogue, { seed, rights, day })
const rowsOf = (world: World): WorldRow[] =>
  Array.from({ length: world.size.enterprises }, (_, enterprise) => enterpriseRows(world, enterprise)).flat()

test('the same seed gives the same rows and questions, ids included; another seed gives others', () => {
  const at = instant(Date.UTC(2026, 10, 21, 12))
  const [one, same, other] = [worldWith(1), worldWith(1), worldWith(2)]
  assert.deepEqual(rowsOf(one).slice(0, 2000), rowsOf(same).slice(0, 2000))
  assert.notDeepEqual(rowsOf(one).slice(0, 100), rowsOf(other).slice(0, 100))
  const asked = (world: World) => questionsOf(world, { count: 300, habitual: true, at })
  assert.deepEqual(asked(one), asked(same))
})

test('ids are uuids, and no two rows of a world have the same', () => {
  const ids = rowsOf(worldWith(3)).map(({ fact }) => fact.row_id)
  assert.equal(new Set(ids).size, ids.length)
  assert.ok(ids.every((id) => isUuid(id)))
  const some = new Set(Array.from({ length: 200_000 }, (_, index) => idOf(0, index % 1000, Math.floor(index / 1000))))
  assert.equal(some.size, 200_000)
  assert.ok(parseEnterpriseNumber(numberOf(1_999_999)).ok)
})

test('there are as many rights as asked, one fifth of the enterprises has most of them, and every kind of fact comes', () => {
  const world = worldWith(1, 20_000)
  const sizes = Array.from({ length: world.size.enterprises }, (_, enterprise) => world.rightsOf(enterprise))
  const total = sizes.reduce((sum, size) => sum + size, 0)
  assert.ok(Math.abs(total - 20_000) < 400, `${total} rights`)
  const most = sizes.toSorted((a, b) => b - a).slice(0, sizes.length / 5)
  const share = most.reduce((sum, size) => sum + size, 0) / total
  assert.ok(share > 0.65 && share < 0.85, `one fifth has ${share}`)
  const rows = rowsOf(world)
  for (const kind of [
    'block',
    'stand_in',
    'emergency_stop',
    'situation_confirmation',
    'role_assignment',
    'appointment',
  ])
    assert.ok(
      rows.some((row) => row.kind === kind),
      kind,
    )
  assert.ok(rows.some((row) => row.superseded_at !== null))
})

test('about half of the questions are permitted, and most reasons of a refusal come', () => {
  const questions = questionsOf(worldWith(1, 20_000), {
    count: 4000,
    habitual: false,
    at: instant(Date.UTC(2026, 10, 22)),
  })
  const permits = questions.filter(({ permit }) => permit).length / questions.length
  assert.ok(permits > 0.4 && permits < 0.6, `${permits} are permitted`)
  const reasons = new Set(questions.map(({ reason }) => reason))
  for (const reason of [
    'blocked',
    'expired',
    'enterprise-ceased',
    'level-too-low',
    'domain-closed',
    'no-right',
    'office',
  ])
    assert.ok(reasons.has(reason), reason)
})

test('a text of COPY keeps what would end a column or a row', () => {
  assert.equal(copyText('a\tb\\c\nd'), 'a\\tb\\\\c\\nd')
  assert.equal(copyText(null), '\\N')
  assert.equal(copyText({ a: 'x"y\\' }), '{"a":"x\\\\"y\\\\\\\\"}')
})
