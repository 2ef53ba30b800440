import { isoOf, instant } from '#kernel'
import type { Relation } from './relations.ts'
import { conditionName } from './openfga-model.ts'

/** A field of a protocol buffer that holds bytes: its number and length before them. */
function field(number: number, bytes: Buffer): Buffer {
  if (bytes.length > 127) throw new RangeError('Longer than one byte of length says')
  return Buffer.concat([Buffer.from([number * 8 + 2, bytes.length]), bytes])
}

/** google.protobuf.Struct of texts, as OpenFGA keeps the context of a condition. */
function struct(values: Readonly<Record<string, string>>): Buffer {
  return Buffer.concat(
    Object.entries(values).map(([name, text]) =>
      field(1, Buffer.concat([field(1, Buffer.from(name)), field(2, field(3, Buffer.from(text)))])),
    ),
  )
}

export const distantPast = isoOf(instant(0))
export const distantFuture = isoOf(instant(Date.UTC(2200, 0, 1)))

const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** An id as OpenFGA sorts its tuples by, from a number. */
function ulid(count: number): string {
  let text = ''
  for (let rest = count; text.length < 16; rest = Math.floor(rest / 32)) text = (signs[rest % 32] ?? '0') + text
  return `01JDG2V1C0${text}`
}

export const openfgaColumns =
  'store object_type object_id relation _user user_type ulid inserted_at condition_name condition_context'.split(' ')

/** A relation as a row of OpenFGA's table, as its own writing leaves it. */
export function openfgaRow(store: string, relation: Relation, count: number): unknown[] {
  const { type, id, relation: name, subjectType, subjectId, from, until } = relation
  const isTimed = from !== null || until !== null
  const context = () =>
    `\\x${struct({
      starts: from === null ? distantPast : isoOf(from),
      ends: until === null ? distantFuture : isoOf(until),
    }).toString('hex')}`
  return [
    store,
    type,
    id,
    name,
    `${subjectType}:${subjectId}`,
    subjectId === '*' ? 'userset' : 'user',
    ulid(count),
    '2026-11-21T00:00:00Z',
    ...(isTimed ? [conditionName, context()] : [null, null]),
  ]
}
