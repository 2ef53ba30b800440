import { confirmOffice, confirmUser } from './use-cases/confirm.ts'

/** Every operation of this module, for the route table, the interface and the matrix. */
export const oversightOperations = { confirmOffice, confirmUser }
export { takeOverCard } from './pages/announcement.ts'
export { takeOverPages } from './pages/take-over.page.ts'
