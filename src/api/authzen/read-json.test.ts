import assert from 'node:assert/strict'
import { it } from 'node:test'
import { depthOf } from './read-json.ts'

it('the depth of JSON is that of its objects and lists; brackets in texts do not count', () => {
  const cases: [string, number][] = [
    ['', 0],
    ['7', 0],
    ['{}', 1],
    ['[]', 1],
    ['[[],[]]', 2],
    ['{"a":[{"b":1}]}', 3],
    ['{"[[[":"]]]{{{"}', 1],
    ['{"a":"\\"[[[","b":[1]}', 2],
    ['{"a":"\\\\","b":[[1]]}', 3],
    ['[[[[', 4],
    [']]]]', 0],
  ]
  for (const [json, depth] of cases) assert.equal(depthOf(Buffer.from(json)), depth, json)
})
