import { noticeHouse, noticeNames, testNotices } from '../../../test/support/notice-checks.ts'
import { deskNotices, deskOperations } from './index.ts'

testNotices({
  folder: import.meta.dirname,
  notices: deskNotices(noticeHouse),
  names: { ...noticeNames, capacity: 'social-secretariat', office: 'access-manager', scope: 'finance' },
  operations: Object.values(deskOperations),
})
