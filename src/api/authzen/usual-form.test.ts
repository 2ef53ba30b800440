import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { parseBatch, parseEvaluation, semantics } from './request.ts'
import { UsualForm } from './usual-form.ts'

const form = new UsualForm()

function json(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}

/** What is read in the usual form is what JSON and its shape give; whether it was. */
function agrees(text: string | Buffer): { one: boolean; batch: boolean } {
  const body = Buffer.from(text)
  const one = form.evaluation(body)
  if (one !== null) assert.deepEqual(parseEvaluation(json(body)), { ok: true, value: one }, String(body))
  const batch = form.batch(body)
  if (batch !== null) assert.deepEqual(parseBatch(json(body)), { ok: true, value: batch }, String(body))
  return { one: one !== null, batch: batch !== null }
}

const usual = {
  subject: { type: 'person', id: 'qWcZ1Yw4n0Vt8mB2xK7r_Q' },
  action: { name: 'role:vat-filer' },
  resource: { type: 'enterprise', id: '0123456749' },
  context: {
    capacity: 'vat-users',
    assurance_level: '400',
    min_revision: 'v1.0191a2b3-0000-7000-8000-00000000000a.12',
  },
}

it('what programs send is read in the usual form', () => {
  assert.ok(agrees(JSON.stringify(usual)).one)
  assert.ok(agrees(JSON.stringify(usual, null, '\t')).one)
  assert.ok(agrees(` \r\n${JSON.stringify({ ...usual, context: undefined })} \n`).one)
  assert.ok(agrees(JSON.stringify({ ...usual, context: {} })).one)
  assert.ok(agrees(JSON.stringify({ ...usual, context: { assurance_level: 400 } })).one)
  assert.ok(agrees(JSON.stringify({ ...usual, context: { assurance_level: 100, capacity: 'a' } }, null, 1)).one)
  const { subject, resource, ...rest } = usual
  for (const evaluations_semantic of ['execute_all', 'deny_on_first_deny', 'permit_on_first_permit']) {
    const list = { evaluations: [usual, usual], options: { evaluations_semantic } }
    assert.ok(agrees(JSON.stringify(list)).batch)
    assert.ok(agrees(JSON.stringify({ subject, evaluations: [{ resource, ...rest }, usual] })).batch)
    assert.ok(agrees(JSON.stringify({ evaluations: [{}, { resource: { id: '1' } }], ...usual })).batch)
  }
})

it('a question that is written as the one before is read as that one was', () => {
  const of = (id: string, level: unknown) => ({
    subject: { type: 'person', id },
    action: { name: `role:${id}` },
    resource: { type: 'enterprise', id: '0123456749' },
    context: { capacity: 'vat-users', assurance_level: level },
  })
  const lists = [
    [of('a', '400'), of('b', '100'), of('c', 400), of('dddd', 500), of('eeeee', 100)],
    [of('a', 400), { ...of('b', 400), subject: { type: 'somebody', id: 'b' } }, of('c', 400), of('d', 400)],
    [usual, of('a', 400), usual, of('b', 400)],
  ]
  for (const evaluations of lists)
    for (const space of ['', ' ', '\t']) assert.ok(agrees(JSON.stringify({ evaluations }, null, space)).batch)
  const body = JSON.stringify({ evaluations: [of('a', 400), of('b', 400), of('ccc', 400)] })
  const whole = body.length
  // Whatever byte of the last ones is another one, is missing, or is said twice.
  for (let at = Math.floor(whole / 3); at < whole; at++) {
    for (const other of ['"', '}', '4', ' ', '\\', '\n', ',']) agrees(body.slice(0, at) + other + body.slice(at + 1))
    agrees(body.slice(0, at) + body.slice(at + 1))
    agrees(body.slice(0, at) + body.slice(at - 1))
  }
})

it('what is not in the usual form is left to JSON', () => {
  const text = JSON.stringify(usual)
  const others = [
    '',
    '{}',
    '[]',
    'null',
    text.slice(0, -1),
    `${text}}`,
    `${text} x`,
    `\ufeff${text}`,
    text.replace('"context":{', '"context":{,'),
    text.replace('"action":', '"subject":{"type":"person","id":"other"},"action":'),
    text.replace('person', 'pers\\u006fn'),
    text.replace('person', 'pers\u00f6n'),
    text.replace('person', 'pers\non'),
    text.replace('person', ''),
    text.replace('person', 'x'.repeat(401)),
    text.replace('"400"', '40'),
    text.replace('"400"', '4000'),
    text.replace('"400"', '400.0'),
    text.replace('"400"', '4e2'),
    text.replace('"400"', '-400'),
    text.replace('"400"', '0400'),
    text.replace('"400"', '4 0'),
    text.replace('400', '401'),
    text.replace('0191a2', '0191A2'),
    text.replace('"type":"person"', '"type":"person","properties":{}'),
    JSON.stringify({ ...usual, subject: undefined }),
    JSON.stringify({ ...usual, subject: null }),
  ]
  for (const other of others) assert.deepEqual(agrees(other), { one: false, batch: false }, other)
  const lists = [
    { evaluations: [] },
    { evaluations: [usual, { ...usual, action: {} }] },
    { evaluations: Array.from({ length: 101 }, () => usual) },
    { evaluations: [usual], options: { evaluations_semantic: 'any' } },
    { evaluations: [usual], options: { other: 1 } },
    { evaluations: [usual, 1] },
    { evaluations: [usual], page: {} },
  ]
  for (const list of lists) assert.equal(agrees(JSON.stringify(list)).batch, false, JSON.stringify(list))
  assert.equal(agrees(JSON.stringify({ evaluations: [usual] }).replace(']', ',]')).batch, false)
})

const text = fc.oneof(
  {
    weight: 60,
    arbitrary: fc.constantFrom(
      'person',
      'enterprise',
      'role:a',
      '400',
      '100',
      'x',
      'v1.0191a2b3-0000-7000-8000-00000000000a.12',
    ),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 5, unit: 'binary' }) },
)
const odd = fc.oneof(fc.jsonValue({ maxDepth: 1 }), fc.constant(400))
const sometimes = (value: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: 80, arbitrary: value }, { weight: 1, arbitrary: odd })
/** Now and then without one of its members, or with another one. */
const object = (shape: Record<string, fc.Arbitrary<unknown>>) =>
  fc.tuple(fc.record(shape), fc.tuple(text, odd), fc.noBias(fc.nat(60))).map(([value, [name, other], chance]) => {
    if (chance === 0) return { ...value, [name]: other }
    const without = chance < 7 ? Object.keys(value)[chance] : undefined
    return Object.fromEntries(Object.entries(value).filter(([key]) => key !== without))
  })
const parts = {
  subject: sometimes(object({ type: sometimes(text), id: sometimes(text) })),
  action: sometimes(object({ name: sometimes(text) })),
  resource: sometimes(object({ type: sometimes(text), id: sometimes(text) })),
  context: sometimes(
    object({
      capacity: sometimes(text),
      assurance_level: sometimes(fc.constantFrom('100', '500')),
      min_revision: sometimes(fc.constant('v1.0191a2b3-0000-7000-8000-00000000000a.12')),
    }),
  ),
}
const whole = object({
  ...parts,
  evaluations: fc.array(object(parts), { maxLength: 3 }),
  options: object({ evaluations_semantic: sometimes(fc.constantFrom(...semantics)) }),
})
/** Questions of one program, which writes them all alike but for their values and a few. */
const alike = fc
  .tuple(
    fc.array(
      fc.record({
        id: fc.constantFrom('qWcZ1Yw4n0Vt8mB2xK7r_Q', 'x', 'abc'),
        number: fc.constantFrom('0123456749', '0200000196'),
        name: fc.constantFrom('role:vat-filer', 'vat', 'a', 'file'),
        level: fc.constantFrom<unknown>('400', 400, 100, 1000),
        type: fc.oneof({ weight: 20, arbitrary: fc.constant('person') }, { weight: 1, arbitrary: text }),
        kind: fc.oneof({ weight: 20, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(4) }),
      }),
      { minLength: 2, maxLength: 12 },
    ),
    fc.boolean(),
  )
  .map(([all, isTurned]) => ({
    evaluations: all.map(({ id, number, name, level, type, kind }) => {
      const subject = kind === 1 ? { id, type } : { type, id }
      const resource = { type: 'enterprise', id: number }
      const context = kind === 2 ? { assurance_level: level } : { capacity: name, assurance_level: level }
      const action = { name }
      if (kind === 3) return { subject, action, context }
      return isTurned ? { context, resource, action, subject } : { subject, action, resource, context }
    }),
    ...(all.length % 2 === 0 ? { resource: { type: 'enterprise', id: '1' } } : {}),
  }))
const written = fc
  .tuple(
    fc.oneof(whole, fc.record(parts), alike),
    fc.constantFrom('', ' ', '\t'),
    fc.nat(),
    fc.nat(255),
    fc.noBias(fc.nat(9)),
  )
  .map(([value, space, place, byte, kind]) => {
    const body = Buffer.from(JSON.stringify(value, null, space))
    // Now and then a byte that is wrong, missing or said twice.
    const at = body.length === 0 ? 0 : place % body.length
    if (kind === 0) body[at] = byte
    if (kind === 1) return Buffer.concat([body.subarray(0, at), body.subarray(at + 1)])
    if (kind === 2) return Buffer.concat([body.subarray(0, at), body.subarray(Math.max(0, at - (byte % 40)))])
    return body
  })

it('it reads nothing otherwise than JSON and its shape do, and enough of it', () => {
  const read = { one: 0, batch: 0 }
  fc.assert(
    fc.property(written, (body) => {
      const { one, batch } = agrees(body)
      read.one += one ? 1 : 0
      read.batch += batch ? 1 : 0
    }),
    { numRuns: 20_000 },
  )
  assert.ok(read.one > 500 && read.batch > 500, JSON.stringify(read))
})
