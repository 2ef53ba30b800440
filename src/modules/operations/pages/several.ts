import { performAll, rehearseAll } from '../perform-all.ts'
import { carried, errorCode, filledWith } from './operation-page.ts'

/** What a page needs that asks several operations in one go (U15). */
export const several = { perform: performAll, rehearse: rehearseAll, carried, errorCode, filledWith }
