import { rendererOf } from '#notices'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noticeHouse, noticeNames, noticeScope as scope, testNotices } from '../../../test/support/notice-checks.ts'
import { accessNotices, accessOperations } from './index.ts'

const notices = accessNotices(noticeHouse)
const render = rendererOf(notices)
const names = {
  ...noticeNames,
  capacity: 'employer',
  service: 'dmfa',
  services: 'dimona dmfa',
}

testNotices({ folder: import.meta.dirname, notices, names, operations: Object.values(accessOperations) })

test('groups and services are named as the catalogue names them, and a code that it dropped is kept', async () => {
  const { body } = await render('user-created', { ...names, services: 'dimona dmfa gone-since' }, 'fr', scope)
  assert.match(body, /groupe Employeur de l’entreprise Bakkerij/)
  assert.match(body, /\n- Dimona\n- DmfA\n- gone-since\n/)
  const { subject } = await render('service-given', names, 'de', scope)
  assert.equal(subject, 'Sie haben DmfA für Bakkerij De Korenaar BV erhalten')
})

test('a user without services, and a block of all groups, are told as that', async () => {
  const none = await render('user-created', { ...names, services: '' }, 'en', scope)
  assert.match(none.body, /not been given any online service yet/)
  const everywhere = await render('blocked', { ...names, capacity: '' }, 'nl', scope)
  assert.match(everywhere.body, /in alle groepen van Bakkerij/)
  const here = await render('blocked', names, 'nl', scope)
  assert.match(here.body, /in de groep Werkgever van Bakkerij/)
})
