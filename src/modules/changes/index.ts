import { changePages } from './pages/index.ts'
import { undo } from './use-cases/undo.ts'

/** Every operation of this module, for the route table, the interface and the matrix. */
export const changeOperations = { undo }
export { changeNotices } from './notice-texts.ts'
export { changePages }
export { undoOffers } from './pages/undo-offers.ts'
