import { noticeHouse, noticeNames, testNotices } from '../../../test/support/notice-checks.ts'
import { changeNotices, changeOperations } from './index.ts'

testNotices({
  folder: import.meta.dirname,
  notices: changeNotices(noticeHouse),
  names: { ...noticeNames, capacity: 'employer', undone: 'user-deleted' },
  operations: Object.values(changeOperations),
})
