import { join } from 'node:path'

/** What the environment says, checked; `trial` when nothing points to a production store. */
export interface Settings {
  readonly trial: boolean
  readonly host: string
  readonly port: number
  readonly publicUrl: string
  readonly dataDir: string
  readonly databaseUrl: string | null
  readonly keysDir: string
  readonly catalogueDir: string | null
  readonly trustedProxies: readonly string[]
  /** A register that can be asked at once who represents an enterprise; null: only its files. */
  readonly register: { readonly url: string; readonly token: string | null } | null
  readonly smtpUrl: string | null
  readonly mailFrom: string
  /** The gateway that sends text messages; null: none, and then nobody gets an account without a national number outside a trial. */
  readonly sms: { readonly url: string; readonly token: string | null } | null
  /** The authentication service; null: the simulated key ring of the trial. */
  readonly authentication: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string } | null
  /** Where operators read what is measured; null: nowhere. */
  readonly metrics: { readonly host: string; readonly port: number } | null
  readonly logLevel: string
}

/** A setting that cannot be used; the message names it, and never its value when that is a secret. */
export class BadSetting extends Error {
  override name = 'BadSetting'
}

type Environment = Readonly<Record<string, string | undefined>>

function bad(setting: string, why: string): never {
  throw new BadSetting(`${setting} ${why}`)
}

function portOf(setting: string, text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) bad(setting, 'must be a number from 0 to 65535')
  return Number(text)
}

function hostOf(setting: string, text: string): string {
  if (!/^[A-Za-z0-9.:_-]+$/.test(text)) bad(setting, 'must be a host name or an address')
  return text
}

/** A listener of its own: what is measured is for operators, and never stands on the port that everybody reaches. */
function metricsOf(host: string | undefined, port: string | undefined): Settings['metrics'] {
  if (port === undefined) return null
  return { host: hostOf('METRICS_HOST', host ?? '127.0.0.1'), port: portOf('METRICS_PORT', port) }
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

function publicUrlOf(text: string): string {
  const url = URL.parse(text)
  if (!url || !['http:', 'https:'].includes(url.protocol))
    bad('PUBLIC_URL', 'must be an address such as https://access.example.org')
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '') {
    bad('PUBLIC_URL', 'must be an origin: no path, no query, no user name')
  }
  if (url.protocol === 'http:' && !loopback.has(url.hostname)) bad('PUBLIC_URL', 'must be https outside this machine')
  return url.origin
}

function databaseUrlOf(text: string): string {
  const url = URL.parse(text)
  if (!url || !['postgres:', 'postgresql:'].includes(url.protocol)) bad('DATABASE_URL', 'must start with postgres://')
  return text
}

function smtpUrlOf(text: string): string {
  const url = URL.parse(text)
  if (!url || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '') {
    bad('SMTP_URL', 'must look like smtps://user:password@mail.example.org')
  }
  return text
}

function authenticationOf(environment: Environment): Settings['authentication'] {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = environment
  if (!issuer) return null
  const url = URL.parse(issuer)
  if (!url || (url.protocol !== 'https:' && !loopback.has(url.hostname))) bad('OIDC_ISSUER', 'must be an https address')
  if (!clientId) bad('OIDC_CLIENT_ID', 'must be set when OIDC_ISSUER is')
  if (!clientSecret) bad('OIDC_CLIENT_SECRET', 'must be set when OIDC_ISSUER is')
  return { issuer, clientId, clientSecret }
}

/** The address of a program that is asked over HTTP, and the token that it asks. */
function interfaceOf(setting: string, text: string | undefined, token: string | undefined): Settings['register'] {
  if (text === undefined) return null
  const url = URL.parse(text)
  if (!url || (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback.has(url.hostname))))
    bad(setting, 'must be an https address')
  if (url.username !== '' || url.search !== '' || url.hash !== '')
    bad(setting, 'must hold no user name, query or fragment')
  return { url: url.href.replace(/\/$/, ''), token: token ?? null }
}

/** The simulated key ring gives out anybody's identity: with a production store it runs only when somebody says so. */
function simulated(environment: Environment, databaseUrl: string | null, external: boolean): boolean {
  const allowed = environment['SIMULATED_KEY_RING'] ?? ''
  if (allowed !== '' && allowed !== 'allowed') bad('SIMULATED_KEY_RING', "is either not set or 'allowed'")
  if (external) return false
  if (databaseUrl !== null && allowed === '') {
    bad(
      'OIDC_ISSUER',
      'must be set with DATABASE_URL: the simulated key ring signs anybody in (SIMULATED_KEY_RING=allowed for a trial)',
    )
  }
  return true
}

/** Reads and checks the settings; throws BadSetting with the name of the first that cannot be used. An empty value counts as none. */
export function readSettings(environment: Environment, workingFolder: string): Settings {
  const given = (name: string): string | undefined => environment[name]?.trim() || undefined
  const host = hostOf('HOST', given('HOST') ?? '127.0.0.1')
  const port = portOf('PORT', given('PORT') ?? '8080')
  const metrics = metricsOf(given('METRICS_HOST'), given('METRICS_PORT'))
  if (metrics !== null && metrics.port === port && port !== 0) bad('METRICS_PORT', 'must be another port than PORT')
  const local = ['0.0.0.0', '::', '127.0.0.1', '::1', 'localhost'].includes(host)
  const publicUrl = publicUrlOf(given('PUBLIC_URL') ?? `http://${local ? '127.0.0.1' : host}:${port}`)
  const database = given('DATABASE_URL')
  const databaseUrl = database === undefined ? null : databaseUrlOf(database)
  const authentication = authenticationOf(environment)
  const smtp = given('SMTP_URL')
  const logLevel = given('LOG_LEVEL') ?? 'info'
  if (!['fatal', 'error', 'warn', 'info', 'debug', 'silent'].includes(logLevel)) {
    bad('LOG_LEVEL', 'must be fatal, error, warn, info, debug or silent')
  }
  return {
    trial: simulated(environment, databaseUrl, authentication !== null),
    host,
    port,
    publicUrl,
    dataDir: absolute(workingFolder, given('DATA_DIR') ?? 'data'),
    databaseUrl,
    keysDir: absolute(workingFolder, given('KEYS_DIR') ?? join(given('DATA_DIR') ?? 'data', 'keys')),
    catalogueDir: given('CATALOGUE_DIR') === undefined ? null : absolute(workingFolder, given('CATALOGUE_DIR') ?? ''),
    register: interfaceOf('REGISTER_URL', given('REGISTER_URL'), given('REGISTER_TOKEN')),
    sms: interfaceOf('SMS_URL', given('SMS_URL'), given('SMS_TOKEN')),
    trustedProxies: (given('TRUSTED_PROXIES') ?? '')
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
    smtpUrl: smtp === undefined ? null : smtpUrlOf(smtp),
    mailFrom: given('MAIL_FROM') ?? 'no-reply@claviger.example',
    authentication,
    metrics,
    logLevel,
  }
}

function absolute(workingFolder: string, path: string): string {
  return path.startsWith('/') ? path : join(workingFolder, path)
}
