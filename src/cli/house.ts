import type { Digest, Render } from '#notices'
import type { PerformDeps } from '#operations'
import type { Logger } from 'pino'
import type { Keys, Settings } from '#settings'
import type { FictionalWorld } from './trial/world.ts'

/** The open house: everything but the door to the street. What commands work with, and what the server serves. */
export interface House extends PerformDeps {
  readonly settings: Settings
  readonly log: Logger
  readonly secrets: Keys
  /** Who may be signed in as in a trial, and what it starts with; empty outside one. */
  readonly world: FictionalWorld
  readonly catalogueDir: string
  /** Puts a notice into words. */
  readonly render: Render
  /** Puts several into one message. */
  readonly digest: Digest
  /** Reads the catalogue again from the store: after a publication, and as entries begin and end. */
  refreshCatalogue(): Promise<void>
  close(): Promise<void>
}
