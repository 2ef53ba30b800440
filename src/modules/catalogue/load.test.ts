import assert from 'node:assert/strict'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { loadCatalogue } from './load.ts'
import type { CatalogueProblem } from './load.ts'

const belgium = join(import.meta.dirname, '../../../catalogue/belgium')
const folders: string[] = []
after(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))))

async function copyOfBelgium(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'catalogue-'))
  folders.push(folder)
  await cp(belgium, folder, { recursive: true })
  return folder
}

async function problemsOf(folder: string): Promise<readonly CatalogueProblem[]> {
  const loaded = await loadCatalogue(folder)
  assert.equal(loaded.ok, false, 'the broken catalogue was accepted')
  return loaded.ok ? [] : loaded.problems
}

type Edit = { readonly file: string; readonly after?: string; readonly from: string; readonly to: string }
/** `mark` is text of the edited file on the line that the problem must name; `past` skips to an earlier text first. */
type Expected = { readonly file?: string; readonly past?: string; readonly mark: string; readonly says: RegExp }

const lineOf = (text: string, { past = '', mark }: Expected): number => {
  const at = text.indexOf(mark, Math.max(0, text.indexOf(past)))
  assert.notEqual(at, -1, `no “${mark}” in the edited file`)
  return text.slice(0, at).split('\n').length
}

/** Makes one edit in a copy and expects exactly these problems, each at its line. */
function refuses(title: string, edit: Edit, ...expected: Expected[]): void {
  test(title, async () => {
    const folder = await copyOfBelgium()
    const path = join(folder, edit.file)
    const text = await readFile(path, 'utf8')
    const start = text.indexOf(edit.from, edit.after === undefined ? 0 : text.indexOf(edit.after))
    assert.notEqual(start, -1, `nothing to edit: “${edit.from}”`)
    await writeFile(path, text.slice(0, start) + edit.to + text.slice(start + edit.from.length))
    const problems = await problemsOf(folder)
    assert.equal(problems.length, expected.length, JSON.stringify(problems, null, 2))
    for (const each of expected) {
      const file = each.file ?? edit.file
      const line = lineOf(await readFile(join(folder, file), 'utf8'), each)
      const found = problems.find((problem) => problem.file === file && problem.line === line)
      assert.ok(found, `nothing at ${file}:${line} in ${JSON.stringify(problems)}`)
      assert.match(found.message, each.says)
    }
  })
}

test('the Belgian catalogue is right and has at least the agreed contents', async () => {
  const loaded = await loadCatalogue(belgium)
  assert.deepEqual(loaded.ok ? [] : loaded.problems, [])
  assert.ok(loaded.ok)
  const { domains, capacities, services, roles, levels, keys, legalForms, functions, juridicalSituations } =
    loaded.value
  assert.ok(domains.size >= 8)
  assert.ok(capacities.size >= 20)
  assert.ok(services.size >= 40)
  assert.ok(new Set([...services.values()].map(({ domain }) => domain)).size >= 8)
  assert.ok(roles.size >= 25)
  assert.deepEqual(Object.keys(levels), ['100', '200', '300', '400', '450', '500'])
  assert.ok(keys.size >= 5)
  assert.ok(legalForms.size >= 30)
  assert.ok(functions.size >= 10)
  assert.ok(juridicalSituations.size >= 30)
})

test('the Belgian roles use every context, every type of parameter, limits, exclusions and each way to assign', async () => {
  const loaded = await loadCatalogue(belgium)
  assert.ok(loaded.ok)
  const roles = [...loaded.value.roles.values()]
  const contexts = roles.flatMap((role) => role.contexts)
  const types = new Set(roles.flatMap(({ parameters }) => parameters.map(({ type }) => type)))
  assert.deepEqual([...types].toSorted(), ['boolean', 'choice', 'choices', 'date', 'establishment', 'number', 'text'])
  assert.deepEqual([...new Set(contexts.map(({ context }) => context))].toSorted(), [
    'civil-servant',
    'enterprise',
    'self-employed',
  ])
  assert.ok(roles.some(({ holdersMax }) => holdersMax !== null))
  assert.ok(roles.some(({ excludes }) => excludes.length > 0))
  assert.ok(roles.some(({ automaticForRepresentatives }) => automaticForRepresentatives))
  for (const field of ['staffOnly', 'direct', 'byInvitation'] as const)
    assert.deepEqual(new Set(contexts.map((context) => context[field])), new Set([true, false]), field)
  assert.ok(contexts.some(({ longestValidityDays }) => longestValidityDays !== null))
})

test('C10 Belgium has seven exception procedures, each with a checklist; only what takes nothing over waits for nothing', async () => {
  const loaded = await loadCatalogue(belgium)
  assert.ok(loaded.ok)
  const { procedures } = loaded.value
  assert.deepEqual(
    [...procedures.keys()],
    [
      'foreign-enterprise',
      'lost-chief',
      'no-eid',
      'no-national-number',
      'public-institution',
      'representative-is-legal-person',
      'trustee-not-in-register',
    ],
  )
  const shown = new Set([...procedures.values()].flatMap(({ whenRefused }) => whenRefused))
  for (const way of [
    'not-in-register',
    'function-not-named',
    'function-does-not-empower',
    'already-registered',
  ] as const)
    assert.ok(shown.has(way), `${way} has a way out`)
  for (const { code, checklist, waitingHours, leadsTo } of procedures.values()) {
    assert.ok(
      checklist.some(({ kind }) => kind === 'document'),
      code,
    )
    assert.equal(waitingHours, code === 'foreign-enterprise' ? 0 : 72, code)
    assert.ok(leadsTo.includes('appoint-chief'), code)
  }
})

test('C10 a country without exception procedures needs no file of them', async () => {
  const folder = await copyOfBelgium()
  await rm(join(folder, 'procedures.yaml'))
  const loaded = await loadCatalogue(folder)
  assert.ok(loaded.ok)
  assert.equal(loaded.value.procedures.size, 0)
})

test('the automatic rights of the Belgian catalogue are those of the social security', async () => {
  const loaded = await loadCatalogue(belgium)
  assert.ok(loaded.ok)
  const managers = ['chief-access-manager', 'co-chief-access-manager', 'access-manager', 'group-manager']
  const automatic = [...loaded.value.services.values()].filter(({ automaticFor }) => automaticFor.length > 0)
  assert.deepEqual(Object.fromEntries(automatic.map(({ code, automaticFor }) => [code, automaticFor])), {
    chaman: managers,
    'contact-data': [...managers, 'user'],
    'e-box': [...managers, 'user'],
  })
})

describe('a folder or file is refused when', () => {
  test('the folder does not exist', async () => {
    const [problem, ...others] = await problemsOf(join(belgium, 'nowhere'))
    assert.deepEqual(others, [])
    assert.match(problem?.message ?? '', /is no folder: give the path/)
  })
  test('a file is missing', async () => {
    const folder = await copyOfBelgium()
    await rm(join(folder, 'keys.yaml'))
    assert.deepEqual(await problemsOf(folder), [{ file: 'keys.yaml', line: 1, message: 'is missing: add the file' }])
  })
  test('a file has a name that is not known', async () => {
    const folder = await copyOfBelgium()
    await writeFile(join(folder, 'rolls.yaml'), '- code: x\n')
    const problems = await problemsOf(folder)
    assert.deepEqual(
      problems.map(({ file, line }) => [file, line]),
      [['rolls.yaml', 1]],
    )
    assert.match(problems[0]?.message ?? '', /rename it to one of/)
  })
  test('a file is empty', async () => {
    const folder = await copyOfBelgium()
    await writeFile(join(folder, 'roles.yaml'), '# nothing\n')
    const problems = await problemsOf(folder)
    assert.deepEqual(
      problems.map(({ file }) => file),
      ['roles.yaml'],
    )
    assert.match(problems[0]?.message ?? '', /holds no list/)
  })
  refuses(
    'a single entry is written as a list',
    { file: 'strength.yaml', from: 'code: 200\nstrong: 450', to: '- 200\n- 450' },
    { mark: '#', says: /holds no fields/ },
  )
  refuses(
    'the YAML cannot be read',
    { file: 'roles.yaml', after: 'onegate-admin', from: 'parameters: []', to: 'parameters: [' },
    { past: 'code: onegate-admin', mark: 'opensService', says: /end with a \]: correct the YAML/ },
  )
  refuses(
    'a field stands twice in one entry',
    { file: 'domains.yaml', from: '- code: finance\n', to: '- code: finance\n  code: finances\n' },
    { mark: '  code: finances', says: /twice in the same entry: keep one/ },
  )
  refuses(
    'an entry refers to another by a YAML alias',
    { file: 'strength.yaml', from: 'code: 200\nstrong: 450', to: 'code: &x 200\nstrong: *x' },
    { mark: '*x', says: /write its content out/ },
  )
  refuses(
    'an entry has no code',
    { file: 'domains.yaml', from: '- code: mobility\n  name', to: '- name' },
    { mark: 'name: { nl: Mobiliteit', says: /has no “code”: add it/ },
  )
  refuses(
    'a code of the register is not in quotes',
    { file: 'legal-forms.yaml', from: "'014'", to: '014' },
    { mark: 'code: 014', says: /as a text, in quotes/ },
  )
})

describe('an entry is refused when', () => {
  refuses(
    'a field is misspelt, naming the misspelt and the missing one',
    { file: 'services.yaml', after: 'code: webdiv', from: 'mustBeGiven', to: 'mustBegiven' },
    { mark: 'mustBegiven', says: /webdiv: “mustBegiven” is not known here/ },
    { mark: 'code: webdiv', says: /webdiv: “mustBeGiven” is missing: add it/ },
  )
  refuses(
    'a field is called __proto__',
    { file: 'domains.yaml', after: 'mobility', from: 'opensByDefault', to: '__proto__: { x: 1 }\n  opensByDefault' },
    { mark: '__proto__', says: /not known here/ },
  )
  refuses(
    'a text lacks a language',
    { file: 'domains.yaml', from: ', de: Mobilität', to: '' },
    {
      mark: 'name: { nl: Mobiliteit',
      says: /mobility: the text in “de” is missing: every text is written in nl, fr, de, en/,
    },
  )
  refuses(
    'a text has a language that the screens do not know',
    { file: 'domains.yaml', from: 'de: Mobilität,', to: 'de: Mobilität, es: Movilidad,' },
    { mark: 'es: Movilidad', says: /“es” is not known here/ },
  )
  refuses(
    'a text is empty',
    { file: 'domains.yaml', from: 'de: Mobilität,', to: "de: ''," },
    { mark: "de: ''", says: /“de” is empty: write the text/ },
  )
  refuses(
    'a text holds an invisible character',
    { file: 'domains.yaml', from: 'de: Mobilität,', to: 'de: "Mobi\\u202elität",' },
    { mark: 'de: "Mobi', says: /invisible character: remove it/ },
  )
  refuses(
    'a level is not in the list',
    { file: 'services.yaml', after: 'code: dimona', from: 'level: 400', to: 'level: 350' },
    { mark: 'level: 350', says: /dimona: “level” is “350”, which is not in the list: choose 100, 200/ },
  )
  refuses(
    'a level of the levels file is not in the list, and the one replaced is missed',
    { file: 'levels.yaml', from: '- level: 400', to: '- level: 350' },
    { mark: 'level: 350', says: /not in the list/ },
    { mark: '#', says: /“400” is missing: add it/ },
  )
  refuses(
    'a choice is not in the list',
    { file: 'services.yaml', after: 'code: dimona', from: 'openedBy: authorisation', to: 'openedBy: key' },
    { mark: 'openedBy: key', says: /choose authorisation, role, either/ },
  )
  refuses(
    'yes stands where true is meant',
    { file: 'domains.yaml', after: 'code: mobility', from: 'opensByDefault: false', to: 'opensByDefault: yes' },
    { mark: 'opensByDefault: yes', says: /the text “yes”: write true or false/ },
  )
  refuses(
    'a code has capitals or spaces',
    { file: 'keys.yaml', from: 'code: mygov', to: 'code: My Gov' },
    { mark: 'code: My Gov', says: /is no code: use small letters/ },
  )
  refuses(
    'an address is not https',
    { file: 'services.yaml', after: 'code: webdiv', from: 'url: https', to: 'url: javascript' },
    { mark: 'url: javascript', says: /is no address: write https/ },
  )
  refuses(
    'an address names no scheme and leaves the site',
    { file: 'services.yaml', after: 'code: e-box', from: 'url: /e-box', to: 'url: //evil.example' },
    { mark: 'url: //evil', says: /is no address/ },
  )
  refuses(
    'the zone is no time zone',
    { file: 'meta.yaml', from: 'Europe/Brussels', to: 'Europe/Bruxelles' },
    { mark: 'zone:', says: /is no time zone: write an IANA name/ },
  )
  refuses(
    'an operation is not known, and the one replaced is missed',
    { file: 'operations.yaml', from: 'code: resign', to: 'code: retire' },
    { mark: 'code: retire', says: /not in the list/ },
    { mark: '#', says: /“resign” is missing: add it/ },
  )
  refuses(
    'a list names something twice',
    { file: 'capacities.yaml', from: 'services: [dimona,', to: 'services: [dimona, dimona,' },
    { mark: 'services: [dimona, dimona', says: /names something twice: keep one/ },
  )
  refuses(
    'an item of a list is wrong, and is counted from 1',
    { file: 'offices.yaml', from: 'grounds: [employee, legal-representative]', to: 'grounds: [employee, cousin]' },
    { mark: 'cousin', says: /“grounds, item 2” is “cousin”/ },
  )
  refuses(
    'a parameter has a type that is not known',
    { file: 'roles.yaml', from: 'type: boolean', to: 'type: yesno' },
    { mark: 'type: yesno', says: /is no type of parameter: choose/ },
  )
  refuses(
    'a pattern is no regular expression',
    {
      file: 'roles.yaml',
      from: 'type: boolean',
      to: "type: text\n      pattern: '['\n      lengthMax: 20",
    },
    { mark: "pattern: '['", says: /is no regular expression/ },
  )
  refuses(
    'a validity is shorter than a day',
    { file: 'roles.yaml', from: 'longestValidityDays: 1096', to: 'longestValidityDays: 0' },
    { mark: 'longestValidityDays: 0', says: /less than a day/ },
  )
})

test('every problem of a catalogue is named at once, in the order of files and lines', async () => {
  const folder = await copyOfBelgium()
  for (const [file, from, to] of [
    ['services.yaml', 'level: 450', 'level: 451'],
    ['services.yaml', 'domain: mobility', 'domain: mobile'],
    ['keys.yaml', 'level: 500', 'level: 501'],
  ] as const) {
    const path = join(folder, file)
    await writeFile(path, (await readFile(path, 'utf8')).replace(from, to))
  }
  const problems = await problemsOf(folder)
  assert.deepEqual(
    problems.map(({ file }) => file),
    ['capacities.yaml', 'keys.yaml', 'services.yaml', 'services.yaml'],
  )
  assert.deepEqual(
    problems.map(({ line }) => line),
    problems.toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line).map(({ line }) => line),
  )
})
