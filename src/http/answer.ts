import type { Html } from '#ui'
import type { Fields } from './requests.ts'

/** Puts another session cookie in the browser; null takes it away. */
export type SessionChange = { readonly cookie: string | null }

/** The statuses that have a page of their own in four languages. */
export const errorStatuses = [400, 403, 404, 405, 409, 413, 415, 429, 500, 503] as const
export type ErrorStatus = (typeof errorStatuses)[number]

export type ErrorAnswer = {
  readonly kind: 'error'
  readonly status: ErrorStatus
  readonly retryAfterSeconds?: number
}

/** What a page's handler answers. */
export type Answer =
  | {
      readonly kind: 'html'
      readonly status?: number
      readonly html: Html
      /** Origins that answer a form of this page by a redirect; Chromium blocks the others. */
      readonly formAction?: readonly string[]
      readonly session?: SessionChange
      /** What was typed, kept for this person and address: the page asks a stronger sign-in. The route says `keepsTyped`. */
      readonly typed?: Fields
    }
  /** 303 to a path of this site ('/nl/…'); anything else throws. */
  | { readonly kind: 'redirect'; readonly to: string; readonly session?: SessionChange }
  /** 303 to another site, for sign-in only: never an address that came in with a request. */
  | { readonly kind: 'leave'; readonly to: URL; readonly session?: SessionChange }
  /** Always downloaded, never shown in the page's origin. */
  | { readonly kind: 'file'; readonly name: string; readonly type: string; readonly body: string | Uint8Array }
  | { readonly kind: 'not-found' }
  | ErrorAnswer

/** RFC 9457. `type` is a path or an address that explains the problem; the reference is added. */
export type Problem = {
  readonly kind: 'problem'
  readonly status: number
  readonly type?: string
  readonly title: string
  readonly detail?: string
  /** More members, for instance the errors of the fields. */
  readonly members?: Readonly<Record<string, unknown>>
}

export type ApiAnswer =
  | {
      readonly kind: 'json'
      readonly status?: number
      readonly body: unknown
      readonly headers?: Readonly<Record<string, string>>
    }
  | { readonly kind: 'empty'; readonly headers?: Readonly<Record<string, string>> }
  | Problem
  | { readonly kind: 'not-found' }
