import type { Kysely, Transaction as KyselyTransaction } from 'kysely'
import type { Tables } from './tables.ts'

/** Reads only: on PostgreSQL and PGlite its statements run in read-only transactions, each by itself. A Transaction is one too. */
export type Reader = Pick<
  Kysely<Tables>,
  'selectFrom' | 'selectNoFrom' | 'with' | 'withRecursive' | 'fn' | 'case' | 'dynamic'
>

/** The handle that `inTransaction` gives; it is dead when the transaction is over. */
export type Transaction = KyselyTransaction<Tables>

/** What only this folder uses of a store. */
export const inner: unique symbol = Symbol('store')

export interface StoreInner {
  /** Stands for the store in the guard. */
  key: object
  writer: Kysely<Tables>
  /** Transactions that were committed: one word, which other threads can read too. */
  writes: Int32Array<SharedArrayBuffer>
  /** Runs a text of several statements, without parameters, in the transaction. */
  runScript(trx: Transaction, text: string): Promise<void>
}

export const noWrites = (): StoreInner['writes'] => new Int32Array(new SharedArrayBuffer(4))

/** An open database. `close` waits for nothing: finish the work first. */
export interface Store {
  readonly kind: 'postgres' | 'pglite'
  readonly reader: Reader
  close(): Promise<void>
  readonly [inner]: StoreInner
}

/** What PostgreSQL says of a refused statement, the same on both stores; code is the SQLSTATE. */
export interface DatabaseFault extends Error {
  code?: string
  routine?: string
  constraint?: string
  detail?: string
  table?: string
}

/** The fields of a fault that cross from the embedded store's thread. */
export const faultFields = [
  'code',
  'severity',
  'detail',
  'hint',
  'position',
  'where',
  'schema',
  'table',
  'column',
  'dataType',
  'constraint',
  'routine',
] as const

/** Walks an error and what caused it, at most ten deep. */
function faultsOf(error: unknown): DatabaseFault[] {
  const found: DatabaseFault[] = []
  for (let next = error; next instanceof Error && found.length < 10; next = next.cause) found.push(next)
  return found
}

/** The name of the constraint that refused the write (SQLSTATE class 23), or null when it was something else. */
export function constraintOf(error: unknown): string | null {
  const fault = faultsOf(error).find((one) => typeof one.code === 'string' && one.code.startsWith('23'))
  return fault?.constraint === undefined || fault.constraint === '' ? null : fault.constraint
}

/** Whether the transaction lost against another one and may simply be run again (SQLSTATE 40001, 40P01). */
export function isSerializationFault(error: unknown): boolean {
  return faultsOf(error).some((one) => one.code === '40001' || one.code === '40P01')
}

/** Whether a migration changed what a plan kept by the session was made for (SQLSTATE 0A000, RevalidateCachedQuery). */
export function isStalePlan(error: unknown): boolean {
  return faultsOf(error).some((one) => one.code === '0A000' && one.routine === 'RevalidateCachedQuery')
}

const connectionFaults: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT'])
/** How pg says that there is no session, where it gives no code. */
const noSession = /^(?:Connection terminated|Client has encountered a connection error|timeout exceeded when trying)/

/** Whether the server could not be reached, or ended the session (SQLSTATE 08, 53300, 57P01 to 57P03): later it may go. */
export function isUnreachable(error: unknown): boolean {
  return faultsOf(error).some(
    ({ code = '', message }) =>
      connectionFaults.has(code) || /^(?:08|57P0[123]|53300)/.test(code) || (code === '' && noSession.test(message)),
  )
}

/** An int8 as a number; throws RangeError where a number would round it. */
export function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 out of range: ${text}`)
  return value
}
