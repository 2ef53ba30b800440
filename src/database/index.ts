export { newsSince, parseRevision, revisionOfView, viewOf, viewSees } from './change-feed.ts'
export type { Change, Revision, View } from './change-feed.ts'
export { DataFolderInUse, DoorFault, knock, openDoor } from './data-lock.ts'
export type { Door } from './data-lock.ts'
export { columnsOf, commonColumnsOf, conditionsOf, factColumns, factKinds } from './fact-columns.ts'
export { factsOf, factWriter, StaleFact } from './fact-store.ts'
export { givenAt, holdsAt } from './facts.ts'
export type {
  AppointmentState,
  Fact,
  FactBodies,
  FactFilter,
  FactKind,
  FactReader,
  FactWriter,
  OfficeCode,
  Period,
  Provenance,
} from './facts.ts'
export { inSnapshot, OutsideTransaction } from './guard.ts'
export { beginEpoch, migrate, MigrationChanged, readMigrations, SchemaTooNew } from './migrate.ts'
export { dumpPglite, openPglite } from './pglite.ts'
export type { PgliteOptions } from './pglite.ts'
export { openPostgres } from './postgres.ts'
export type { PostgresOptions } from './postgres.ts'
export { constraintOf, isSerializationFault, isUnreachable } from './store.ts'
export type { DatabaseFault, Reader, Store, Transaction } from './store.ts'
export type { FactColumns, PersonRow, Tables } from './tables.ts'
export { lifeOf, StoreRestored } from './store-life.ts'
export { inTransaction, Rollback, rollback, writesOf } from './transaction.ts'
export type { Outcome } from './transaction.ts'
