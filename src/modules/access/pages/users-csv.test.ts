import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csvCell, csvText } from './users-csv.ts'

test('a cell that a spreadsheet would read as a formula is made text', () => {
  for (const text of ['=1+1', '+1', '-1', '@sum', '\tx', '\r=x', ' =1', '|calc']) {
    assert.match(csvCell(text).replace(/^"/, ''), /^'/, JSON.stringify(text))
  }
  assert.equal(csvCell('Anne-Marie'), 'Anne-Marie')
})

test('a cell with a separator, a quote or a line end is quoted', () => {
  assert.equal(csvCell('a;b'), '"a;b"')
  assert.equal(csvCell('a "b"'), '"a ""b"""')
  assert.equal(csvCell('a\nb'), '"a\nb"')
  assert.equal(csvCell('=HYPERLINK("x";"y")'), `"'=HYPERLINK(""x"";""y"")"`)
})

test('the file begins with the mark of UTF-8 and ends every line', () => {
  assert.equal(csvText([['a', 'é'], ['b']]), '\uFEFFa;é\r\nb\r\n')
})
