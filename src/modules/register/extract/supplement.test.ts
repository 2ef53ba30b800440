import { formatNationalNumber, makeNationalNumber } from '#kernel'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openSupplement } from './index.ts'
import {
  bakker,
  employer,
  enterprise,
  fullSet,
  inFolder,
  metaOf,
  molen,
  plain,
  row,
  stranger,
  supplementSet,
  withLine,
  writeFolder,
  writeZip,
  zee,
  type Files,
} from './test-support/sets.ts'
import type { NumberChangeTold, Problem, SupplementEnterprise } from './types.ts'

const an = makeNationalNumber({ year: 1985, month: 7, day: 30, counter: 33 })
const bo = makeNationalNumber({ year: 2001, month: 2, day: 3, counter: 44 })
const right = supplementSet([formatNationalNumber(an), bo])

interface ReadSupplement {
  readonly enterprises: readonly SupplementEnterprise[]
  readonly numbers: readonly NumberChangeTold[]
  readonly refused: readonly Problem[]
  readonly problems: readonly Problem[]
}

const read = (files: Files, write = writeFolder, sortBytes?: number): Promise<ReadSupplement> =>
  inFolder(async (tempDir) => {
    const problems: Problem[] = []
    const path = await write(tempDir, files)
    const limits = sortBytes === undefined ? {} : { sortBytes }
    const opened = await openSupplement(path, { tempDir, limits, onProblem: (one) => problems.push(one) })
    if (!opened.ok) return { enterprises: [], numbers: [], refused: opened.error, problems }
    const enterprises: SupplementEnterprise[] = []
    for await (const batch of opened.value.enterprises({ after: null, batchSize: 2 })) enterprises.push(...batch)
    const numbers = await opened.value.numbers()
    await opened.value.close()
    return { enterprises, numbers, refused: [], problems }
  })

const expected = [
  {
    number: plain(molen),
    functions: [
      {
        functionCode: '10002',
        holder: an,
        holderName: { givenName: 'An', familyName: 'Peeters' },
        holderEnterprise: null,
        started: '2020-02-01',
        ended: null,
        endReason: null,
        power: 'alone',
      },
      {
        functionCode: '10002',
        holder: bo,
        holderName: { givenName: 'Bo', familyName: 'Maes' },
        holderEnterprise: plain(zee),
        started: '2020-02-01',
        ended: '2030-12-31',
        endReason: 'end-of-term',
        power: 'jointly',
      },
    ],
    employers: [{ rszNumber: employer, started: '1990-01-01', ended: null }],
  },
  {
    number: plain(bakker),
    functions: [
      {
        functionCode: '10002',
        holder: bo,
        holderName: { givenName: 'Jan', familyName: 'Bakker' },
        holderEnterprise: null,
        started: null,
        ended: null,
        endReason: null,
        power: 'unknown',
      },
    ],
    employers: null,
  },
  { number: plain(zee), functions: [], employers: null },
]

const changes = [
  { line: 3, old: plain(enterprise(9_000_001)), new: plain(molen), day: '2026-06-04', reason: 'renumbered' },
  { line: 2, old: plain(stranger), new: null, day: '2026-06-05', reason: 'cancelled' },
]

test('a supplement tells of each enterprise its functions and its numbers as an employer, and the changes of numbers by day', async () => {
  for (const write of [writeFolder, writeZip]) {
    const told = await read(right, write)
    assert.deepEqual(told.refused, [])
    assert.deepEqual(told.problems, [])
    assert.deepEqual(told.enterprises, expected)
    assert.deepEqual(told.numbers, changes)
  }
})

test('a supplement that is not in order tells the same', async () => {
  const turned = Object.fromEntries(
    Object.entries(right).map(([name, text]) => {
      const [header = '', ...rows] = text.trimEnd().split('\n')
      return [name, name === 'function.csv' ? [header, ...rows.slice(2), ...rows.slice(0, 2), ''].join('\n') : text]
    }),
  )
  assert.deepEqual((await read(turned, writeFolder, 1)).enterprises, expected)
})

test('every file of a supplement may be left out, but not all of them', async () => {
  for (const name of ['function.csv', 'number.csv', 'employer.csv']) {
    const { 'meta.csv': meta = '', [name]: content = '' } = right
    const told = await read({ 'meta.csv': meta, [name]: content })
    assert.deepEqual(told.refused, [])
    assert.deepEqual(told.numbers, name === 'number.csv' ? changes : [])
    assert.equal(told.enterprises.length, { 'function.csv': 3, 'employer.csv': 1 }[name] ?? 0)
  }
  const none = await read({ 'meta.csv': right['meta.csv'] ?? '' })
  assert.match(none.refused[0]?.message ?? '', /has at least one of function\.csv, number\.csv, employer\.csv/)
})

const functionRow = (change: Readonly<Record<number, string>>): string => {
  const fields = [bakker, '10002', an as string, '', 'Bakker', 'Jan', '', '', '', 'alone']
  for (const [at, value] of Object.entries(change)) fields[Number(at)] = value
  return row(...fields)
}
// The row of the person's number with one digit wrong.
const wrong = `${an.slice(0, 10)}${(Number(an[10]) + 1) % 10}`

const bad: readonly (readonly [
  what: string,
  file: string,
  at: number,
  line: string,
  told: RegExp,
  leftAsItIs?: string,
])[] = [
  ['without a function', 'function.csv', 5, functionRow({ 1: '' }), /Function "" is not a function/, bakker],
  [
    'with a national number for a function',
    'function.csv',
    5,
    functionRow({ 1: an }),
    /Function .* is not a function/,
    bakker,
  ],
  [
    'with a wrong national number',
    'function.csv',
    5,
    functionRow({ 2: wrong }),
    /HolderNationalNumber is not a national number/,
    bakker,
  ],
  [
    'without a national number',
    'function.csv',
    5,
    functionRow({ 2: '' }),
    /HolderNationalNumber is not a national number/,
    bakker,
  ],
  [
    'with a person for an enterprise',
    'function.csv',
    5,
    functionRow({ 3: an }),
    /HolderEnterpriseNumber .* is not a number/,
    bakker,
  ],
  [
    'with a holder of wrong check digits',
    'function.csv',
    5,
    functionRow({ 3: '0200.065.766' }),
    /"0200.065.766" has wrong check digits/,
    bakker,
  ],
  [
    'with a name that is too long',
    'function.csv',
    5,
    functionRow({ 4: 'x'.repeat(101) }),
    /LastName is longer than 100/,
    bakker,
  ],
  [
    'with a control character in a name',
    'function.csv',
    5,
    functionRow({ 5: 'J\u0000an' }),
    /FirstName holds control characters/,
    bakker,
  ],
  ['that began on 30 February', 'function.csv', 5, functionRow({ 6: '30-02-2020' }), /StartDate "30-02-2020"/, bakker],
  [
    'that ended before it began',
    'function.csv',
    5,
    functionRow({ 6: '02-02-2020', 7: '01-02-2020' }),
    /EndDate lies before StartDate/,
    bakker,
  ],
  [
    'that ends in a thousand years',
    'function.csv',
    5,
    functionRow({ 7: '01-02-3020' }),
    /EndDate "01-02-3020" lies after/,
    bakker,
  ],
  ['with an unknown power', 'function.csv', 5, functionRow({ 9: 'both' }), /Power "both" is not a power/, bakker],
  ['with too few fields', 'function.csv', 5, row(bakker, '10002', an), /has 3 fields where the header has 10/, bakker],
  ['of nobody', 'function.csv', 5, functionRow({ 0: an }), /EnterpriseNumber is not a number of the register/],
  [
    'with a wrong number of an employer',
    'employer.csv',
    3,
    row(bakker, '123456789', '', ''),
    /RszNumber is not a number of an employer/,
  ],
  [
    'of a number that is none',
    'number.csv',
    3,
    row('0200.065.766', molen, '01-01-2026', 'renumbered'),
    /OldNumber "0200.065.766" has wrong/,
  ],
  ['of a number changed on no day', 'number.csv', 3, row(bakker, molen, '', 'renumbered'), /Date is empty/],
  [
    'of a number changed in the future',
    'number.csv',
    3,
    row(bakker, molen, '01-01-2027', 'renumbered'),
    /Date "01-01-2027" lies after/,
  ],
  [
    'of a number changed for no reason',
    'number.csv',
    3,
    row(bakker, molen, '01-01-2026', 'merged'),
    /Reason "merged" is not a reason/,
  ],
  [
    'of a number cancelled for another',
    'number.csv',
    3,
    row(bakker, molen, '01-01-2026', 'cancelled'),
    /NewNumber is given for a number that was cancelled/,
  ],
  ['of a number changed to nothing', 'number.csv', 3, row(bakker, '', '01-01-2026', 'duplicate'), /NewNumber is empty/],
  [
    'of a number changed to itself',
    'number.csv',
    3,
    row(bakker, bakker, '01-01-2026', 'duplicate'),
    /NewNumber is the old number/,
  ],
]

for (const [what, file, at, line, message, leftAsItIs] of bad) {
  test(`a row ${what} is told with its line, without a person's number, and all else is read`, async () => {
    const told = await read(withLine(right, file, at, line))
    assert.deepEqual(told.refused, [])
    assert.equal(told.problems.length, 1, JSON.stringify(told.problems))
    assert.equal(told.problems[0]?.file, file)
    assert.equal(told.problems[0]?.line, at)
    assert.match(told.problems[0]?.message ?? '', message)
    assert.doesNotMatch(told.problems[0]?.message ?? '', new RegExp(`${an.slice(6)}|${wrong.slice(6)}|033`))
    assert.deepEqual(
      told.enterprises.filter((one) => one.number !== plain(bakker)),
      expected.filter((one) => one.number !== plain(bakker)),
    )
    // A list with a gap in it would end what the missing row says.
    const functions = told.enterprises.find((one) => one.number === plain(bakker))?.functions
    assert.deepEqual(functions, leftAsItIs === undefined ? expected[1]?.functions : null)
    assert.deepEqual(
      told.numbers.map(({ old }) => old),
      changes.map(({ old }) => old),
    )
  })
}

test('a supplement is known by its meta.csv, and a set of the register is none', async () => {
  const register = await read(fullSet)
  assert.match(register.refused[0]?.message ?? '', /is not of a supplement/)
  const other = await read({ ...right, 'meta.csv': metaOf({ Content: 'annex' }) })
  assert.deepEqual(
    other.refused.map(({ file, line }) => [file, line]),
    [['meta.csv', 7]],
  )
  const headless = await read({ ...right, 'function.csv': 'a,b\n', 'employer.csv': '' })
  assert.deepEqual(
    headless.refused.map(({ file, line }) => [file, line]),
    [
      ['function.csv', 1],
      ['employer.csv', 0],
    ],
  )
})

test('an unknown file beside a supplement is told', async () => {
  const told = await read({ ...right, 'enterprise.csv': 'x' })
  assert.deepEqual(
    told.problems.map((one) => one.file),
    ['enterprise.csv'],
  )
  assert.deepEqual(told.enterprises, expected)
})
