export { openExtract } from './extract.ts'
export { openSupplement } from './supplement.ts'
export type { EntityChange, EntityHeader, Extract, Problem, Supplement, SupplementEnterprise } from './types.ts'
