import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  bakker,
  enterprise,
  fullSet,
  kantoor,
  molen,
  plain,
  readFiles,
  row,
  stranger,
  unit,
  winkel,
  withLine,
  zee,
} from './test-support/sets.ts'

/** A line put in as line 3 of a file; what is told of line 3; and, for an own row, the entity that then cannot be read. */
interface BadRow {
  readonly file: string
  readonly what: string
  readonly line: string | Buffer
  readonly told: RegExp
  readonly unreadable?: string
  /** Where it is told, if not on line 3. */
  readonly at?: number
  /** No number of an own row may be lost without being noticed. */
  readonly incomplete?: true
}

const name = (what: string, line: string | Buffer, told: RegExp): BadRow => ({
  file: 'denomination.csv',
  what,
  line,
  told,
})
const named = (text: string): string => row(molen, '1', '001', text)

const names: readonly BadRow[] = [
  name(
    'whose quote is closed neither on its line nor later',
    `"${molen}","1","001","Molen`,
    /quote that is not closed/,
  ),
  name('with text after a closing quote', `"${molen}","1","001","De "Molen""`, /write a quote inside a text twice/),
  name('with a quote in a text without quotes', `"${molen}","1","001",De "Molen"`, /put the whole text in quotes/),
  name('with too few fields', row(molen, '1', '001'), /has 3 fields where the header has 4/),
  name('with too many fields', `"${molen}","1","001",Molen, Gent`, /has 5 fields where the header has 4/),
  name('with a single field', 'molen', /is not a number of the register/),
  name('with more fields than any file has', `"${molen}"${',1'.repeat(100)}`, /more than 64 columns/),
  name('in a language that is none', row(molen, '5', '001', 'Molen'), /Language "5" is not a language/),
  name('of a type that is none', row(molen, '1', 'abc', 'Molen'), /TypeOfDenomination "abc" is not a type of name/),
  name('with an empty name', row(molen, '1', '001', ''), /Denomination is empty/),
  name('with a name of 321 characters', named('x'.repeat(321)), /longer than 320 characters/),
  name('with 321 characters of two units each', named('🌊'.repeat(321)), /longer than 320 characters/),
  name('with a zero byte', named('Mo\0len'), /control characters/),
  name('with an escape character', named('Mo\u001b[31mlen'), /control characters/),
  name('with a control character of the upper half', named('Mo\u0085len'), /control characters/),
  name('with a sign that turns the text around', named('Mo\u202elen'), /control characters/),
  name('with a byte-order mark in its middle', named('Mo\ufefflen'), /control characters/),
  name('that is not UTF-8', Buffer.from(named('Café'), 'latin1'), /not UTF-8/),
  name(
    'cut in the middle of a sign',
    Buffer.concat([Buffer.from(`"${molen}","1","001","Caf`), Buffer.from([0xc3]), Buffer.from('"')]),
    /not UTF-8/,
  ),
  name(
    'with an overlong sign',
    Buffer.concat([Buffer.from(`"${molen}","1","001","`), Buffer.from([0xc0, 0xaf]), Buffer.from('"')]),
    /not UTF-8/,
  ),
  name('longer than 64 KB', named('x'.repeat(70_000)), /longer than 64 KB/),
  name('longer than any piece that is read', named('x'.repeat(3_000_000)), /longer than 64 KB/),
  name('without quotes, longer than 64 KB', 'x'.repeat(200_000), /longer than 64 KB|is not a number/),
  name('with wrong check digits', row('0200.065.766', '1', '001', 'Molen'), /EntityNumber has wrong check digits/),
  name('without a number', row('', '1', '001', 'Molen'), /EntityNumber is not a number of the register/),
  name('with a number of nine digits', row('200.065.765', '1', '001', 'Molen'), /is not a number of the register/),
  name('with dots in the wrong places', row('02000.65.765', '1', '001', 'Molen'), /is not a number of the register/),
  name('with other digits than ours', row('٠٢٠٠.٠٦٥.٧٦٥', '1', '001', 'Molen'), /is not a number of the register/),
  name('with a space before its number', row(` ${molen}`, '1', '001', 'Molen'), /is not a number of the register/),
  name('of the enterprise zero', row('0000.000.097', '1', '001', 'Molen'), /is not a number of the register/),
  name(
    'of a number without an own row',
    row(stranger, '1', '001', 'Vreemd'),
    new RegExp(`describes ${plain(stranger)}`),
  ),
  name('of a unit without an own row', row(unit(20_000_099), '1', '001', 'Vreemd'), /has no row of its own/),
  name('of a branch without an own row', row('9.000.007.777', '1', '001', 'Vreemd'), /has no row of its own/),
]

const place = (what: string, change: Readonly<Record<number, string>>, told: RegExp): BadRow => {
  const fields = [zee, 'REGO', '', '', '8400', 'Oostende', 'Ostende', 'Zeedijk', 'Digue', '1', '', '', '']
  for (const [at, value] of Object.entries(change)) fields[Number(at)] = value
  return { file: 'address.csv', what: `address ${what}`, line: row(...fields), told }
}

const places: readonly BadRow[] = [
  place('struck off on 31 February', { 12: '31-02-2020' }, /DateStrikingOff "31-02-2020" is no day of the calendar/),
  place('struck off in the future', { 12: '05-10-2026' }, /lies after the day on which the set was made/),
  place('struck off on a day written year first', { 12: '2020-02-01' }, /is not a day: write it as dd-mm-yyyy/),
  place('of a type in small letters', { 1: 'rego' }, /TypeOfAddress "rego" is not a type of address/),
  place('with a country of 101 characters', { 2: 'x'.repeat(101) }, /CountryNL is longer than 100/),
  place('with a code of 21 characters', { 4: '1'.repeat(21) }, /Zipcode is longer than 20/),
  place('with a municipality of 201 characters', { 6: 'x'.repeat(201) }, /MunicipalityFR is longer than 200/),
  place('with a street of 201 characters', { 7: 'x'.repeat(201) }, /StreetNL is longer than 200/),
  place('with a house number of 23 characters', { 9: '1'.repeat(23) }, /HouseNumber is longer than 22/),
  place('with a box of 21 characters', { 10: '1'.repeat(21) }, /Box is longer than 20/),
  place('with more than 80 characters beside', { 11: 'x'.repeat(81) }, /ExtraAddressInfo is longer than 80/),
  place('with a bell in its street', { 8: 'Rue\u0007' }, /StreetFR holds control characters/),
]

const others: readonly BadRow[] = [
  { file: 'contact.csv', what: 'contact of nobody', line: row(molen, '', 'TEL', '1'), told: /EntityContact "" is not/ },
  {
    file: 'contact.csv',
    what: 'contact of an unknown type',
    line: row(molen, 'ENT', 'phone', '1'),
    told: /ContactType "phone"/,
  },
  { file: 'contact.csv', what: 'contact without a value', line: row(molen, 'ENT', 'TEL', ''), told: /Value is empty/ },
  {
    file: 'contact.csv',
    what: 'contact that is too long',
    line: row(molen, 'ENT', 'WEB', 'w'.repeat(255)),
    told: /longer than 254/,
  },
  {
    file: 'activity.csv',
    what: 'activity in no group',
    line: row(molen, '1', '2025', '10610', 'MAIN'),
    told: /ActivityGroup "1"/,
  },
  {
    file: 'activity.csv',
    what: 'activity of no version',
    line: row(molen, '001', 'v5', '10610', 'MAIN'),
    told: /NaceVersion "v5"/,
  },
  {
    file: 'activity.csv',
    what: 'activity without a code',
    line: row(molen, '001', '2025', '', 'MAIN'),
    told: /NaceCode "" is not/,
  },
  {
    file: 'activity.csv',
    what: 'activity of no class',
    line: row(molen, '001', '2025', '10610', 'main'),
    told: /Classification "main"/,
  },
  {
    file: 'code.csv',
    what: 'code in an unknown language',
    line: row('Status', 'AC', 'XX', 'Actief'),
    told: /Language "XX"/,
  },
  {
    file: 'code.csv',
    what: 'code without a meaning',
    line: row('Status', 'AC', 'NL', ''),
    told: /Description is empty/,
  },
]

// Between molen (line 2) and bakker, so that the file stays in order.
const between = enterprise(5_000_001)
const own = (what: string, change: Readonly<Record<number, string>>, told: RegExp): BadRow => {
  const fields = [between, 'AC', '000', '2', '610', '', '01-01-2010']
  for (const [at, value] of Object.entries(change)) fields[Number(at)] = value
  return { file: 'enterprise.csv', what, line: row(...fields), told, unreadable: plain(between) }
}

const owns: readonly BadRow[] = [
  own('with a status that is not AC', { 1: 'ST' }, /Status "ST" is not AC/),
  own('with a situation that is none', { 2: 'ab' }, /JuridicalSituation "ab"/),
  own('of an unknown type', { 3: '3' }, /TypeOfEnterprise "3"/),
  own('with a legal form that is none', { 4: '61' }, /JuridicalForm "61"/),
  own('with a legal form to be read that is none', { 5: 'x' }, /JuridicalFormCAC "x"/),
  own('that began on 31 February', { 6: '31-02-2020' }, /"31-02-2020" is no day of the calendar/),
  own('that began on 29 February of a common year', { 6: '29-02-2023' }, /is no day of the calendar/),
  own('that began on day zero', { 6: '00-00-0000' }, /is no day of the calendar/),
  own('that began after the set was made', { 6: '05-10-2026' }, /StartDate "05-10-2026" lies after the day/),
  own('that began before there was writing', { 6: '01-01-1066' }, /lies too far back/),
  own('that began at a time of day', { 6: '01-01-2010 00:00' }, /is not a day/),
  { ...own('with too few fields', {}, /has 2 fields where the header has 7/), line: row(between, 'AC') },
  {
    ...own('with a quote that stays open', {}, /quote that is not closed/),
    line: `"${between}","AC","000","2,610,,01-01-2010`,
  },
  {
    ...own('that is not UTF-8', {}, /not UTF-8/),
    line: Buffer.from(`"${between}","AC","é00","2","610",,01-01-2010`, 'latin1'),
  },
  {
    file: 'enterprise.csv',
    what: 'of an enterprise that has one already',
    line: row(molen, 'AC', '000', '2', '610', '', '01-01-2010'),
    told: /has a row already/,
  },
  {
    file: 'enterprise.csv',
    what: 'with an unreadable number',
    line: row('0500', 'AC', '000', '2', '610', '', '01-01-2010'),
    told: /EnterpriseNumber is not a number/,
    incomplete: true,
  },
  {
    file: 'enterprise.csv',
    what: 'of an establishment unit among enterprises',
    line: row(winkel, 'AC', '000', '2', '610', '', '01-01-2010'),
    told: /is not the number of an enterprise/,
    incomplete: true,
  },
  {
    file: 'establishment.csv',
    what: 'of a unit whose enterprise has wrong check digits',
    line: row(unit(20_000_050), '01-01-2010', '0200.065.766'),
    told: /EnterpriseNumber "0200.065.766" has wrong check digits/,
    unreadable: plain(unit(20_000_050)),
  },
  {
    file: 'establishment.csv',
    what: 'of a unit of a unit',
    line: row(unit(20_000_050), '01-01-2010', winkel),
    told: /is not the number of an enterprise/,
    unreadable: plain(unit(20_000_050)),
  },
  {
    file: 'establishment.csv',
    what: 'of a unit with wrong check digits',
    line: row('2.000.000.500', '01-01-2010', molen),
    told: /EstablishmentNumber has wrong check digits/,
    incomplete: true,
  },
  {
    file: 'branch.csv',
    what: 'of a branch that began on no day',
    line: row('9.000.007.001', '32-01-2010', zee),
    told: /StartDate "32-01-2010"/,
    unreadable: '9000007001',
  },
  {
    file: 'branch.csv',
    what: 'of a unit among branches',
    line: row(winkel, '01-01-2010', zee),
    told: /is not the number of a branch/,
    incomplete: true,
  },
]

const right = await readFiles(fullSet, { activities: true })

test('the set without a bad row is read whole', () => {
  assert.deepEqual(right.problems, [])
  assert.deepEqual(right.refused, [])
  assert.deepEqual(
    right.entities.map((one) => one.number),
    [molen, bakker, zee, winkel, kantoor].map(plain),
  )
})

for (const bad of [...names, ...places, ...others, ...owns]) {
  test(`a row ${bad.what} is told with its line, and nothing else of the set is lost`, async () => {
    const read = await readFiles(withLine(fullSet, bad.file, 3, bad.line), { activities: true })
    assert.deepEqual(read.refused, [])
    assert.equal(read.problems.length, 1, JSON.stringify(read.problems))
    assert.equal(read.problems[0]?.file, bad.file)
    assert.equal(read.problems[0]?.line, bad.at ?? 3)
    assert.match(read.problems[0]?.message ?? '', bad.told)
    const [good, unreadable] = [true, false].map((isGood) =>
      read.entities.filter((one) => (one.header !== 'unreadable') === isGood),
    )
    assert.deepEqual(good, right.entities)
    assert.deepEqual(
      unreadable?.map((one) => one.number),
      bad.unreadable === undefined ? [] : [bad.unreadable],
    )
    assert.equal(read.extract?.numbersComplete, bad.incomplete !== true)
    if (bad.unreadable !== undefined && bad.file === 'enterprise.csv')
      assert.equal(read.extract?.holds(bad.unreadable), true)
  })
}

test('bad rows are told the same of a file that must be sorted first', async () => {
  for (const bad of [
    ...names,
    ...places,
    ...owns.filter((one) => one.incomplete === undefined && one.unreadable !== undefined),
  ]) {
    const lines = withLine(fullSet, bad.file, 3, bad.line)
    const rows = Buffer.from(lines[bad.file] ?? '')
      .toString('latin1')
      .split('\n')
    // A second row of the last entity in front puts the file out of order.
    const first =
      { 'denomination.csv': 4, 'address.csv': 1, 'enterprise.csv': 1, 'establishment.csv': 1, 'branch.csv': 1 }[
        bad.file
      ] ?? 1
    const moved = rows.splice(rows.length - 1 - first, 1)
    rows.splice(1, 0, ...moved)
    const content = Buffer.from(rows.join('\n'), 'latin1')
    const at = rows.indexOf(Buffer.from(bad.line).toString('latin1')) + 1
    const read = await readFiles({ ...lines, [bad.file]: content }, { activities: true })
    assert.deepEqual(read.refused, [], bad.what)
    assert.deepEqual(
      read.problems.map((one) => one.line),
      [at],
      `${bad.file} ${bad.what} ${JSON.stringify(read.problems)}`,
    )
    assert.match(read.problems[0]?.message ?? '', bad.told)
    assert.deepEqual(read.entities.filter((one) => one.header !== 'unreadable').length, right.entities.length, bad.what)
  }
})

test('a quote left open at the very end is told where it began', async () => {
  const files = { ...fullSet, 'contact.csv': `${fullSet['contact.csv']}"${zee}","ENT","TEL","05` }
  const read = await readFiles(files, { activities: true })
  assert.deepEqual(
    read.problems.map(({ file, line }) => [file, line]),
    [['contact.csv', 4]],
  )
  assert.deepEqual(read.entities, right.entities)
})

test('a quote left open before 60 lines without quotes swallows none of the rows after them', async () => {
  const bad = [`"${molen}","1","001","Molen`, ...Array.from({ length: 60 }, () => 'Gent')].join('\n')
  const read = await readFiles(withLine(fullSet, 'denomination.csv', 3, bad), { activities: true })
  assert.equal(read.problems[0]?.line, 3)
  assert.match(read.problems[0]?.message ?? '', /quote that is not closed/)
  assert.equal(read.problems.length, 61)
  assert.deepEqual(read.entities, right.entities)
})

test('from the last row that is told one by one on, bad rows are left out in silence', async () => {
  const bad = Array.from({ length: 30 }, () => 'x').join('\n')
  const read = await readFiles(withLine(fullSet, 'address.csv', 3, bad), {
    activities: true,
    limits: { problemsMax: 5 },
  })
  assert.equal(read.problems.length, 6)
  assert.match(read.problems[5]?.message ?? '', /more than 5 rows of this file are bad/)
  assert.deepEqual(read.entities, right.entities)
})

test('what may be the number of a person is never told', async () => {
  const read = await readFiles(withLine(fullSet, 'contact.csv', 3, row(molen, 'ENT', '85.07.30-033.29', '1')))
  assert.equal(read.problems.length, 1)
  assert.doesNotMatch(read.problems[0]?.message ?? '', /033|85\.07/)
})
