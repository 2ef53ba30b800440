import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import {
  fullSet,
  inFolder,
  linesOf,
  metaOf,
  readFiles,
  readSet,
  row,
  updateSet,
  withLine,
  type Files,
} from './test-support/sets.ts'
import { zipOf, type ZipEntry } from './test-support/zip-writer.ts'
import type { Limits } from './types.ts'

type Told = readonly [file: string, line: number, message: RegExp]

const without = (files: Files, name: string): Files =>
  Object.fromEntries(Object.entries(files).filter(([one]) => one !== name))
const metaWithout = (variable: string): string =>
  metaOf()
    .split('\n')
    .filter((line) => !line.includes(variable))
    .join('\n')
const meta = (values: Readonly<Record<string, string>>): Files => ({ ...fullSet, 'meta.csv': metaOf(values) })
const empty = (name: string): Files => ({ ...fullSet, [name]: '' })
const swapped = (files: Files, name: string, from: string, to: string): Files => ({
  ...files,
  [name]: (files[name] ?? '').toString().replace(from, to),
})

const sets: readonly (readonly [what: string, files: Files, told: readonly Told[], limits?: Partial<Limits>])[] = [
  ['without meta.csv', without(fullSet, 'meta.csv'), [['meta.csv', 0, /is missing/]]],
  [
    'without two of its files',
    without(without(fullSet, 'code.csv'), 'branch.csv'),
    [
      ['code.csv', 0, /is missing: a full set has all of its files/],
      ['branch.csv', 0, /is missing/],
    ],
  ],
  [
    'of an update without a file',
    without(updateSet, 'address_delete.csv'),
    [['address_delete.csv', 0, /is missing: an update set/]],
  ],
  [
    'that is full, with a file of an update',
    { ...fullSet, 'contact_insert.csv': '' },
    [['contact_insert.csv', 0, /belongs to a set that is not full/]],
  ],
  [
    'that is an update, with a file of a full set',
    { ...updateSet, 'contact.csv': '' },
    [['contact.csv', 0, /belongs to a set that is not an update/]],
  ],
  ['that says full and is an update', { ...updateSet, 'meta.csv': metaOf() }, [['enterprise.csv', 0, /is missing/]]],
  [
    'that does not say which day it shows',
    { ...fullSet, 'meta.csv': metaWithout('SnapshotDate') },
    [['meta.csv', 0, /lacks the variable SnapshotDate/]],
  ],
  [
    'that does not say when it was made',
    { ...fullSet, 'meta.csv': metaWithout('ExtractTimestamp') },
    [['meta.csv', 0, /lacks the variable ExtractTimestamp/]],
  ],
  [
    'that does not say of which kind it is',
    { ...fullSet, 'meta.csv': metaWithout('ExtractType') },
    [['meta.csv', 0, /lacks the variable ExtractType/]],
  ],
  [
    'without its number',
    { ...fullSet, 'meta.csv': metaWithout('ExtractNumber') },
    [['meta.csv', 0, /lacks the variable ExtractNumber/]],
  ],
  [
    'without its version',
    { ...fullSet, 'meta.csv': metaWithout('Version') },
    [['meta.csv', 0, /lacks the variable Version/]],
  ],
  [
    'of 31 September',
    meta({ SnapshotDate: '31-09-2026' }),
    [['meta.csv', 2, /SnapshotDate "31-09-2026" is not a day/]],
  ],
  ['made at 25 o’clock', meta({ ExtractTimestamp: '04-10-2026 25:07:49' }), [['meta.csv', 3, /is not a moment/]]],
  ['made before what it shows', meta({ SnapshotDate: '05-10-2026' }), [['meta.csv', 2, /lies after ExtractTimestamp/]]],
  [
    'of another kind',
    meta({ ExtractType: 'partial' }),
    [['meta.csv', 4, /ExtractType "partial" is wrong: write full or update/]],
  ],
  ['with a number that is none', meta({ ExtractNumber: '14O' }), [['meta.csv', 5, /ExtractNumber "14O"/]]],
  ['with an empty version', meta({ Version: '' }), [['meta.csv', 6, /Version "" is wrong/]]],
  [
    'that gives its number twice',
    withLine(fullSet, 'meta.csv', 6, row('ExtractNumber', '141')),
    [['meta.csv', 6, /gives "ExtractNumber" twice/]],
  ],
  ['that is a supplement', meta({ Content: 'supplement' }), [['meta.csv', 7, /content "supplement"/]]],
  [
    'with a bad row in meta.csv',
    withLine(fullSet, 'meta.csv', 3, 'x'),
    [['meta.csv', 3, /has 1 field where the header has 2/]],
  ],
  [
    'with a meta.csv that is something else',
    { ...fullSet, 'meta.csv': 'x'.repeat(70_000) },
    [['meta.csv', 0, /not the right file/]],
  ],
  [
    'with an empty file',
    empty('denomination.csv'),
    [['denomination.csv', 0, /is empty: its first line is EntityNumber,/]],
  ],
  [
    'with two files that are wrong',
    { ...empty('contact.csv'), 'branch.csv': 'x\n' },
    [
      ['branch.csv', 1, /begins with "x" and not with the header/],
      ['contact.csv', 0, /is empty/],
    ],
  ],
  [
    'without a header',
    { ...fullSet, 'contact.csv': linesOf([], row('a', 'b', 'c', 'd')).trimStart() },
    [['contact.csv', 1, /begins with "a"/]],
  ],
  [
    'without a column',
    swapped(fullSet, 'enterprise.csv', ',JuridicalFormCAC', ''),
    [['enterprise.csv', 1, /lacks the column JuridicalFormCAC/]],
  ],
  [
    'with a column of another name',
    swapped(fullSet, 'address.csv', 'Zipcode', 'Postcode'),
    [['address.csv', 1, /lacks the column Zipcode/]],
  ],
  [
    'with a column twice',
    swapped(fullSet, 'branch.csv', 'StartDate', 'StartDate,StartDate'),
    [['branch.csv', 1, /has the column "StartDate" twice/]],
  ],
  [
    'with a header whose quote stays open',
    swapped(fullSet, 'branch.csv', 'Id', '"Id'),
    [['branch.csv', 1, /the header opens a quote/]],
  ],
  [
    'with semicolons',
    swapped(
      fullSet,
      'contact.csv',
      'EntityNumber,EntityContact,ContactType,Value',
      'EntityNumber;EntityContact;ContactType;Value',
    ),
    [['contact.csv', 1, /not with the header/]],
  ],
  [
    'in UTF-16',
    { ...fullSet, 'branch.csv': Buffer.from(`\ufeff${fullSet['branch.csv']}`, 'utf16le') },
    [['branch.csv', 1, /the header holds bytes that are not UTF-8/]],
  ],
  [
    'with too many codes to hold',
    { ...fullSet, 'code.csv': 'x'.repeat(2000) },
    [['code.csv', 0, /more than the 1000 allowed/]],
    { heldBytesMax: 1000 },
  ],
  ['of too many bytes', fullSet, [['set', 0, /more than the 100 allowed/]], { bytesMax: 100 }],
  ['of too many files', fullSet, [['set', 0, /more than 3 files/]], { filesMax: 3 }],
  ['twice in one folder', { ...fullSet, 'old/meta.csv': metaOf() }, [['meta.csv', 0, /stands more than once/]]],
  [
    'two folders down',
    Object.fromEntries(Object.entries(fullSet).map(([name, text]) => [`a/b/${name}`, text])),
    [['meta.csv', 0, /is missing, at the top and one folder down/]],
  ],
]

for (const [what, files, told, limits] of sets) {
  test(`a set ${what} is refused, with file and line`, async () => {
    const read = await readFiles(files, { activities: true, ...(limits ? { limits } : {}) })
    assert.equal(read.extract, null)
    for (const [file, line, message] of told) {
      const found = read.refused.find((one) => one.file === file)
      assert.ok(found, JSON.stringify(read.refused))
      assert.equal(found.line, line)
      assert.match(found.message, message)
    }
  })
}

const entries: readonly ZipEntry[] = Object.entries(fullSet).map(([name, content]) => ({ name, content }))
const rest = entries.filter((one) => one.name !== 'contact.csv')
const contact = { name: 'contact.csv', content: fullSet['contact.csv'] ?? '' }
const size = contact.content.length
const big = Buffer.alloc(17 * 1024 * 1024, 'x')

const zips: readonly (readonly [what: string, zip: Buffer, file: string, message: RegExp, limits?: Partial<Limits>])[] =
  [
    ['that is none', Buffer.from('no ZIP at all'), 'set.zip', /is not a ZIP that can be read/],
    ['that is empty', Buffer.alloc(0), 'set.zip', /is not a ZIP that can be read/],
    ['without its end', zipOf(entries).subarray(0, 600), 'set.zip', /is not a ZIP that can be read/],
    [
      'with a path out of its folder',
      zipOf([...entries, { name: '../evil.csv', content: 'x' }]),
      '../evil.csv',
      /leads out of its folder/,
    ],
    [
      'with a path out of a folder in it',
      zipOf([...entries, { name: 'a/../../evil.csv', content: 'x' }]),
      'a/../../evil.csv',
      /leads out of its folder/,
    ],
    [
      'with an absolute path',
      zipOf([...entries, { name: '/etc/evil.csv', content: 'x' }]),
      '/etc/evil.csv',
      /absolute/,
    ],
    ['with a drive in a path', zipOf([...entries, { name: 'C:/evil.csv', content: 'x' }]), 'C:/evil.csv', /absolute/],
    [
      'with a backslash in a path',
      zipOf([...entries, { name: '..\\evil.csv', content: 'x' }]),
      '..\\evil.csv',
      /absolute or foreign/,
    ],
    [
      'with a zero byte in a name',
      zipOf([...entries, { name: 'a\0.csv', content: 'x' }]),
      'a·.csv',
      /name that is none/,
    ],
    ['with an encrypted file', zipOf([...rest, { ...contact, encrypted: true }]), 'contact.csv', /is encrypted/],
    [
      'packed in another way',
      zipOf([...rest, { ...contact, method: 12 }]),
      'contact.csv',
      /packed in a way that is not read \(12\)/,
    ],
    [
      'that unpacks to too many times its size',
      zipOf([...rest, { name: 'contact.csv', content: big }]),
      'contact.csv',
      /more than 200 times its size/,
    ],
    [
      'whose file is larger than it says',
      zipOf([...rest, { ...contact, said: { size: size - 1 } }]),
      'contact.csv',
      /does not unpack to the size/,
    ],
    [
      'whose file says to be tiny and is a bomb',
      zipOf([...rest, { name: 'contact.csv', content: big, said: { size: 1 } }]),
      'contact.csv',
      /does not unpack to the size/,
    ],
    [
      'whose file is smaller than it says',
      zipOf([...rest, { ...contact, said: { size: size + 1 } }]),
      'contact.csv',
      /does not unpack to the size/,
    ],
    [
      'whose stored file says two sizes',
      zipOf([...rest, { ...contact, stored: true, said: { size: size + 1 } }]),
      'contact.csv',
      /says two sizes/,
    ],
    [
      'with a wrong checksum',
      zipOf([...rest, { ...contact, said: { crc: 1 } }]),
      'contact.csv',
      /does not have the checksum/,
    ],
    [
      'whose file is cut short',
      zipOf([...rest, { ...contact, said: { packed: 20 } }]),
      'contact.csv',
      /cannot be unpacked/,
    ],
    [
      'whose file lies beyond its end',
      zipOf([...rest, { ...contact, said: { packed: 1_000_000 } }]),
      'contact.csv',
      /cannot be unpacked/,
    ],
    [
      'whose files share their bytes',
      zipOf([...rest, { ...contact, said: { offset: 40 } }]),
      'set.zip',
      /share their bytes/,
    ],
    ['with a file twice', zipOf([...entries, { ...contact, name: 'CONTACT.csv' }]), 'contact.csv', /stands twice/],
    [
      'with too many files',
      zipOf([...entries, ...Array.from({ length: 200 }, (_, at) => ({ name: `${at}.txt`, content: '' }))]),
      'set.zip',
      /more than 200/,
    ],
    ['that unpacks to too much', zipOf(entries), 'set.zip', /unpacks to more than the 1000 bytes/, { bytesMax: 1000 }],
  ]

for (const [what, zip, file, message, limits] of zips) {
  test(`a ZIP ${what} is refused`, () =>
    inFolder(async (folder) => {
      const path = join(folder, 'set.zip')
      await writeFile(path, zip)
      const read = await readSet(path, { activities: true, ...(limits ? { limits } : {}) })
      assert.equal(read.extract, null)
      assert.deepEqual(
        read.refused.map((one) => one.file),
        [file],
      )
      assert.match(read.refused[0]?.message ?? '', message)
    }))
}

test('any byte of a ZIP may be wrong: the set is refused, or read as it was', () =>
  inFolder(async (folder) => {
    const right = await readFiles(fullSet, { activities: true })
    const zip = zipOf(entries)
    const path = join(folder, 'set.zip')
    for (let at = 0; at < zip.length; at += 23) {
      const wrong = Buffer.from(zip)
      wrong[at] = (wrong[at] ?? 0) ^ (1 << (at % 8))
      await writeFile(path, wrong)
      const read = await readSet(path, { activities: true })
      if (read.extract) assert.deepEqual(read.entities, right.entities, `byte ${at}`)
      else assert.ok(read.refused.length > 0)
    }
  }))

test('CSV files that belong to no set are told and not read, others are not even told', () =>
  inFolder(async (folder) => {
    const path = join(folder, 'set.zip')
    const more = ['notes.csv', '__MACOSX/._contact.csv', 'readme.txt', 'function.csv'].map((name) => ({
      name,
      content: 'x',
    }))
    await writeFile(path, zipOf([...entries, ...more]))
    const read = await readSet(path, { activities: true })
    assert.equal(read.entities.length, 5)
    assert.deepEqual(read.problems.map((one) => one.file).toSorted(), [
      '__MACOSX/._contact.csv',
      'function.csv',
      'notes.csv',
    ])
  }))

test('a path where nothing stands is refused', async () => {
  const read = await readSet('/nowhere/at/all')
  assert.match(read.refused[0]?.message ?? '', /there is no such folder or file/)
})
