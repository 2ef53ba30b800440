import { rendererOf } from '#notices'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noticeHouse, noticeNames, noticeScope as scope, testNotices } from '../../../test/support/notice-checks.ts'
import { appointmentDeeds, appointmentNotices, appointmentOperations } from './index.ts'

const notices = appointmentNotices(noticeHouse)
const render = rendererOf(notices)
const names = {
  ...noticeNames,
  office: 'access-manager',
  scope: 'finance',
  until: '2026-12-24',
}

const groundByItself = [
  'ground-ended',
  'ground-ended-below',
  'ground-suspended',
  'ground-suspended-below',
  'chief-dormant',
]

testNotices({
  folder: import.meta.dirname,
  notices,
  names,
  operations: [...Object.values(appointmentOperations), ...appointmentDeeds],
  byItself: [
    'reminder',
    'lapsed',
    'lapsed-below',
    'expired',
    'expired-below',
    'stand-in-ends-soon',
    'stand-in-over',
    'stand-in-over-below',
    'stand-in-lapsed',
    ...groundByItself,
  ],
})

test('offices and their domains or groups are named as the catalogue names them', async () => {
  const told = async (office: string, scopeCode: string, language: 'nl' | 'de') =>
    (await render('appointed', { ...names, office, scope: scopeCode }, language, scope)).body
  assert.match(await told('access-manager', 'finance', 'nl'), /als toegangsbeheerder \(Financiën\) voor Bakkerij/)
  assert.match(await told('group-manager', 'employer', 'de'), /zum Gruppenverwalter \(Arbeitgeber\) für Bakkerij/)
  assert.match(await told('chief-access-manager', '', 'nl'), /als hoofdtoegangsbeheerder voor Bakkerij/)
  assert.match(await told('group-manager', 'closed-since', 'nl'), /groepsbeheerder \(closed-since\)/)
})

test('a chief who resigns leaves a seat that a legal representative must fill', async () => {
  const chief = await render('resigned', { ...names, office: 'chief-access-manager', scope: '' }, 'en', scope)
  assert.match(chief.body, /legal representative must appoint a new chief/)
  const other = await render('resigned', names, 'en', scope)
  assert.doesNotMatch(other.body, /chief/)
})
