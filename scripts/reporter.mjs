// A reporter for node --test: one line a file, the details of what failed, and as last line the totals for check.mjs.
import { relative, resolve } from 'node:path'
import { inspect } from 'node:util'

/** What precedes the JSON of the totals on the reporter's last line. */
export const totalsMark = '@totals '

const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`
const indent = (text) => text.replace(/^/gm, '    ')

/** The failure itself, without the runner's wrapping ("test failed") around it. */
function causeOf(error) {
  const cause = error?.cause ?? error
  if (typeof cause === 'string') return cause
  // The stack holds the message; inspecting an AssertionError would say it a second time, as properties.
  const told = cause?.stack ?? inspect(cause, { depth: 4 })
  return cause?.cause === undefined ? told : `${told}\ncaused by: ${causeOf(cause)}`
}

function describe(data) {
  const place = data.line === undefined ? '' : `:${data.line}`
  return `  FAILED  ${data.name}  (${relative(process.cwd(), data.file ?? '')}${place})\n${indent(causeOf(data.details.error))}\n`
}

/** A parent fails because a child did: only the child's failure says something. */
const onlyRepeatsChildren = (data) => data.details?.error?.failureType === 'subtestsFailed'

function fileLine(data) {
  const { passed, failed, cancelled, skipped } = data.counts
  const bad = failed + cancelled
  const verdict = bad === 0 && data.success ? 'ok     ' : 'FAILED '
  const rest = `${bad > 0 ? `, ${bad} failed` : ''}${skipped > 0 ? `, ${skipped} skipped` : ''}`
  return `  ${verdict} ${relative(process.cwd(), data.file)}  ${passed} passed${rest}  ${seconds(data.duration_ms)}\n`
}

/** A file that died before it could say how its tests went: the runner then names the test after the file. */
const isFile = (data) => data.file !== undefined && resolve(data.name) === data.file

export default async function* report(events) {
  const printed = new Map()
  const died = []
  let totals = null
  for await (const { type, data } of events) {
    if (type === 'test:stdout' || type === 'test:stderr') {
      printed.set(data.file, (printed.get(data.file) ?? '') + data.message)
    } else if (type === 'test:fail' && !onlyRepeatsChildren(data)) {
      if (isFile(data)) died.push(data.file)
      yield describe(data)
    } else if (type === 'test:summary' && data.file !== undefined) {
      yield fileLine(data)
      if (!data.success && printed.has(data.file)) yield `${indent(printed.get(data.file))}\n`
      printed.delete(data.file)
    } else if (type === 'test:summary') {
      totals = data.counts
    }
  }
  for (const file of died) yield `  ${relative(process.cwd(), file)} said\n${indent(printed.get(file) ?? 'nothing')}\n`
  if (totals !== null) yield `${totalsMark}${JSON.stringify(totals)}\n`
}
