import * as openid from 'openid-client'
import { parseAssuranceLevel } from '#kernel'
import type { AssuranceLevel, Language } from '#kernel'

export type AuthenticationSettings = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Our address to which the service sends people back: '<public address>/sign-in/callback'. */
  readonly redirectUri: string
  /** What stands before the number of a level in acr: 'urn:claviger:level:', or that of another service. */
  readonly acrPrefix?: string
  readonly scope?: string
  /** Reaches the service by another way than its public address, for instance our own local port. */
  readonly fetch?: (url: string, options: object) => Promise<Response>
}

/** What the authentication service says of who signed in; not judged yet. */
export type Claims = {
  readonly issuer: string
  readonly level: AssuranceLevel | null
  readonly methods: readonly string[]
  readonly nationalNumber: string | null
  readonly givenName: string | null
  readonly familyName: string | null
}

export type Expected = { readonly state: string; readonly nonce: string; readonly verifier: string }

export type AnswerRefusal = 'cancelled' | 'answer-refused' | 'service-unreachable'

/** The authentication service as its client sees it. */
export type AuthenticationService = {
  /** The address to which the browser is sent; null when the service cannot be reached. */
  address(asked: Expected & { readonly level: AssuranceLevel; readonly language: Language }): Promise<URL | null>
  /** Trades the answer that the browser brought for the claims, after every check of the protocol. */
  claims(
    parameters: URLSearchParams,
    expected: Expected,
  ): Promise<{ readonly ok: true; readonly value: Claims } | { readonly ok: false; readonly error: AnswerRefusal }>
}

const timeoutSeconds = 10
const attemptsMax = 2
/** Every sign-in is a new act at the service: an answer that rests on an older one is refused. */
const authenticationAgeMaxSeconds = 5 * 60

const loopbackHosts: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

function checkIssuer(issuer: string): URL {
  const url = new URL(issuer)
  const plainOnLoopback = url.protocol === 'http:' && loopbackHosts.has(url.hostname)
  if (url.protocol !== 'https:' && !plainOnLoopback) {
    throw new Error('The authentication service is reached by https, or by http on the loopback')
  }
  return url
}

/** The client of one authentication service. It asks the service for its addresses at the first sign-in, not before. */
export function authenticationService(settings: AuthenticationSettings): AuthenticationService {
  const issuer = checkIssuer(settings.issuer)
  const acrPrefix = settings.acrPrefix ?? 'urn:claviger:level:'
  let known: Promise<openid.Configuration> | null = null
  const configuration = async (): Promise<openid.Configuration> => {
    known ??= discover(issuer, settings)
    try {
      return await known
    } catch (fault) {
      // The next sign-in asks again: the service may only have been starting.
      known = null
      throw fault
    }
  }
  return {
    async address(asked) {
      try {
        const challenge = await openid.calculatePKCECodeChallenge(asked.verifier)
        return openid.buildAuthorizationUrl(await configuration(), {
          redirect_uri: settings.redirectUri,
          scope: settings.scope ?? 'openid profile national_number',
          state: asked.state,
          nonce: asked.nonce,
          code_challenge: challenge,
          code_challenge_method: 'S256',
          acr_values: `${acrPrefix}${asked.level}`,
          ui_locales: asked.language,
          prompt: 'login',
          max_age: String(authenticationAgeMaxSeconds),
        })
      } catch (fault) {
        if (refusalOf(fault) === null) throw fault
        return null
      }
    },
    async claims(parameters, expected) {
      const url = new URL(settings.redirectUri)
      url.search = parameters.toString()
      try {
        const tokens = await openid.authorizationCodeGrant(await configuration(), url, {
          expectedState: expected.state,
          expectedNonce: expected.nonce,
          pkceCodeVerifier: expected.verifier,
          idTokenExpected: true,
          maxAge: authenticationAgeMaxSeconds,
        })
        return { ok: true, value: claimsOf(tokens.claims() ?? {}, acrPrefix) }
      } catch (fault) {
        const error = refusalOf(fault)
        if (error === null) throw fault
        return { ok: false, error }
      }
    },
  }
}

async function discover(issuer: URL, settings: AuthenticationSettings): Promise<openid.Configuration> {
  const execute = [openid.enableNonRepudiationChecks]
  if (issuer.protocol === 'http:') execute.push(openid.allowInsecureRequests)
  for (let attempt = 1; ; attempt++) {
    try {
      return await openid.discovery(issuer, settings.clientId, {}, openid.ClientSecretBasic(settings.clientSecret), {
        execute,
        timeout: timeoutSeconds,
        ...(settings.fetch ? { [openid.customFetch]: settings.fetch } : {}),
      })
    } catch (fault) {
      if (attempt === attemptsMax) throw fault
    }
  }
}

/** What went wrong, as far as it is the browser's or the service's doing; null for a fault of our own. */
function refusalOf(fault: unknown): AnswerRefusal | null {
  if (fault instanceof openid.AuthorizationResponseError) {
    return fault.error === 'access_denied' ? 'cancelled' : 'answer-refused'
  }
  if (fault instanceof openid.ResponseBodyError) return 'answer-refused'
  const code = fault instanceof openid.ClientError ? (fault.code ?? '') : ''
  if (code === 'OAUTH_TIMEOUT' || code === 'OAUTH_RESPONSE_IS_NOT_CONFORM' || code === 'OAUTH_RESPONSE_IS_NOT_JSON') {
    return 'service-unreachable'
  }
  if (code !== '') return 'answer-refused'
  return fault instanceof TypeError && fault.message === 'fetch failed' ? 'service-unreachable' : null
}

function claimsOf(claims: Readonly<Record<string, unknown>>, acrPrefix: string): Claims {
  const text = (name: string): string | null => {
    const value = claims[name]
    return typeof value === 'string' ? value : null
  }
  const acr = text('acr') ?? ''
  const level = acr.startsWith(acrPrefix) ? parseAssuranceLevel(acr.slice(acrPrefix.length)) : null
  const methods = Array.isArray(claims['amr']) ? claims['amr'].filter((one) => typeof one === 'string') : []
  return {
    issuer: text('iss') ?? '',
    level: level?.ok ? level.value : null,
    methods,
    nationalNumber: text('national_number'),
    givenName: text('given_name'),
    familyName: text('family_name'),
  }
}
