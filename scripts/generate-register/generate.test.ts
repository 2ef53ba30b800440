import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { parseEnterpriseNumber, parseEstablishmentNumber, parseNationalNumber, parseRszNumber } from '#kernel'
import { crc32 } from 'node:zlib'
import { fromBuffer, type Entry } from 'yauzl'
import { changeKinds } from './holdings.ts'
import { FolderInUse, generateRegister, type GenerateOptions } from './generate.ts'
import { belgium } from './register.ts'
import type { Truth } from './entry.ts'

const root = mkdtempSync(join(tmpdir(), 'claviger-register-'))
after(() => rmSync(root, { recursive: true, force: true }))

let made = 0
const newFolder = (): string => join(root, `register-${(made += 1)}`)

const functions = [
  { code: '10002', legalForms: ['008', '014', '017', '610'], empowers: true },
  { code: '10004', legalForms: ['011', '012', '015'], empowers: true },
  { code: '10005', legalForms: 'all', empowers: true },
  { code: '10006', legalForms: 'all', empowers: true },
  { code: '10007', legalForms: 'all', empowers: false },
  { code: '00001', legalForms: ['natural-person'], empowers: true },
] as const

async function register(options: Partial<GenerateOptions> = {}): Promise<string> {
  const folder = newFolder()
  await generateRegister({ folder, enterprises: 400, seed: 'test', ...options })
  return folder
}

/** A reader of its own: what the writer thinks of quotes is not asked. Keeps apart a quoted empty text and no value. */
function rowsOf(path: string): Record<string, string>[] {
  const text = readFileSync(path, 'utf8')
  assert.ok(text.endsWith('\n') && !text.includes('\r'), `${path} ends its lines by a line feed`)
  const [names = [], ...rows] = text.slice(0, -1).split('\n').map(cellsOf)
  return rows.map((cells) => {
    assert.equal(cells.length, names.length, `${path}: ${cells.join('|')}`)
    return Object.fromEntries(cells.map((cell, i) => [names[i], cell]))
  })
}

function cellsOf(line: string): string[] {
  const cells: string[] = []
  let at = 0
  while (at <= line.length) {
    let cell = ''
    if (line[at] === '"') {
      for (at += 1; line[at] !== '"' || line[at + 1] === '"'; at += 1) {
        assert.ok(at < line.length, `a text is not closed in ${line}`)
        if (line[at] === '"') at += 1
        cell += line[at]
      }
      at += 1
    } else for (; at < line.length && line[at] !== ','; at += 1) cell += line[at]
    assert.ok(at === line.length || line[at] === ',', line)
    cells.push(cell)
    at += 1
  }
  return cells
}

const digits = (text: string): string => text.replaceAll('.', '')
const iso = (day: string): string | null => (day === '' ? null : day.split('-').toReversed().join('-'))
const orNull = (text: string | undefined): string | null => (text === undefined || text === '' ? null : text)

function hashOf(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const hashes = names.map((entry) => {
    const path = join(entry.parentPath, entry.name)
    return [path.slice(folder.length + 1), createHash('sha256').update(readFileSync(path)).digest('hex')]
  })
  return Object.fromEntries(hashes.toSorted())
}

const keys = {
  enterprise: 'EnterpriseNumber',
  establishment: 'EstablishmentNumber',
  branch: 'Id',
  denomination: 'EntityNumber',
  address: 'EntityNumber',
  contact: 'EntityNumber',
} as const
type Table = keyof typeof keys
const tables = Object.keys(keys) as Table[]
/** The register as somebody holds it who only deletes and inserts, as the cookbook tells: file → number → rows. */
type Held = Record<Table, Map<string, Record<string, string>[]>>

function insertInto(held: Held, table: Table, path: string): void {
  for (const row of rowsOf(path)) {
    const number = digits(row[keys[table]]!)
    held[table].set(number, [...(held[table].get(number) ?? []), row])
  }
}

function readFull(folder: string): Held {
  const held = Object.fromEntries(tables.map((table) => [table, new Map()])) as Held
  for (const table of tables) insertInto(held, table, join(folder, 'full', `${table}.csv`))
  return held
}

function applyUpdate(held: Held, folder: string): void {
  for (const table of tables) {
    for (const row of rowsOf(join(folder, `${table}_delete.csv`))) {
      const number = digits(row[keys[table]]!)
      held[table].delete(number)
    }
  }
  for (const table of tables) {
    const path = join(folder, `${table}_insert.csv`)
    // Whoever inserts without having deleted would hold the old rows beside the new.
    for (const row of rowsOf(path))
      assert.ok(!held[table].has(digits(row[keys[table]]!)), `${path}: ${JSON.stringify(row)}`)
    insertInto(held, table, path)
  }
}

/** One row for each entity, and nothing points at an entity that is not there. */
function assertConnected(held: Held): void {
  for (const kind of ['enterprise', 'establishment', 'branch'] as const) {
    for (const [number, rows] of held[kind]) {
      assert.equal(rows.length, 1, number)
      const owner = held.enterprise.get(digits(rows[0]!['EnterpriseNumber']!))
      assert.ok(owner, `${number} belongs to nobody`)
      if (kind === 'branch') assert.equal(owner[0]!['JuridicalForm'], '030')
    }
  }
  for (const table of ['denomination', 'address', 'contact'] as const) {
    for (const number of held[table].keys()) {
      const known = held.enterprise.has(number) || held.establishment.has(number) || held.branch.has(number)
      assert.ok(known, `${table} ${number}`)
    }
  }
}

/** Who an establishment belongs to must differ before and after it moved. */
const ownersIn = (held: Held): Map<string, string> =>
  new Map([...held.establishment].map(([number, [row]]) => [number, digits(row!['EnterpriseNumber']!)]))

const languages: Record<string, string | null> = { '0': null, '1': 'fr', '2': 'nl', '3': 'de', '4': 'en' }

function headerIn(held: Held, { kind, number }: Truth): object | null {
  const row = held[kind].get(number)?.[0]
  if (row === undefined) return null
  const started = iso(row['StartDate']!)
  if (kind !== 'enterprise') return { kind, enterprise: digits(row['EnterpriseNumber']!), started }
  const type = row['TypeOfEnterprise'] === '1' ? 'natural-person' : 'legal-person'
  return { kind, type, legalForm: orNull(row['JuridicalForm']), situation: row['JuridicalSituation'], started }
}

function assertHeld(held: Held, truth: Truth): void {
  const header = headerIn(held, truth)
  if (truth.status === 'ceased') {
    for (const table of tables) assert.ok(!held[table].has(truth.number), `${truth.number} is still in ${table}`)
    return
  }
  const rows = (table: Table): Record<string, string>[] => held[table].get(truth.number) ?? []
  const says = {
    header,
    names: rows('denomination').map((row) => ({
      type: row['TypeOfDenomination'],
      language: languages[row['Language']!],
      name: row['Denomination'],
    })),
    addresses: rows('address').map((row) => ({
      type: row['TypeOfAddress'],
      country: { nl: orNull(row['CountryNL']), fr: orNull(row['CountryFR']) },
      zip: orNull(row['Zipcode']),
      municipality: { nl: orNull(row['MunicipalityNL']), fr: orNull(row['MunicipalityFR']) },
      street: { nl: orNull(row['StreetNL']), fr: orNull(row['StreetFR']) },
      houseNumber: orNull(row['HouseNumber']),
      box: orNull(row['Box']),
      extra: orNull(row['ExtraAddressInfo']),
      struckOff: iso(row['DateStrikingOff']!),
    })),
    contacts: rows('contact').map((row) => ({
      of: row['EntityContact'],
      type: row['ContactType'],
      value: row['Value'],
    })),
  }
  const { header: expected, names, addresses, contacts } = truth
  assert.deepEqual(says, { header: expected, names, addresses, contacts }, truth.number)
}

const truthsIn = (folder: string, extract: number): Truth[] =>
  readFileSync(join(folder, `truth-${extract}.jsonl`), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Truth)

describe('the full set', () => {
  it('is the same, byte for byte, for the same seed and size, and another for another seed', async () => {
    const options = { updates: 2, functions, truth: true, activities: true }
    const one = hashOf(await register(options))
    assert.deepEqual(hashOf(await register(options)), one)
    const other = hashOf(await register({ ...options, seed: 'another' }))
    assert.deepEqual(Object.keys(other), Object.keys(one))
    assert.notEqual(other['full/enterprise.csv'], one['full/enterprise.csv'])
    assert.notEqual(other['supplement-141/function.csv'], one['supplement-141/function.csv'])
  })

  it('stays the same whatever is written beside it', async () => {
    const alone = hashOf(await register())
    const whole = hashOf(await register({ updates: 1, functions, truth: true }))
    for (const [path, hash] of Object.entries(alone)) assert.equal(whole[path], hash, path)
  })

  it('has the proportions of Belgium, and its very counts at its size', async () => {
    const folder = newFolder()
    const [full] = await generateRegister({ folder, enterprises: 20_000, seed: 'size', activities: true })
    const expected = (count: number): number => Math.round((count * 20_000) / belgium.enterprises)
    const rows = (file: string): number => full!.files[`${file}.csv`]!.rows
    assert.equal(rows('enterprise'), 20_000)
    for (const file of ['establishment', 'denomination', 'contact', 'activity'] as const) {
      const count = {
        establishment: 'establishments',
        denomination: 'denominations',
        contact: 'contacts',
        activity: 'activities',
      } as const
      assert.equal(rows(file), expected(belgium[count[file]]), file)
    }
    assert.equal(rows('branch'), expected(belgium.branches))
    const natural = rowsOf(join(folder, 'full', 'enterprise.csv')).filter((row) => row['TypeOfEnterprise'] === '1')
    assert.equal(natural.length, expected(belgium.natural))
    // Every address but those of natural persons' seats: 2,841,756 at full size.
    assert.equal(rows('address'), 20_000 - natural.length + rows('establishment') + rows('branch'))
    assert.equal(belgium.enterprises - belgium.natural + belgium.establishments + belgium.branches, 2_841_756)
    const used = new Set(rowsOf(join(folder, 'full', 'enterprise.csv')).map((row) => row['JuridicalForm']))
    assert.ok(used.size > 15, `${used.size} legal forms are used`)
  })

  it('is written as the register writes it', async () => {
    const folder = join(await register(), 'full')
    assert.equal(
      readFileSync(join(folder, 'meta.csv'), 'utf8'),
      '"Variable","Value"\n"SnapshotDate","03-10-2026"\n"ExtractTimestamp","04-10-2026 07:07:49"\n' +
        '"ExtractType","full"\n"ExtractNumber","140"\n"Version","1.0.0"\n',
    )
    const lines = (file: string): string[] => readFileSync(join(folder, file), 'utf8').split('\n').slice(1, -1)
    const day = String.raw`\d\d-\d\d-\d{4}`
    const number = String.raw`[01]\d{3}\.\d{3}\.\d{3}`
    const enterprise = new RegExp(`^"${number}","AC","\\d{3}",(?:"2","\\d{3}",(?:"\\d{3}")?|"1",,),${day}$`)
    for (const line of lines('enterprise.csv')) assert.match(line, enterprise)
    for (const line of lines('establishment.csv'))
      assert.match(line, new RegExp(`^"2\\.\\d{3}\\.\\d{3}\\.\\d{3}",${day},"${number}"$`))
    for (const line of lines('branch.csv'))
      assert.match(line, new RegExp(`^"9\\.\\d{3}\\.\\d{3}\\.\\d{3}",${day},"${number}"$`))
    for (const line of lines('address.csv'))
      assert.match(line, new RegExp(`^"[\\d.]+","(?:REGO|BAET|ABBR)",(?:,|".+",".+"),".*",(?:${day})?$`))
  })

  it('describes every code in four languages: 146 legal forms and 40 situations among them', async () => {
    const folder = join(await register(), 'full')
    const rows = rowsOf(join(folder, 'code.csv'))
    const codes = new Map<string, Map<string, Set<string>>>()
    for (const { Category = '', Code = '', Language = '', Description = '' } of rows) {
      assert.notEqual(Description, '', `${Category} ${Code} ${Language}`)
      const category = codes.get(Category) ?? new Map<string, Set<string>>()
      codes.set(Category, category.set(Code, (category.get(Code) ?? new Set()).add(Language)))
    }
    for (const category of codes.values()) for (const spoken of category.values()) assert.equal(spoken.size, 4)
    assert.equal(codes.get('JuridicalForm')?.size, 146)
    assert.equal(codes.get('JuridicalSituation')?.size, 40)
    for (const row of rowsOf(join(folder, 'enterprise.csv'))) {
      assert.ok(codes.get('JuridicalSituation')?.has(row['JuridicalSituation']!))
      if (row['JuridicalForm'] !== '')
        assert.ok(codes.get('JuridicalForm')?.has(row['JuridicalForm']!), row['JuridicalForm'])
    }
  })

  it('gives only valid numbers, rising, once each, and points at nothing that is not there', async () => {
    const held = readFull(await register({ enterprises: 20_000 }))
    for (const table of tables) {
      const numbers = [...held[table].keys()]
      assert.deepEqual(numbers, numbers.toSorted(), table)
    }
    for (const number of held.enterprise.keys()) assert.ok(parseEnterpriseNumber(number).ok, number)
    for (const number of held.establishment.keys()) assert.ok(parseEstablishmentNumber(number).ok, number)
    for (const number of held.branch.keys())
      assert.equal(97 - (Number(number.slice(0, 8)) % 97), Number(number.slice(8)), number)
    assertConnected(held)
    for (const number of held.enterprise.keys()) assert.ok(held.denomination.has(number), `${number} has no name`)
  })

  it('says the truth that it writes beside it', async () => {
    const folder = await register({ truth: true })
    const held = readFull(folder)
    const truths = truthsIn(folder, 140)
    for (const truth of truths) assertHeld(held, truth)
    assert.equal(truths.length, held.enterprise.size + held.establishment.size + held.branch.size)
  })
})

describe('the updates', () => {
  for (const [enterprises, updates] of [
    [100, 6],
    [400, 4],
    [20_000, 3],
  ] as const) {
    it(`make of ${enterprises} enterprises what the truth says, set after set`, async () => {
      const folder = await register({ enterprises, updates, truth: true })
      const held = readFull(folder)
      const latest = new Map<string, Truth>()
      for (let extract = 141; extract <= 140 + updates; extract += 1) {
        const owners = ownersIn(held)
        applyUpdate(held, join(folder, `update-${extract}`))
        assertConnected(held)
        const moved = truthsIn(folder, extract).filter(({ change }) => change === 'establishment-moved')
        const ownersAfter = ownersIn(held)
        for (const { number } of moved) assert.notEqual(ownersAfter.get(number), owners.get(number), number)
        for (const truth of truthsIn(folder, extract)) latest.set(truth.number, truth)
        // What earlier sets said of an entity holds until a later one says otherwise.
        for (const truth of latest.values()) assertHeld(held, truth)
      }
      for (const truth of truthsIn(folder, 140)) {
        if (latest.has(truth.number)) continue
        assertHeld(held, truth)
        latest.set(truth.number, truth)
      }
      const active = [...latest.values()].filter(({ status }) => status === 'active').map(({ number }) => number)
      const standing = [held.enterprise, held.establishment, held.branch].flatMap((rows) => [...rows.keys()])
      assert.deepEqual(new Set(standing), new Set(active))
    })
  }

  it('hold every kind of change at least once, each', async () => {
    const folder = newFolder()
    const sets = await generateRegister({ folder, enterprises: 400, seed: 'kinds', updates: 3, functions, truth: true })
    for (const set of sets.filter(({ name }) => name.startsWith('update-'))) {
      for (const kind of changeKinds) assert.ok((set.kinds.get(kind) ?? 0) >= 1, `${set.name}: ${kind}`)
      for (const kind of [
        'function-begun',
        'function-ended',
        'power-changed',
        'employer-begun',
        'employer-ended',
      ] as const) {
        assert.ok((set.kinds.get(kind) ?? 0) >= 1, `${set.name}: ${kind}`)
      }
      const touched = new Set(truthsIn(folder, set.extract).map(({ change }) => change))
      assert.deepEqual([...touched].toSorted(), changeKinds.toSorted())
    }
  })

  it('bring back in a later set what an earlier one ended', async () => {
    const folder = await register({ updates: 3, truth: true })
    const ceased = truthsIn(folder, 141).filter(({ change }) => change === 'ceased')
    const returned = [142, 143].flatMap((extract) =>
      truthsIn(folder, extract).filter(({ change }) => change === 'returned'),
    )
    assert.ok(returned.some(({ number }) => ceased.some((each) => each.number === number)))
  })

  it('are about as large as a real week at the full size', async () => {
    const folder = newFolder()
    const sets = await generateRegister({ folder, enterprises: 20_000, seed: 'week', updates: 1 })
    const rows = (end: string): number =>
      Object.entries(sets[1]!.files).reduce((sum, [name, file]) => sum + (name.endsWith(end) ? file.rows : 0), 0)
    // At this size one of each kind is more than a hundredth of a week.
    assert.ok(
      rows('_delete.csv') < 120 && rows('_insert.csv') < 160,
      `${rows('_delete.csv')} and ${rows('_insert.csv')}`,
    )
  })

  it('count on from the full set, week by week', async () => {
    const folder = await register({ updates: 2, functions })
    const meta = (name: string): Record<string, string> =>
      Object.fromEntries(rowsOf(join(folder, name, 'meta.csv')).map((row) => [row['Variable'], row['Value']]))
    assert.equal(meta('update-142')['ExtractNumber'], '142')
    assert.equal(meta('update-142')['ExtractType'], 'update')
    assert.equal(meta('update-142')['SnapshotDate'], '17-10-2026')
    assert.equal(meta('supplement-142')['Content'], 'supplement')
    assert.equal(meta('supplement')['ExtractType'], 'full')
  })
})

describe('the supplement', () => {
  it('names holders with valid national numbers, one for each person, and about 1.4 functions for a legal person', async () => {
    const folder = await register({ enterprises: 5_000, functions })
    const held = readFull(folder)
    const rows = rowsOf(join(folder, 'supplement', 'function.csv'))
    const persons = new Map<string, string>()
    const enterprisesOf = new Map<string, Set<string>>()
    for (const row of rows) {
      const number = row['HolderNationalNumber']!
      assert.ok(parseNationalNumber(number).ok, number)
      const name = `${row['LastName']}, ${row['FirstName']}`
      assert.equal(persons.get(number) ?? name, name, `${number} is two persons`)
      persons.set(number, name)
      enterprisesOf.set(number, (enterprisesOf.get(number) ?? new Set()).add(row['EnterpriseNumber']!))
      assert.ok(held.enterprise.has(digits(row['EnterpriseNumber']!)))
      const through = row['HolderEnterpriseNumber']!
      if (through !== '') assert.ok(held.enterprise.has(digits(through)))
      assert.equal(row['EndDate'] === '', row['EndReason'] === '')
      assert.ok(row['EndDate'] === '' || iso(row['StartDate']!)! <= iso(row['EndDate']!)!)
    }
    const [natural, legal] = [true, false].map(
      (own) => rows.filter((row) => (row['Function'] === '00001') === own).length,
    )
    const legalPersons = [...held.enterprise.values()].filter(([row]) => row!['TypeOfEnterprise'] === '2').length
    assert.equal(natural, 5_000 - legalPersons)
    assert.equal(legal, legalPersons + Math.round(legalPersons * 0.4))
    for (const column of ['EndDate', 'HolderEnterpriseNumber'] as const)
      assert.ok(
        rows.some((row) => row[column] !== ''),
        column,
      )
    for (const power of ['alone', 'jointly', 'unknown'])
      assert.ok(
        rows.some((row) => row['Power'] === power),
        power,
      )
    assert.ok([...enterprisesOf.values()].some((enterprises) => enterprises.size > 2))
  })

  it('calls the person behind an enterprise as the enterprise is called', async () => {
    const folder = await register({ functions })
    const held = readFull(folder)
    const own = rowsOf(join(folder, 'supplement', 'function.csv')).filter((row) => row['Function'] === '00001')
    assert.ok(own.length > 100)
    for (const row of own) {
      const [name] = held.denomination.get(digits(row['EnterpriseNumber']!))!
      assert.equal(name!['Denomination'], `${row['LastName']}, ${row['FirstName']}`)
    }
  })

  it('leaves natural persons out where the catalogue has no function for them', async () => {
    const folder = await register({ functions: functions.slice(0, 5) })
    const held = readFull(folder)
    for (const row of rowsOf(join(folder, 'supplement', 'function.csv'))) {
      assert.equal(held.enterprise.get(digits(row['EnterpriseNumber']!))![0]!['TypeOfEnterprise'], '2')
    }
  })

  it('gives each employer one valid number', async () => {
    const folder = await register({ enterprises: 5_000, functions })
    const rows = rowsOf(join(folder, 'supplement', 'employer.csv'))
    assert.ok(rows.length > 500)
    assert.equal(new Set(rows.map((row) => row['RszNumber'])).size, rows.length)
    for (const row of rows) assert.ok(parseRszNumber(row['RszNumber']!).ok, row['RszNumber'])
  })

  it('lists the numbers that changed as the updates changed them', async () => {
    const folder = await register({ updates: 2, functions, truth: true })
    for (const extract of [141, 142]) {
      const truths = truthsIn(folder, extract)
      const rows = rowsOf(join(folder, `supplement-${extract}`, 'number.csv'))
      assert.deepEqual(new Set(rows.map((row) => row['Reason'])), new Set(['renumbered', 'duplicate', 'cancelled']))
      for (const row of rows) {
        const old = truths.find(({ number }) => number === digits(row['OldNumber']!))
        assert.equal(old?.status, 'ceased')
        assert.equal(old.becomes ?? '', digits(row['NewNumber']!))
      }
    }
  })
})

describe('archives', () => {
  it('hold the same files, whole, and are the same whenever they are made', async () => {
    const options = { enterprises: 5_000, updates: 1, functions }
    const plain = await register(options)
    const zipped = await register({ ...options, zip: true })
    assert.deepEqual(readdirSync(zipped).toSorted(), [
      'full.zip',
      'supplement-141.zip',
      'supplement.zip',
      'update-141.zip',
    ])
    assert.deepEqual(hashOf(await register({ ...options, zip: true })), hashOf(zipped))
    for (const name of readdirSync(plain)) {
      const files = await unzipped(join(zipped, `${name}.zip`))
      assert.deepEqual([...files.keys()], readdirSync(join(plain, name)).toSorted())
      for (const [file, bytes] of files)
        assert.ok(bytes.equals(readFileSync(join(plain, name, file))), `${name}/${file}`)
    }
  })
})

function unzipped(path: string): Promise<Map<string, Buffer>> {
  return new Promise((resolve, reject) => {
    const files = new Map<string, Buffer>()
    fromBuffer(readFileSync(path), { lazyEntries: true, validateEntrySizes: true }, (error, archive) => {
      if (error !== null) return reject(error)
      archive.on('entry', (entry: Entry) => {
        archive.openReadStream(entry, (failure, stream) => {
          if (failure !== null) return reject(failure)
          const pieces: Buffer[] = []
          stream.on('data', (piece: Buffer) => pieces.push(piece))
          stream.on('end', () => {
            const bytes = Buffer.concat(pieces)
            if (crc32(bytes) !== entry.crc32) reject(new Error(`${entry.fileName} has another check sum`))
            files.set(entry.fileName, bytes)
            archive.readEntry()
          })
        })
      })
      archive.on('end', () => resolve(files))
      archive.on('error', reject)
      archive.readEntry()
    })
  })
}

describe('the command', () => {
  const script = join(import.meta.dirname, 'main.ts')
  const run = (...args: string[]) => spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' })

  it('writes a register and says what it wrote', () => {
    const folder = newFolder()
    const { status, stdout, stderr } = run(
      '--enterprises',
      '100',
      '--seed',
      's',
      '--out',
      folder,
      '--updates',
      '1',
      '--truth',
    )
    assert.equal(status, 0, stderr)
    assert.equal(stderr, '')
    assert.match(stdout, /enterprise\.csv +100 rows/)
    assert.ok(existsSync(join(folder, 'update-141', 'address_insert.csv')))
  })

  it('takes the functions of the supplement from the catalogue', () => {
    const folder = newFolder()
    const { status, stderr } = run('--enterprises', '100', '--seed', 's', '--out', folder, '--representations')
    assert.equal(status, 0, stderr)
    assert.ok(rowsOf(join(folder, 'supplement', 'function.csv')).length > 50)
  })

  it('refuses wrong options with what is right', () => {
    const right = ['--enterprises', '100', '--seed', 's', '--out', newFolder()]
    const wrong: [string[], RegExp][] = [
      [[], /--enterprises is missing/],
      [['--enterprises', '99', ...right.slice(2)], /--enterprises is a whole number from 100 to 1938238, not "99"/],
      [['--enterprises', 'many', ...right.slice(2)], /not "many"/],
      [right.slice(0, 4), /--out is missing/],
      [[...right, '--updates', '99'], /--updates is a whole number from 0 to 52/],
      [[...right, '--sise', '3'], /Unknown option '--sise'/],
    ]
    for (const [args, message] of wrong) {
      const { status, stderr } = run(...args)
      assert.equal(status, 2, args.join(' '))
      assert.match(stderr, message)
      assert.match(stderr, /npm run generate:register/)
      assert.doesNotMatch(stderr, /\n +at /)
    }
  })

  it('refuses a folder that is in use, and touches nothing in it', async () => {
    const folder = await register()
    const before = hashOf(folder)
    const { status, stderr } = run('--enterprises', '100', '--seed', 's', '--out', folder)
    assert.equal(status, 2)
    assert.equal(stderr, `${folder} is not empty: give a folder that is new or empty\n`)
    assert.deepEqual(hashOf(folder), before)
    const file = newFolder()
    writeFileSync(file, '')
    await assert.rejects(generateRegister({ folder: file, enterprises: 100, seed: 's' }), FolderInUse)
  })
})
