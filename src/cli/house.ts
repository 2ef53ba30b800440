import type { PerformDeps } from '#operations'
import type { Logger } from 'pino'
import type { Keys, Settings } from '#settings'

/** The open house: everything but the door to the street. What commands work with, and what the server serves. */
export interface House extends PerformDeps {
  readonly settings: Settings
  readonly log: Logger
  readonly secrets: Keys
  close(): Promise<void>
}
