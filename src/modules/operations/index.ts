export { carryOut, periodOf } from './carry-out.ts'
export { fields } from './fields.ts'
export { operation, refusals, refuse } from './operation.ts'
export { perform } from './perform.ts'
export type { PerformDeps, Performed } from './perform.ts'
export type {
  Actor,
  Done,
  Effect,
  NoticeDraft,
  Operation,
  OperationActor,
  Refusal,
  Refused,
  Scene,
  TypedPerson,
  Unit,
} from './operation.ts'
