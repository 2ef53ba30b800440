import { timeKeeper } from './by-itself.ts'
import { carryOut } from './carry-out.ts'
import { several } from './pages/several.ts'

/** How operations happen beside one by one on a store: several in one go, by time itself, and over facts that are no store's. */
export const performing = { several, timeKeeper, carryOut }
