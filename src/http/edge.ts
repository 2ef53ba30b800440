import type { AssuranceLevel, Clock, Language, NewId } from '#kernel'
import type { Html } from '#ui'
import type { Asset } from './assets.ts'
import type { CookieNames } from './cookies.ts'
import type { TrustedProxies } from './reading/client-address.ts'
import type { AccessTokens, Sessions, SignedIn } from './requests.ts'
import type { Route } from './route-table.ts'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Logger } from 'pino'

/** Writes the whole page around what an error page says: header, language choice, stylesheet. */
export type Frame = (page: {
  readonly language: Language
  readonly title: string
  readonly content: Html
  /** The address of this page in another language leads there; null when it has none. */
  readonly path: string | null
  readonly signedIn: SignedIn | null
}) => Html

/** Answers everything under its prefix ('/key-ring') by itself, before any other part of the edge sees it. */
export type RawHandler = {
  readonly prefix: string
  readonly handle: (req: IncomingMessage, res: ServerResponse) => void
}

export type ServerSettings = {
  /** The origin under which browsers reach us: https, or http on the loopback. */
  readonly publicUrl: string
  readonly host: string
  readonly port: number
  /** Addresses and networks of the proxies in front of us. */
  readonly trustedProxies: readonly string[]
  /** For visitors whose browser asks none of the four. */
  readonly language: Language
  /** At least 32 bytes; binds the form tokens of visitors without a session, and seals what was typed. The same on every node. */
  readonly csrfKey: Uint8Array
  /** Origins to which any form may lead, for instance that of the authentication service. */
  readonly formAction?: readonly string[]
}

export type ServerParts = {
  readonly settings: ServerSettings
  readonly routes: readonly Route[]
  readonly rawHandlers?: readonly RawHandler[]
  readonly assets?: readonly Asset[]
  readonly sessions: Sessions
  readonly accessTokens?: AccessTokens
  /** The level that an operation asks, by its code in the catalogue. */
  readonly levelOf: (operation: string) => AssuranceLevel
  readonly ready: () => Promise<boolean>
  /** Told of each request that no raw handler answered, with the kind of its route ('other': it has none) and how long it took. */
  readonly onAnswered?: (kind: Route['kind'] | 'other', status: number, ms: number) => void
  /** How to reach the desk and when, one sentence per language. */
  readonly desk: Readonly<Record<Language, string>>
  readonly frame: Frame
  readonly clock: Clock
  readonly newId: NewId
  readonly randomBytes: (length: number) => Uint8Array
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>
}

/** What the parts of the edge share while it runs. */
export type Edge = ServerParts & {
  readonly origin: string
  readonly https: boolean
  readonly cookies: CookieNames
  readonly trusted: TrustedProxies
  readonly headers: Readonly<Record<string, string>>
  /** Served paths that a GET answers: where a sign-in may come back to. */
  readonly readablePaths: ReadonlySet<string>
}
