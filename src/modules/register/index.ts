export { recordByNumber, recordsOf } from './queries.ts'
export { enterEnterprise, enterRepresentation } from './store.ts'
export type { EnterpriseDescription } from './store.ts'
