import type { Store, Transaction } from '#database'
import type { Clock, EnterpriseId, Instant, NewId } from '#kernel'

/** What was done, for the audit log: the register stands before the log in the order of modules, so it is handed in. */
export interface ImportAct {
  readonly event: 'register-imported' | 'register-changed' | 'representations-changed'
  readonly enterprise: EnterpriseId | null
  readonly details: Readonly<Record<string, string | number | boolean | null>>
}

export interface ImportDeps {
  readonly store: Store
  readonly clock: Clock
  readonly newId: NewId
  /** IANA zone in which the register's days begin. */
  readonly zone: string
  readonly record: (trx: Transaction, act: ImportAct, now: Instant) => Promise<void>
}
