import fc from 'fast-check'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { RowReader, type ByteReader } from './rows.ts'

/** The bytes in pieces of these sizes, over and over. */
function inPieces(bytes: Buffer, sizes: readonly number[]): ByteReader {
  let at = 0
  let turn = 0
  return {
    read() {
      if (at >= bytes.length) return Promise.resolve(null)
      const size = sizes[turn++ % sizes.length] ?? 1
      const piece = bytes.subarray(at, at + size)
      at += size
      return Promise.resolve(Buffer.from(piece))
    },
    close: () => Promise.resolve(),
  }
}

type Told = { line: number; fields: string[]; fault: string | null }

async function readAll(bytes: Buffer | string, sizes: readonly number[] = [1 << 18]): Promise<Told[]> {
  const reader = new RowReader(inPieces(Buffer.from(bytes), sizes))
  const rows: Told[] = []
  do {
    while (reader.next()) {
      const fields = Array.from({ length: reader.count }, (_, index) => reader.field(index))
      rows.push({ line: reader.line, fields, fault: reader.fault })
    }
  } while (await reader.refill())
  await reader.close()
  return rows
}

const quotedAlways = (text: string): string => `"${text.replaceAll('"', '""')}"`
const quotedIfNeeded = (text: string): string => (/[",\r\n]|^$/.test(text) ? quotedAlways(text) : text)
const broken = (text: string): number => text.split('\n').length - 1

const field = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }).filter((text) => text.isWellFormed() && !text.includes('\ufeff')),
  fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r\n', 'é', '🌊', 'a', ' '), maxLength: 12 }),
)
const table = fc.array(fc.array(field, { minLength: 2, maxLength: 6 }), { maxLength: 12 })

test('rows that were written are read again, whatever is in them and however the file comes in pieces', async () => {
  const forms = fc.record({
    end: fc.constantFrom('\n', '\r\n'),
    mark: fc.boolean(),
    always: fc.boolean(),
    last: fc.boolean(),
    sizes: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }),
  })
  await fc.assert(
    fc.asyncProperty(table, forms, async (rows, { end, mark, always, last, sizes }) => {
      const quote = always ? quotedAlways : quotedIfNeeded
      const text = rows.map((fields) => fields.map(quote).join(',')).join(end) + (last && rows.length > 0 ? end : '')
      const read = await readAll(Buffer.from((mark ? '\ufeff' : '') + text), sizes)
      let line = 1
      const expected = rows.map((fields) => {
        const told = { line, fields, fault: null }
        line += 1 + fields.reduce((sum, one) => sum + broken(one), 0)
        return told
      })
      assert.deepEqual(read, expected)
    }),
    { numRuns: 400 },
  )
})

test('any bytes at all are read to their end, the same in every cut, and every row has a line of its own', async () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc
      .array(fc.constantFrom(0x22, 0x2c, 0x0a, 0x0d, 0x61, 0xc3, 0xa9), { maxLength: 300 })
      .map((all) => Uint8Array.from(all)),
  )
  await fc.assert(
    fc.asyncProperty(
      bytes,
      fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 4 }),
      async (some, sizes) => {
        const whole = await readAll(Buffer.from(some))
        const cut = await readAll(Buffer.from(some), sizes)
        assert.deepEqual(cut, whole)
        const lines = whole.map((one) => one.line)
        assert.deepEqual(
          lines,
          [...new Set(lines)].toSorted((a, b) => a - b),
        )
        assert.ok((lines.at(-1) ?? 0) <= broken(Buffer.from(some).toString('latin1')) + 1)
      },
    ),
    { numRuns: 400 },
  )
})

test('a text over 50 lines is read, one over 51 is not, and the rows after both are', async () => {
  const over = (lines: number): string => `"a","${Array.from({ length: lines }, () => 'x').join('\n')}"\n"b","c"\n`
  const good = await readAll(over(50))
  assert.deepEqual(
    good.map((one) => [one.line, one.fault, one.fields.length]),
    [
      [1, null, 2],
      [51, null, 2],
    ],
  )
  const bad = await readAll(over(51))
  assert.match(bad[0]?.fault ?? '', /not closed/)
  assert.deepEqual(bad.at(-1), { line: 52, fields: ['b', 'c'], fault: null })
})

test('a file of one endless line is held neither in memory nor against the lines after it', async () => {
  const piece = Buffer.alloc(1 << 20, 'x')
  let pieces = 0
  const source: ByteReader = {
    read: () => Promise.resolve(++pieces <= 400 ? piece : pieces === 401 ? Buffer.from('\n"a","b"\n') : null),
    close: () => Promise.resolve(),
  }
  const before = process.memoryUsage().rss
  const reader = new RowReader(source)
  const rows: [number, boolean][] = []
  do while (reader.next()) rows.push([reader.line, reader.fault === null])
  while (await reader.refill())
  assert.deepEqual(rows, [
    [1, false],
    [2, true],
  ])
  assert.ok(process.memoryUsage().rss - before < 100 * 1024 * 1024)
})

test('empty lines are passed over and counted', async () => {
  assert.deepEqual(await readAll('\n"a"\r\n\r\n\n"b"\n\n'), [
    { line: 2, fields: ['a'], fault: null },
    { line: 5, fields: ['b'], fault: null },
  ])
})
