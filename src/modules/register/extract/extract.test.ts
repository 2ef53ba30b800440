import fc from 'fast-check'
import assert from 'node:assert/strict'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { openExtract } from './index.ts'
import {
  bakker,
  enterprise,
  fullSet,
  inFolder,
  kantoor,
  linesOf,
  metaOf,
  molen,
  plain,
  readFiles,
  readSet,
  row,
  stranger,
  unit,
  updateSet,
  winkel,
  withLine,
  writeFolder,
  writeZip,
  zee,
  type Files,
} from './test-support/sets.ts'
import { zipOf } from './test-support/zip-writer.ts'
import { registerColumns } from './tables.ts'
import type { EntityChange, Problem } from './types.ts'

const nothing = { nl: null, fr: null }
const expected: readonly EntityChange[] = [
  {
    number: plain(molen),
    kind: 'enterprise',
    header: {
      kind: 'enterprise',
      type: 'legal-person',
      legalForm: '014',
      situation: '000',
      started: '1960-08-09' as never,
    },
    names: [
      { type: '001', language: 'nl', name: 'De "Oude" Molen, Gent' },
      { type: '001', language: 'fr', name: 'Le Vieux Moulin' },
    ],
    addresses: [
      {
        type: 'REGO',
        country: nothing,
        zip: '9000',
        municipality: { nl: 'Gent', fr: 'Gand' },
        street: { nl: 'Molenstraat', fr: 'Rue du Moulin' },
        houseNumber: '12',
        box: '3',
        extra: 'Poort 2',
        struckOff: null,
      },
    ],
    contacts: [{ of: 'ENT', type: 'WEB', value: 'www.molen.example' }],
    activities: [{ group: '001', version: '2025', code: '10610', classification: 'MAIN' }],
  },
  {
    number: plain(bakker),
    kind: 'enterprise',
    header: {
      kind: 'enterprise',
      type: 'natural-person',
      legalForm: null,
      situation: '000',
      started: '2018-02-01' as never,
    },
    names: [{ type: '001', language: null, name: 'Jan Bakker' }],
    addresses: [],
    contacts: [],
    activities: [],
  },
  {
    number: plain(zee),
    kind: 'enterprise',
    header: {
      kind: 'enterprise',
      type: 'legal-person',
      legalForm: '017',
      situation: '012',
      started: '2023-02-16' as never,
    },
    names: [{ type: '001', language: 'de', name: 'Küste é Zee' }],
    addresses: [
      {
        type: 'REGO',
        country: { nl: 'Nederland', fr: 'Pays-Bas' },
        zip: '4521 AB',
        municipality: { nl: 'Biervliet', fr: null },
        street: { nl: 'Zeeweg', fr: null },
        houseNumber: '1',
        box: null,
        extra: null,
        struckOff: '2025-05-05' as never,
      },
    ],
    contacts: [],
    activities: [],
  },
  {
    number: plain(winkel),
    kind: 'establishment',
    header: { kind: 'establishment', enterprise: plain(molen) as never, started: '2001-03-01' as never },
    names: [{ type: '003', language: 'nl', name: 'Winkel' }],
    addresses: [],
    contacts: [{ of: 'EST', type: 'TEL', value: '09 123' }],
    activities: [],
  },
  {
    number: plain(kantoor),
    kind: 'branch',
    header: { kind: 'branch', enterprise: plain(zee) as never, started: '1995-09-01' as never },
    names: [],
    addresses: [],
    contacts: [],
    activities: [],
  },
]

const each = (files: Files, change: (text: string, name: string) => string | Buffer): Files =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [name, change(text.toString(), name)]))
/** The rows of every file in this order, of as many as it has; the header stays. */
const turned = (text: string): string => {
  const [header = '', ...rows] = text.trimEnd().split('\n')
  return [header, ...rows.toReversed(), ''].join('\n')
}

const forms: readonly (readonly [string, Files])[] = [
  ['as published', fullSet],
  ['with CRLF', each(fullSet, (text) => text.replaceAll('\n', '\r\n'))],
  ['with a byte-order mark', each(fullSet, (text) => `\ufeff${text}`)],
  ['without a line break at the end', each(fullSet, (text) => text.trimEnd())],
  [
    'with quotes around the header and every value',
    each(fullSet, (text) =>
      text.replaceAll(/^.*$/gm, (line, at) =>
        at === 0
          ? line
              .split(',')
              .map((name: string) => `"${name}"`)
              .join(',')
          : line.replaceAll(/(?<=,)(\d\d-\d\d-\d{4})(?=,|$)/g, '"$1"'),
      ),
    ),
  ],
  [
    'with numbers without dots',
    each(fullSet, (text) =>
      text
        .replaceAll(/"(\d{4})\.(\d{3})\.(\d{3})"/g, '"$1$2$3"')
        .replaceAll(/"(\d)\.(\d{3})\.(\d{3})\.(\d{3})"/g, '"$1$2$3$4"'),
    ),
  ],
  [
    'with names in capitals',
    Object.fromEntries(
      Object.entries(fullSet).map(([name, text]) => [name.replace('branch', 'Branch').replace('.csv', '.CSV'), text]),
    ),
  ],
  ['with empty lines', each(fullSet, (text) => text.replaceAll('\n', '\n\n'))],
  [
    'one folder down',
    Object.fromEntries(Object.entries(fullSet).map(([name, text]) => [`KboOpenData_0140_2026_10_Full/${name}`, text])),
  ],
]

for (const [form, files] of forms) {
  test(`a full set ${form} is read from a folder and from a ZIP`, () =>
    inFolder(async (folder) => {
      for (const path of [await writeFolder(folder, files), await writeZip(folder, files)]) {
        const read = await readSet(path, { activities: true })
        assert.deepEqual(read.refused, [])
        assert.deepEqual(read.problems, [])
        assert.deepEqual(read.entities, expected)
        assert.deepEqual(read.extract?.meta, {
          type: 'full',
          number: 140,
          snapshot: '2026-10-03',
          madeAt: '04-10-2026 07:07:49',
          version: '1.0.0',
        })
        assert.equal(read.extract?.numbersComplete, true)
        assert.equal(read.extract?.rowCounts['denomination.csv'], 5)
      }
    }))
}

test('columns may stand in another order, and further ones are told and passed over', async () => {
  const files = {
    ...fullSet,
    'establishment.csv': `EnterpriseNumber,Colour,EstablishmentNumber,StartDate\n"${molen}","green","${winkel}",01-03-2001\n`,
  }
  const read = await readFiles(files, { activities: true })
  assert.deepEqual(read.entities, expected)
  assert.deepEqual(
    read.problems.map(({ file, line }) => [file, line]),
    [['establishment.csv', 1]],
  )
  assert.match(read.problems[0]?.message ?? '', /"Colour"/)
})

test('a set that is not in order is sorted first, in small runs, and its copies are removed', () =>
  inFolder(async (tempDir) => {
    const files = each(fullSet, (text, name) => (name === 'meta.csv' ? text : turned(text)))
    const read = await readFiles(files, { activities: true, limits: { sortBytes: 1 } })
    assert.deepEqual(read.problems, [])
    const names = (one: EntityChange | undefined) => one?.names?.map(({ name }) => name)
    assert.deepEqual(names(read.entities[0]), ['Le Vieux Moulin', 'De "Oude" Molen, Gent'])
    assert.deepEqual(
      read.entities.map((one) => ({ ...one, names: one.names?.toReversed() })),
      expected,
    )
    assert.deepEqual(await readdir(tempDir), [])
  }))

test('a file is sorted the same in one run and in many, with its lines', async () => {
  const numbers = Array.from({ length: 300 }, (_, at) => enterprise(1_000_000 + ((at * 7919) % 300) * 100))
  const files = {
    ...fullSet,
    'enterprise.csv': linesOf(
      registerColumns.enterprise,
      ...numbers.map((number) => row(number, 'AC', '000', '2', '610', '', '01-01-2010')),
    ),
    'denomination.csv': linesOf(
      registerColumns.denomination,
      ...numbers.flatMap((number, at) => [
        row(number, '2', '001', `Naam\n${at}`),
        row(number, '9', '001', `Naam ${at}`),
      ]),
    ),
    'establishment.csv': linesOf(registerColumns.establishment),
    'branch.csv': linesOf(registerColumns.branch),
    'address.csv': linesOf(registerColumns.address),
    'contact.csv': linesOf(registerColumns.contact),
  }
  const one = await readFiles(files)
  const many = await readFiles(files, { limits: { sortBytes: 2000 } })
  assert.equal(one.entities.length, 300)
  assert.deepEqual(
    one.entities.map((entity) => entity.number),
    numbers.map(plain).toSorted(),
  )
  assert.ok(
    one.entities.every((entity) => entity.names?.[0]?.name === `Naam ${numbers.map(plain).indexOf(entity.number)}`),
  )
  assert.deepEqual(many.entities, one.entities)
  assert.deepEqual(
    one.problems.map(({ line }) => line).toSorted((a, b) => a - b),
    Array.from({ length: 300 }, (_, at) => at * 3 + 4),
  )
  assert.deepEqual(many.problems, one.problems)
})

test('a text over several lines is one text, its breaks spaces', async () => {
  const read = await readFiles(
    withLine(fullSet, 'denomination.csv', 3, `"${molen}","1","002","Le\r\nVieux\nMoulin\tGand"`),
  )
  assert.deepEqual(read.problems, [])
  assert.deepEqual(read.entities[0]?.names?.[1], { type: '002', language: 'fr', name: 'Le Vieux Moulin Gand' })
  assert.equal(read.extract?.rowCounts['denomination.csv'], 6)
})

test('activities are read only when they are asked for', async () => {
  const { 'activity.csv': _, ...files } = fullSet
  const read = await readFiles(files)
  assert.deepEqual(
    read.entities,
    expected.map((one) => ({ ...one, activities: null })),
  )
  assert.equal('activity.csv' in (read.extract?.rowCounts ?? {}), false)
})

test('an update says of each entity what its files speak of, and no more', async () => {
  const read = await readFiles(updateSet)
  assert.deepEqual(read.problems, [])
  const said = { names: null, addresses: null, contacts: null, activities: null }
  assert.deepEqual(read.entities, [
    {
      number: plain(molen),
      kind: 'enterprise',
      header: { kind: 'enterprise', type: 'legal-person', legalForm: '610', situation: '050', started: '1960-08-09' },
      ...said,
      contacts: [],
    },
    { number: plain(bakker), kind: 'enterprise', header: 'gone', ...said, names: [] },
    {
      number: plain(stranger),
      kind: 'enterprise',
      header: { kind: 'enterprise', type: 'legal-person', legalForm: '610', situation: '000', started: '2026-10-01' },
      ...said,
      names: [{ type: '001', language: 'nl', name: 'Nieuw' }],
    },
    {
      number: plain(zee),
      kind: 'enterprise',
      header: null,
      ...said,
      names: [
        { type: '001', language: 'nl', name: 'Zee' },
        { type: '002', language: 'nl', name: 'Z' },
      ],
    },
    { number: plain(winkel), kind: 'establishment', header: 'gone', ...said },
  ])
  assert.equal(read.extract?.holds(plain(stranger)), true)
  assert.equal(read.extract?.holds(plain(bakker)), false)
})

test('an inserted row that cannot be read makes nothing gone', async () => {
  const cases: [Files, string][] = [
    [
      withLine(updateSet, 'enterprise_insert.csv', 3, row(bakker, 'ST', '000', '1', '', '', '01-02-2018')),
      'its own bad row',
    ],
    [
      withLine(updateSet, 'enterprise_insert.csv', 3, row('0700', 'AC', '000', '1', '', '', '01-02-2018')),
      'a row of nobody',
    ],
  ]
  for (const [files, why] of cases) {
    const read = await readFiles(files)
    assert.equal(read.entities.find((one) => one.number === plain(bakker))?.header, 'unreadable', why)
    assert.equal(read.problems.length, 1)
    assert.equal(read.problems[0]?.file, 'enterprise_insert.csv')
    assert.equal(read.problems[0]?.line, 3)
  }
})

test('names of which no inserted row can be read stay as they are; of which one can, that one stands', async () => {
  const bad = row(bakker, '9', '001', 'Jan')
  const alone = await readFiles(withLine(updateSet, 'denomination_insert.csv', 2, bad))
  assert.equal(alone.entities.find((one) => one.number === plain(bakker))?.names, null)
  const beside = await readFiles(withLine(updateSet, 'denomination_insert.csv', 3, row(zee, '9', '001', 'Zee')))
  assert.equal(beside.entities.find((one) => one.number === plain(zee))?.names?.length, 2)
})

test('a bad row of what is deleted deletes nothing', async () => {
  const read = await readFiles(withLine(updateSet, 'enterprise_delete.csv', 3, `"${enterprise(6_000_001)}","x"`))
  assert.deepEqual(
    read.problems.map(({ file, line }) => [file, line]),
    [['enterprise_delete.csv', 3]],
  )
  assert.equal(read.entities.find((one) => one.number === plain(enterprise(6_000_001)))?.header, null)
})

test('reading goes on after a number, in batches of the size asked', () =>
  inFolder(async (folder) => {
    const problems: Problem[] = []
    // Two bad rows of the first part: one that names the entity, and one that names none.
    const once = withLine(fullSet, 'contact.csv', 3, row(molen, 'ENT', 'TEL', ''))
    const path = await writeFolder(folder, withLine(once, 'denomination.csv', 3, row('?', '2', '001', 'Molen')))
    const opened = await openExtract(path, {
      activities: true,
      tempDir: folder,
      onProblem: (one) => problems.push(one),
    })
    assert.ok(opened.ok)
    const { value: extract } = opened
    const numbers = async (after: string | null, batchSize: number): Promise<string[][]> => {
      const batches: string[][] = []
      for await (const batch of extract.entities({ after, batchSize })) batches.push(batch.map((one) => one.number))
      return batches
    }
    const all = expected.map((one) => one.number)
    assert.deepEqual(await numbers(plain(molen), 3), [all.slice(1, 4), all.slice(4)])
    assert.deepEqual(problems, [], 'what was told in the first part is not told again')
    assert.deepEqual(await numbers(null, 5), [all])
    assert.equal(problems.length, 2)
    assert.deepEqual(
      await numbers(null, 1),
      all.map((one) => [one]),
    )
    assert.equal(problems.length, 2, 'a problem is told once')
    assert.deepEqual(await numbers(plain(kantoor), 5), [])
    assert.deepEqual(await numbers('0700000099', 9), [all.slice(1)], 'after a number that the set does not hold')
    assert.equal(extract.progress.bytesRead, extract.bytesTotal)
    assert.deepEqual((await extract.codes())[1], {
      category: 'JuridicalSituation',
      code: '000',
      language: 'FR',
      description: 'Situation normale',
    })
    await extract.close()
  }))

/** How many files this process has open, where the system tells. */
const openFiles = (): Promise<number> =>
  readdir('/proc/self/fd').then(
    (all) => all.length,
    () => 0,
  )

test('a reading that is left halfway closes its files', () =>
  inFolder(async (folder) => {
    for (const path of [await writeFolder(folder, fullSet), await writeZip(folder, fullSet)]) {
      const opened = await openExtract(path, { activities: true, tempDir: folder, onProblem: () => undefined })
      assert.ok(opened.ok)
      const before = await openFiles()
      for await (const batch of opened.value.entities({ after: null, batchSize: 1 })) {
        assert.equal(batch.length, 1)
        break
      }
      assert.equal(await openFiles(), before)
      const abandoned = opened.value.entities({ after: null, batchSize: 1 })[Symbol.asyncIterator]()
      await abandoned.next()
      void abandoned.next().catch(() => undefined)
      await opened.value.close()
      // A ZIP itself is open as long as the set.
      assert.equal(await openFiles(), path.endsWith('.zip') ? before - 1 : before)
    }
  }))

test('a file that changes while the set is read stops the reading', () =>
  inFolder(async (folder) => {
    const path = await writeFolder(folder, fullSet)
    const opened = await openExtract(path, { activities: true, tempDir: folder, onProblem: () => undefined })
    assert.ok(opened.ok)
    await writeFile(join(path, 'denomination.csv'), turned(fullSet['denomination.csv'] ?? ''))
    await assert.rejects(async () => {
      for await (const _ of opened.value.entities({ after: null, batchSize: 9 }));
    }, /denomination\.csv was changed while it was read/)
    await opened.value.close()
  }))

test('any set that is written is read the same, in any order of rows, from a folder and from a ZIP', async () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'é', '"', ',', ' ', '🌊', 'ß', "'", ';'),
    minLength: 1,
    maxLength: 30,
  })
  const names = fc.array(
    fc.record({ type: fc.constantFrom('001', '002'), language: fc.constantFrom('0', '1', '2', '3', '4'), name: text }),
    { maxLength: 4 },
  )
  const entity = fc.record({ sequence: fc.integer({ min: 1, max: 19_999_999 }), names, contact: fc.option(text) })
  const set = fc.uniqueArray(entity, { selector: (one) => one.sequence, maxLength: 25 })
  const languages = { '0': null, '1': 'fr', '2': 'nl', '3': 'de', '4': 'en' } as const
  await fc.assert(
    fc.asyncProperty(set, fc.boolean(), fc.boolean(), async (entities, isShuffled, isZip) => {
      const inOrder = isShuffled ? entities : entities.toSorted((a, b) => a.sequence - b.sequence)
      const files = {
        ...fullSet,
        'enterprise.csv': linesOf(
          registerColumns.enterprise,
          ...inOrder.map((one) => row(enterprise(one.sequence), 'AC', '000', '2', '610', '', '01-01-2010')),
        ),
        'denomination.csv': linesOf(
          registerColumns.denomination,
          ...inOrder.flatMap((one) =>
            one.names.map((name) => row(enterprise(one.sequence), name.language, name.type, name.name)),
          ),
        ),
        'contact.csv': linesOf(
          registerColumns.contact,
          ...inOrder.flatMap((one) =>
            one.contact === null ? [] : [row(enterprise(one.sequence), 'ENT', 'WEB', one.contact)],
          ),
        ),
        'address.csv': linesOf(registerColumns.address),
        'establishment.csv': linesOf(registerColumns.establishment),
        'branch.csv': linesOf(registerColumns.branch),
      }
      const read = await inFolder(async (folder) =>
        readSet(await (isZip ? writeZip : writeFolder)(folder, files), { limits: { sortBytes: 500 } }),
      )
      assert.deepEqual(read.problems, [])
      assert.deepEqual(
        read.entities.map(({ number, names: some, contacts }) => ({ number, names: some, contacts })),
        entities
          .toSorted((a, b) => a.sequence - b.sequence)
          .map((one) => ({
            number: plain(enterprise(one.sequence)),
            names: one.names.map((name) => ({ ...name, language: languages[name.language as '0'] })),
            contacts: one.contact === null ? [] : [{ of: 'ENT', type: 'WEB', value: one.contact }],
          })),
      )
      assert.ok(entities.every((one) => read.extract?.holds(plain(enterprise(one.sequence)))))
    }),
    { numRuns: 60 },
  )
})

test('rows cut by the pieces in which a file is read come whole', async () => {
  // Far more than one piece of 256 KB, with signs of two to four bytes and texts over several lines at every cut.
  const numbers = Array.from({ length: 3000 }, (_, at) => enterprise(1_000_000 + at))
  const long = 'é🌊"\n'.repeat(30)
  const files = {
    ...fullSet,
    'enterprise.csv': linesOf(
      registerColumns.enterprise,
      ...numbers.map((number) => row(number, 'AC', '000', '2', '610', '', '01-01-2010')),
    ),
    'denomination.csv': linesOf(
      registerColumns.denomination,
      ...numbers.map((number, at) => row(number, '2', '001', `${at}${long}`)),
    ),
    'establishment.csv': linesOf(registerColumns.establishment),
    'branch.csv': linesOf(registerColumns.branch),
    'address.csv': linesOf(registerColumns.address),
    'contact.csv': linesOf(registerColumns.contact),
  }
  await inFolder(async (folder) => {
    const stored = zipOf(Object.entries(files).map(([name, content]) => ({ name, content, stored: true })))
    await writeFile(join(folder, 'stored.zip'), stored)
    for (const path of [await writeFolder(folder, files), await writeZip(folder, files), join(folder, 'stored.zip')]) {
      const read = await readSet(path)
      assert.deepEqual(read.problems, [])
      assert.equal(read.entities.length, 3000)
      assert.ok(read.entities.every((one, at) => one.names?.[0]?.name === `${at}${long}`.replaceAll('\n', ' ')))
    }
  })
})

test('a set made after today is refused when today is known', () =>
  inFolder(async (folder) => {
    const path = await writeFolder(folder, { ...fullSet, 'meta.csv': metaOf() })
    const ask = (today: string) =>
      openExtract(path, { activities: false, tempDir: folder, onProblem: () => undefined, today: today as never })
    const early = await ask('2026-10-02')
    assert.equal(early.ok, false)
    const late = await ask('2026-10-03')
    assert.ok(late.ok)
    await late.value.close()
  }))

test('of a unit whose number was never given out nothing is held', async () => {
  const read = await readFiles(fullSet)
  assert.equal(read.extract?.holds(plain(molen)), true)
  assert.equal(read.extract?.holds(plain(stranger)), false)
  assert.equal(read.extract?.holds(plain(unit(20_000_004))), false)
})
