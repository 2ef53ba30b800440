export { periodOf } from './carry-out.ts'
export { fields } from './fields.ts'
export { operation, refusals, refuse } from './operation.ts'
export { perform } from './perform.ts'
export { performing } from './performing.ts'
export type { Call } from './perform-all.ts'
export type { DeedOfTime, Due, DueWindow } from './by-itself.ts'
export { officeWords, operationTexts } from './texts/index.ts'
export type { EventParts, OfficeWords, OperationText, OperationTexts, PageWords } from './texts/index.ts'
export type { PerformDeps, Performed } from './perform.ts'
export type {
  Actor,
  Done,
  Effect,
  NoticeDraft,
  Operation,
  OperationActor,
  PastAct,
  Place,
  Refusal,
  Refused,
  Scene,
  TypedPerson,
  Undoing,
  UndoRule,
  Unit,
} from './operation.ts'
export { operationPage } from './pages/operation-page.ts'
export type { Filled, OperationContext, OperationPage, PageDoor } from './pages/operation-page.ts'
export type { PageContent, PageDeps, Section } from './pages/page-deps.ts'
export { proposals } from './proposals.ts'
export { pageActor, viewFor, viewOf } from './pages/view.ts'
export type { View } from './pages/view.ts'
