import { generateKeyPairSync } from 'node:crypto'
import { Provider, interactionPolicy } from 'oidc-provider'
import { assuranceLevels, languages } from '#kernel'
import type { ClientMetadata, Configuration, KoaContextWithOIDC } from 'oidc-provider'
import { acrOf, levelAskedBy, levelOfAcr } from './level.ts'
import type { KeyRingOptions } from './key-ring.ts'
import { memoryAdapter } from './memory-adapter.ts'

const interactionSeconds = 15 * 60
const sessionSeconds = 60 * 60
const codeSeconds = 60
const tokenSeconds = 5 * 60

/** The path under which the key ring is mounted: '/key-ring'. */
export function mountOf(issuer: string): string {
  return new URL(issuer).pathname.replace(/\/$/, '')
}

/** Writes the page of an error; the code is the protocol's own word ('invalid_request'). */
export type ErrorPage = (ctx: KoaContextWithOIDC, status: number, code: string) => void

/** The OpenID provider, without pages: codes with PKCE for one client, claims of the fictional persons, no consent. */
export function makeProvider(options: KeyRingOptions, errorPage: ErrorPage): Provider {
  const provider = new Provider(options.issuer, configuration(options, errorPage))
  // The address comes from the issuer, which was checked at start, and never from a header: see `pinAddress`.
  provider.proxy = true
  provider.on('server_error', (ctx, fault) => options.log?.error({ keyRing: 'server_error', fault: fault.message }))
  return provider
}

function configuration(options: KeyRingOptions, errorPage: ErrorPage): Configuration {
  const mount = mountOf(options.issuer)
  const cookie = { signed: true, httpOnly: true, sameSite: 'lax' as const }
  return {
    adapter: memoryAdapter(options.clock),
    clients: [clientOf(options)],
    jwks: { keys: [signingKey()] },
    cookies: {
      keys: [...options.cookieKeys],
      names: { session: 'key-ring-session', interaction: 'key-ring-interaction', resume: 'key-ring-resume' },
      long: { ...cookie, path: mount || '/' },
      // Their path is that of one sign-in, so that two tabs do not meet.
      short: cookie,
    },
    pkce: { required: () => true },
    responseTypes: ['code'],
    acrValues: assuranceLevels.map(acrOf),
    // In the id_token too, so that one answer tells it all; userinfo says the same.
    conformIdTokenClaims: false,
    claims: {
      openid: ['sub', 'acr', 'amr'],
      profile: ['given_name', 'family_name'],
      email: ['email'],
      national_number: ['national_number'],
    },
    discovery: { ui_locales_supported: [...languages] },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    interactions: { policy: policy(), url: (ctx, interaction) => `${mount}/interaction/${interaction.uid}` },
    ttl: {
      Interaction: interactionSeconds,
      Session: sessionSeconds,
      Grant: sessionSeconds,
      AuthorizationCode: codeSeconds,
      AccessToken: tokenSeconds,
      IdToken: tokenSeconds,
    },
    findAccount: (ctx, id) => accountOf(options, id),
    loadExistingGrant: grantWhatIsAsked,
    renderError: (ctx, out) => errorPage(ctx, ctx.status, out.error),
  }
}

function clientOf({ client }: KeyRingOptions): ClientMetadata {
  return {
    client_id: client.id,
    client_secret: client.secret,
    redirect_uris: [...client.redirectUris],
    grant_types: ['authorization_code'],
    response_types: ['code'],
    token_endpoint_auth_method: 'client_secret_basic',
  }
}

/** A new one at each start: what was signed lives for minutes, and clients fetch the public half. */
function signingKey(): Record<string, unknown> & { kty: string } {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return { ...privateKey.export({ format: 'jwk' }), kty: 'RSA', use: 'sig', alg: 'RS256' }
}

/** Sign-in only, no consent; and again when the session was signed in at a lower level than is asked now. */
function policy(): interactionPolicy.DefaultPolicy {
  const prompts = interactionPolicy.base()
  prompts.remove('consent')
  const tooLow = new interactionPolicy.Check('level_too_low', 'a higher level is asked', (ctx) => {
    const level = levelOfAcr(ctx.oidc.acr ?? '') ?? 0
    return level < levelAskedBy(ctx.oidc.params?.['acr_values'])
  })
  prompts.get('login')?.checks.add(tooLow)
  return prompts
}

type Account = Awaited<ReturnType<NonNullable<Configuration['findAccount']>>>

async function accountOf(options: KeyRingOptions, id: string): Promise<Account> {
  const person = (await options.persons()).find((one) => one.id === id)
  if (!person) return undefined
  return {
    accountId: id,
    claims: () => ({
      sub: id,
      given_name: person.givenName,
      family_name: person.familyName,
      national_number: person.nationalNumber,
      ...(person.email ? { email: person.email } : {}),
    }),
  }
}

async function grantWhatIsAsked(ctx: KoaContextWithOIDC): Promise<InstanceType<Provider['Grant']>> {
  const { client, session, provider, requestParamOIDCScopes } = ctx.oidc
  const grant = new provider.Grant({ clientId: client?.clientId, accountId: session?.accountId })
  grant.addOIDCScope([...requestParamOIDCScopes].join(' '))
  await grant.save()
  return grant
}
