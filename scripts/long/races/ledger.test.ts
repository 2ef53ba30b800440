import assert from 'node:assert/strict'
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { Ledger, nextOf, stepsTo, type Came } from './ledger.ts'
import { reportOf } from './report.ts'

const folder = mkdtempSync(join(tmpdir(), 'claviger-ledger-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const [one, other] = [
  { family: 'the seat', pair: 'resign and resign' },
  { family: 'the seat', pair: 'resign and withdraw' },
]
const came = (races: number, more: Partial<Came> = {}): Came => ({
  races,
  seconds: 2,
  wrong: [],
  outcomes: { 'done / refused': races },
  ...more,
})
const wrong = [{ said: 'both are done', again: 'npm run races' }]

describe('the ledger of races', () => {
  it('lets every pair be raced some times before any is raced more', () => {
    const ledger = new Ledger()
    const order: [string, number, number][] = []
    for (let next = nextOf(ledger, [one, other], 300); next; next = nextOf(ledger, [one, other], 300)) {
      order.push([next.pair, next.from, next.upTo])
      ledger.add(next, came(next.upTo - next.from))
    }
    assert.deepEqual(order, [
      [one.pair, 0, 50],
      [other.pair, 0, 50],
      [one.pair, 50, 200],
      [other.pair, 50, 200],
      [one.pair, 200, 300],
      [other.pair, 200, 300],
    ])
  })

  it('goes to two thousand by steps that are over in seconds, and to fewer in one', () => {
    assert.deepEqual(stepsTo(2000), [50, 200, 500, 1000, 1500, 2000])
    assert.deepEqual(stepsTo(50), [50])
    assert.deepEqual(stepsTo(3), [3])
  })

  it('is found again by a later run, which goes on where the first was', () => {
    const file = join(folder, 'kept.jsonl')
    const first = new Ledger(file)
    first.add({ ...one, from: 0, upTo: 50 }, came(50, { wrong }))
    first.add({ ...one, from: 50, upTo: 200 }, came(150, { outcomes: { 'done / refused': 1, 'refused / done': 149 } }))
    first.addRaw({ passed: 8, deadlocks: 1, faults: [] })
    const second = new Ledger(file)
    assert.deepEqual(second.of(one.family, one.pair), {
      upTo: 200,
      races: 200,
      seconds: 4,
      wrong,
      outcomes: { 'done / refused': 51, 'refused / done': 149 },
    })
    assert.deepEqual(second.raw, { passed: 8, deadlocks: 1, faults: [] })
    assert.deepEqual(nextOf(second, [one, other], 200), { ...other, from: 0, upTo: 50 })
  })

  it('races a portion again that was being written when the process was killed', () => {
    const file = join(folder, 'torn.jsonl')
    new Ledger(file).add({ ...one, from: 0, upTo: 50 }, came(50))
    const whole = readFileSync(file, 'utf8')
    appendFileSync(file, '{"portion":{"family":"the sé')
    const again = new Ledger(file)
    assert.equal(readFileSync(file, 'utf8'), whole)
    again.add({ ...other, from: 0, upTo: 50 }, came(50))
    assert.equal(new Ledger(file).of(other.family, other.pair).races, 50)
  })

  it('says the same in a line for each pair, and is gone on with there', () => {
    const ledger = new Ledger()
    ledger.add({ ...one, from: 0, upTo: 50 }, came(50, { wrong }))
    ledger.add({ ...one, from: 50, upTo: 200 }, came(150))
    ledger.add({ ...other, from: 0, upTo: 50 }, came(50))
    ledger.addRaw({ passed: 8, deadlocks: 1, faults: [] })
    const file = join(folder, 'compact.jsonl')
    writeFileSync(file, ledger.compact())
    assert.equal(readFileSync(file, 'utf8').split('\n').length, 4)
    const again = new Ledger(file)
    for (const { family, pair } of [one, other]) {
      const { outcomes: _, seconds: __, ...known } = ledger.of(family, pair)
      assert.partialDeepStrictEqual(again.of(family, pair), known)
    }
    assert.deepEqual(again.raw, ledger.raw)
    assert.deepEqual(nextOf(again, [one, other], 200), { ...other, from: 50, upTo: 200 })
  })

  it('forgets a pair that is to be raced anew', () => {
    const file = join(folder, 'anew.jsonl')
    const ledger = new Ledger(file)
    ledger.add({ ...one, from: 0, upTo: 50 }, came(50, { wrong }))
    ledger.anew(one.family, one.pair)
    for (const known of [ledger, new Ledger(file)]) assert.equal(known.of(one.family, one.pair).upTo, 0)
  })
})

describe('the report of races', () => {
  it('says how often every pair was raced at least, those that never meet apart', () => {
    const ledger = new Ledger()
    ledger.add({ ...one, from: 0, upTo: 50 }, came(50, { wrong }))
    ledger.add({ ...other, from: 0, upTo: 200 }, came(0))
    assert.deepEqual(reportOf(ledger, [one, other]), {
      lines: [
        'the seat: 2 pairs of operations, each at least 50 times: 50 races, 1 wrong, 4 s, 13 a second',
        '  never at once: resign and withdraw',
        '      50  done / refused',
        'wrong: the seat: resign and resign: both are done',
        '  again: npm run races',
        'all 2 pairs at least 50 times: 50 races, 1 wrong, 4 s',
      ],
      races: 50,
      wrong: 1,
    })
    assert.match(reportOf(ledger, [one, { ...other, pair: 'not yet' }]).lines.at(-1) ?? '', /at least 0 times/)
  })
})
