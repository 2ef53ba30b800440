import { effectsAfter } from '../perform.ts'
import { performAll, rehearseAll } from '../perform-all.ts'
import { effectRows } from './effect-rows.ts'
import { strongerSignIn } from './refused-page.ts'
import { carried, errorCode, filledWith } from './operation-page.ts'

/** What a page needs that asks several operations in one go (U15), and says what they change (U16). */
export const several = {
  perform: performAll,
  rehearse: rehearseAll,
  effects: effectsAfter,
  effectRows,
  carried,
  errorCode,
  filledWith,
  strongerSignIn,
}
