import { rendererOf } from '#notices'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noticeHouse, noticeNames, noticeScope as scope, testNotices } from '../../../test/support/notice-checks.ts'
import { enterpriseNotices, enterpriseOperations } from './index.ts'

const notices = enterpriseNotices(noticeHouse)
const render = rendererOf(notices)
const names = { ...noticeNames, domain: 'finance', capacity: 'employer', what: 'register' }

testNotices({ folder: import.meta.dirname, notices, names, operations: Object.values(enterpriseOperations) })

test('who is told of a stop learns that it was pressed, and of its lifting that access is back', async () => {
  const pressed = await render('emergency-stop-pressed', names, 'en', scope)
  assert.match(pressed.body, /Nobody can now use an online service/)
  const lifted = await render('emergency-stop-lifted', names, 'en', scope)
  assert.match(lifted.body, /can use the online services again/)
})
