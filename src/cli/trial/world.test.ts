import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { loadCatalogue, type Catalogue } from '#catalogue'
import { enterpriseNumberFormat, parseRszNumber } from '#kernel'
import { emptyWorld, parseWorld, readWorld, type FictionalWorld } from './world.ts'

const folder = join(import.meta.dirname, '../../../catalogue')

async function catalogueIn(name: string): Promise<Catalogue> {
  const loaded = await loadCatalogue(join(folder, name))
  assert.ok(loaded.ok, JSON.stringify(loaded))
  return loaded.value
}

async function worldIn(name: string): Promise<{ catalogue: Catalogue; world: FictionalWorld }> {
  const catalogue = await catalogueIn(name)
  const read = await readWorld(join(folder, name), catalogue)
  assert.ok(read.ok, JSON.stringify(read))
  return { catalogue, world: read.value }
}

describe('the fictional world of a catalogue', () => {
  test('every catalogue that is shipped brings one, numbered in its own format', async () => {
    for (const name of readdirSync(folder)) {
      const { catalogue, world } = await worldIn(name)
      const numbers = enterpriseNumberFormat(catalogue.meta.enterpriseNumberFormat)
      assert.ok(world.persons.length > 5 && world.enterprises.length > 2 && world.story.length > 5, name)
      for (const { number, code } of world.enterprises) assert.ok(numbers.parse(number).ok, `${name}: ${code}`)
      for (const { does } of world.guides) assert.deepEqual(Object.keys(does).toSorted(), ['de', 'en', 'fr', 'nl'])
    }
  })

  test('the employers of the Belgian one have numbers with right check digits', async () => {
    const { world } = await worldIn('belgium')
    for (const { employerNumber } of world.enterprises) assert.ok(parseRszNumber(employerNumber ?? '').ok)
  })

  test('a catalogue without one has an empty trial', async () => {
    assert.deepEqual(await readWorld(join(folder, 'nowhere'), await catalogueIn('example')), {
      ok: true,
      value: emptyWorld,
    })
  })

  test('what is wrong in it is named with file and line', async () => {
    const catalogue = await catalogueIn('example')
    const text = readFileSync(join(folder, 'example/trial/world.yaml'), 'utf8')
    const wrong: [replaced: string, by: string, says: RegExp][] = [
      ['signIn: bank-app', 'signIn: itsme', /“itsme” is no digital key/],
      ['signIn: bank-app', 'signIn: [bank-app', /correct the YAML/],
      ['born: 1972-03-09', 'born: 1972-02-30', /./],
      ['born: 1972-03-09', 'born: 9 March', /year-month-day/],
      ['language: fr', 'language: lb', /no language/],
      ['code-token, mail-code]', 'eid]', /“eid” is no digital key/],
      ['code: david-okafor,', 'code: amelie-weber,', /twice/],
      ['sequence: 200411', 'sequence: 1000000', /not a sequence/],
      ["legalForm: '001'", "legalForm: '014'", /“014” is no legal form/],
      ["situation: '000'", "situation: '050'", /“050” is no situation/],
      ["function: '00001'", "function: '10002'", /“10002” is no function/],
      ['person: amelie-weber, function', 'person: nobody, function', /“nobody” is no person/],
      ['does: register-enterprise', 'does: register-company', /“register-company” is no operation/],
      ['by: amelie-weber', 'by: els-claes', /“els-claes” is no person/],
      ['at: northwind', 'at: korenaar', /“korenaar” is no enterprise/],
      ['appointment: chief', 'appointment: boss', /“boss” is no “as”/],
      ['capacity: account-holder }', 'capacities: account-holder }', /activate-capacity does not take/],
      ['  - person: david-okafor', '  - person: an-peeters', /“an-peeters” is no person/],
      ['guides:', 'guide:', /guide/],
    ]
    for (const [replaced, by, says] of wrong) {
      assert.ok(text.includes(replaced), replaced)
      const read = parseWorld(text.replace(replaced, by), catalogue)
      assert.ok(!read.ok, `accepted: ${by}`)
      const [problem] = read.problems
      assert.equal(problem?.file, 'trial/world.yaml')
      const line = text.slice(0, text.indexOf(replaced)).split('\n').length
      if (!['guide:', 'signIn: [bank-app'].includes(by)) {
        assert.ok(Math.abs((problem?.line ?? 0) - line) <= 6, `${by}: line ${problem?.line}, not ${line}`)
      }
      assert.match(problem?.message ?? '', says, by)
    }
  })

  test('it is refused whole: a file that is empty, no list or hostile is a problem, never a fault', async () => {
    const catalogue = await catalogueIn('example')
    for (const text of ['', '[]', 'null', '{}', 'a: &a [*a]', '"', '\u0000', '- 1', 'signIn: {toString: 1}']) {
      assert.equal(parseWorld(text, catalogue).ok, false, JSON.stringify(text))
    }
  })
})
