import { timeKeeper } from './by-itself.ts'
import { carryOut } from './carry-out.ts'
import { pastOn, rehearse, watched } from './perform.ts'
import { personTyped } from './person-typed.ts'
import { several } from './pages/several.ts'
import { withoutNumber } from './pages/without-number.ts'

/** How operations happen beside one by one on a store: several in one go, by time itself, and over facts that are no store's. */
export const performing = { several, timeKeeper, carryOut, pastOn, rehearse, watched, personTyped, withoutNumber }
