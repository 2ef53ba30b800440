import type { AssuranceLevel, Instant, Language, PersonId } from '#kernel'

/** Fields of a form or a query: a name that came several times has a list. Without a prototype. */
export type Fields = Readonly<Record<string, string | readonly string[]>>

export type SignedIn = {
  readonly person: { readonly id: PersonId; readonly givenName: string | null; readonly familyName: string | null }
  readonly level: AssuranceLevel
  /** Code of the digital key. */
  readonly key: string
  readonly signedInAt: Instant
  /** Whether the sign-in is recent enough for what is grave. */
  readonly fresh: boolean
}

/** The session of a cookie; `signedIn` is null in one that has only begun a sign-in. */
export type WebSession = { readonly csrf: string; readonly signedIn: SignedIn | null }

/** Looks a session up by the value of its cookie: null for an unknown, ended or malformed one. */
export type Sessions = { load(cookie: string): Promise<WebSession | null> }

/** Looks up who an access token speaks for: null for an unknown, ended or malformed one. */
export type AccessTokens = { load(token: string): Promise<SignedIn | null> }

type Common = {
  readonly requestId: string
  /** The moment at which the request came in; a use case takes its own at the commit. */
  readonly now: Instant
  readonly ip: string
  /** As asked, without the query: for a page '/nl/…'. */
  readonly path: string
  readonly params: Readonly<Record<string, string>>
  readonly query: Fields
}

export type PageRequest = Common & {
  /** The id of the route. */
  readonly page: string
  readonly language: Language
  readonly session: SignedIn | null
  /** For `csrfToken` of every form; also there for a visitor without a session. */
  readonly csrf: string
  /** The value of the session cookie as it came in, for sign-in and sign-out only. */
  readonly sessionCookie: string | null
  /** Empty on GET. */
  readonly form: Fields
  /** What this person typed in this form before a stronger sign-in was asked, where the route keeps it; given once. */
  readonly typed?: Fields
}

export type ApiRequest = Common & {
  /** Of the words in the answer, by Accept-Language. */
  readonly language: Language
  readonly caller: SignedIn | null
  /** Parsed JSON of whatever shape, or null: the handler parses it. */
  readonly body: unknown
  readonly authorization: string | null
}

/** The one value of a field, or null when it is absent or came several times. */
export function oneField(fields: Fields, name: string): string | null {
  const value = fields[name]
  return typeof value === 'string' ? value : null
}

/** Every value of a field, in the order of the form. */
export function allFields(fields: Fields, name: string): readonly string[] {
  const value = fields[name]
  return value === undefined ? [] : typeof value === 'string' ? [value] : value
}
