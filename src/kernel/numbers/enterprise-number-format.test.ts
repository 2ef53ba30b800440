import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  enterpriseNumberFormat,
  numberChecks,
  type EnterpriseNumberFormat,
  type EnterpriseNumberShape,
} from './enterprise-number-format.ts'
import {
  formatEnterpriseNumber,
  makeEnterpriseNumber,
  parseEnterpriseNumber,
  spellEnterpriseNumber,
} from './enterprise-number.ts'

const read = (format: EnterpriseNumberFormat, text: string): string => {
  const parsed = format.parse(text)
  return parsed.ok ? parsed.value : parsed.error
}

const customers: EnterpriseNumberShape = {
  digits: 8,
  groups: [3, 3, 2],
  separator: ' ',
  prefix: 'MB',
  starts: null,
  check: 'mod97',
}
const plain: EnterpriseNumberShape = { ...customers, prefix: null, check: 'none' }

test('the Belgian format is the register’s own, in every respect', () => {
  const kbo = enterpriseNumberFormat('kbo')
  assert.deepEqual([kbo.digits, kbo.starts, kbo.example], [10, ['0', '1'], '0123.456.749'])
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 19_999_999 }), (sequence) => {
      const number = makeEnterpriseNumber(sequence)
      assert.equal(kbo.make(sequence), number)
      assert.equal(kbo.format(number), formatEnterpriseNumber(number))
      assert.equal(kbo.spell(number), spellEnterpriseNumber(number))
    }),
  )
  for (const text of ['BE 0123.456.749', '123.456.749', '', '2123.456.749', '0123.456.748', 'x']) {
    assert.deepEqual(kbo.parse(text), parseEnterpriseNumber(text))
  }
})

test('a described number is read in every way in which people write it, and written in one', () => {
  const format = enterpriseNumberFormat(customers)
  const number = format.make(123_456)
  assert.equal(number, '12345625', 'two check digits: 97 less the rest of 123456 by 97')
  for (const text of [
    '12345625',
    '123 456 25',
    'MB 123 456 25',
    'mb123.456.25',
    ' MB-12345625 ',
    'MB\u00a0123\u202f456 25',
  ]) {
    assert.equal(read(format, text), number, JSON.stringify(text))
  }
  assert.equal(format.format(number), 'MB 123 456 25')
  assert.equal(format.spell(number), '1 2 3, 4 5 6, 2 5')
  assert.equal(read(enterpriseNumberFormat(plain), '00000000'), '00000000')
})

test('the Luhn digit is the one of the published example', () => {
  const format = enterpriseNumberFormat({ ...plain, digits: 11, groups: [4, 4, 3], check: 'luhn' })
  assert.equal(read(format, '7992 7398 713'), '79927398713')
  assert.equal(read(format, '7992 7398 710'), 'enterprise-number-check')
})

test('each kind of wrong input has its own refusal in a described format too', () => {
  const format = enterpriseNumberFormat({ ...customers, starts: ['1', '4'] })
  assert.equal(format.make(1), '10000106', 'the numbers are made within the first start')
  const wrong = {
    'enterprise-number-empty': ['', ' ', '\n'],
    'enterprise-number-characters': ['MB', 'MBMB 12345625', 'XX 12345625', '١٢٣٤٥٦٢٥', '1234562５', '12345625;'],
    'enterprise-number-length': ['1234562', '123456250', '9'.repeat(100_000), ' '.repeat(50) + '12345625'],
    'enterprise-number-start': ['22345624', 'MB 92345624'],
    'enterprise-number-check': ['12345624', '12345652'],
  }
  for (const [code, texts] of Object.entries(wrong)) {
    for (const text of texts) assert.equal(read(format, text), code, JSON.stringify(text.slice(0, 40)))
  }
})

const shapes = fc
  .record({
    groups: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 }),
    separator: fc.constantFrom('.' as const, ' ' as const, '-' as const),
    prefix: fc.constantFrom(null, 'MB', 'X'),
    starts: fc.constantFrom(null, ['7'], ['0', '1']),
    check: fc.constantFrom(...numberChecks),
  })
  .map((shape) => ({ ...shape, digits: shape.groups.reduce((sum, length) => sum + length, 0) }))
  .filter(({ digits }) => digits >= 5)

test('make, format and parse come back to the same number in every shape, and its example is one of its numbers', () => {
  fc.assert(
    fc.property(shapes, fc.integer({ min: 1, max: 99 }), (shape, sequence) => {
      const format = enterpriseNumberFormat(shape)
      const number = format.make(Math.min(sequence, 9))
      assert.equal(number.length, shape.digits)
      assert.equal(read(format, format.format(number)), number)
      assert.equal(read(format, number), number)
      assert.equal(format.spell(number).replaceAll(/[ ,]/g, ''), number)
      assert.ok(format.parse(format.example).ok, format.example)
    }),
  )
})

test('every change of a single digit is refused where there are check digits', () => {
  for (const check of ['mod97', 'luhn'] as const) {
    const format = enterpriseNumberFormat({ ...customers, check })
    for (const sequence of [1, 97, 12_345, 99_999]) {
      const number = format.make(sequence)
      for (const [at] of [...number].entries()) {
        for (const digit of '0123456789') {
          const changed = number.slice(0, at) + digit + number.slice(at + 1)
          assert.equal(format.parse(changed).ok, changed === number, `${check}: ${changed}`)
        }
      }
    }
  }
})

test('any text gives a value or a refusal, never an exception', () => {
  fc.assert(
    fc.property(shapes, fc.string({ unit: 'binary', maxLength: 80 }), (shape, text) => {
      const format = enterpriseNumberFormat(shape)
      assert.equal(typeof read(format, text), 'string')
      assert.equal(typeof read(format, (shape.prefix ?? '') + text), 'string')
    }),
  )
})

test('a sequence without a number is a fault', () => {
  const format = enterpriseNumberFormat(customers)
  for (const sequence of [0, -1, 1.5, NaN, 1_000_000]) assert.throws(() => format.make(sequence), RangeError)
})
