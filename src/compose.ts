import { accessNotices, accessPages } from '#access'
import { accountKey, accountNotices } from '#accounts'
import { appointmentNotices, appointmentPages, asking } from '#appointments'
import { levelOfOperation, readCatalogue, type Catalogue, type OperationCode } from '#catalogue'
import { changeNotices, changePages, undoOffers } from '#changes'
import { deskNotices, deskPages } from '#desk'
import { migrate, openPglite, openPostgres, type Store } from '#database'
import { enterpriseNotices, enterprisePages, type AskRegister } from '#enterprises'
import { openOperatorsPort, RequestTimes, type Measure, type OperatorsPort } from '#metrics'
import { liveRegister } from '#register'
import { createServer, type Asset, type Route, type WebServer } from '#http'
import { createKeyRing, type KeyRing } from '#key-ring'
import { languages, type Instant, type Language } from '#kernel'
import { digestOf, rendererOf } from '#notices'
import { takeOverCard, takeOverPages } from '#oversight'
import { authenticationService, loadAccessToken, loadSession, type SignInDeps } from '#sign-in'
import { buildStyles, faviconPath, faviconSvg } from '#ui'
import { hkdfSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Logger } from 'pino'
import { runByItself } from './background.ts'
import { apiRoutes, authzenHandlers } from './api/index.ts'
import { importDepsOf } from './cli/import-register.ts'
import { catalogueIn, publishFiles } from './cli/publish.ts'
import { seedTrialWorld, storyStart } from './cli/trial/seed.ts'
import { emptyWorld, readWorld, type FictionalWorld } from './cli/trial/world.ts'
import type { House } from './cli/house.ts'
import { BadSetting, makeKeyFiles, readKeys, type Settings } from '#settings'
import { sideOfServer } from './decision-side.ts'
import { systemClock, systemNewId, systemRandom } from './system.ts'
import { errorFrameOf, frameOf, guidePictures, TrialMessages, webPages, type WebDeps } from './web/index.ts'

const ownCatalogue = fileURLToPath(new URL('../catalogue/belgium', import.meta.url))

async function openStore(settings: Settings, log: Logger): Promise<Store> {
  if (settings.databaseUrl !== null) {
    return openPostgres({ url: settings.databaseUrl, onFault: (fault) => log.warn({ store: fault.message }) })
  }
  await mkdir(settings.dataDir, { recursive: true, mode: 0o700 })
  return openPglite({ dataDir: `${settings.dataDir}/store` })
}

/** The files are published at each start; what could not be, because a page or somebody's use stands against it, is logged. */
async function publishAtStart(store: Store, settings: Settings, log: Logger, now: Instant): Promise<void> {
  const catalogue = await catalogueIn(settings.catalogueDir ?? ownCatalogue)
  const ports = { now, newId: systemNewId, random: systemRandom, via: 'system' } as const
  const { problems, differs, inUse } = await publishFiles(store, catalogue, ports)
  if (problems.length + differs.length + inUse.length > 0) {
    log.warn({ problems, differs, inUse }, 'not all of the catalogue was published')
  }
}

/** P11: without a gateway for text messages nobody could activate an account: then none is offered. */
function offered(settings: Settings, catalogue: Catalogue): Catalogue {
  if (settings.trial || settings.sms !== null) return catalogue
  const keys = [...catalogue.keys].map(([code, key]) => [code, { ...key, account: false }] as const)
  return { ...catalogue, keys: new Map(keys) }
}

/** The fictional world that the catalogue brings for its trial. */
async function worldOf(settings: Settings, catalogue: Catalogue): Promise<FictionalWorld> {
  if (!settings.trial) return emptyWorld
  const read = await readWorld(settings.catalogueDir ?? ownCatalogue, catalogue)
  if (read.ok) return read.value
  const lines = read.problems.map(({ file, line, message }) => `${file}:${line}: ${message}`)
  throw new BadSetting(`CATALOGUE_DIR: the trial's world has ${lines.length} problems\n${lines.join('\n')}`)
}

/** Opens the store, brings it up to date and reads keys and catalogue. The caller holds the lock of the data folder. */
export async function openHouse(settings: Settings, log: Logger): Promise<House> {
  const store = await openStore(settings, log)
  try {
    await migrate(store, { now: systemClock.now(), newId: systemNewId })
    const fresh = settings.trial && !(await anybodyIn(store))
    // Only for a store that holds nobody: new keys beside old numbers would make them unreadable.
    if (fresh) await makeKeyFiles(settings.keysDir, systemRandom)
    const secrets = await readKeys(settings.keysDir)
    // The trial's story begins in the past, and no moment of it may lie before the newest change (U10).
    const now = fresh ? storyStart(systemClock.now()) : systemClock.now()
    await publishAtStart(store, settings, log, now)
    const read = async () => offered(settings, await readCatalogue(store.reader, systemClock.now()))
    let catalogue = await read()
    const world = await worldOf(settings, catalogue)
    return {
      settings,
      log,
      secrets,
      world,
      store,
      keys: secrets.people,
      catalogue: () => catalogue,
      catalogueDir: settings.catalogueDir ?? ownCatalogue,
      ...wordsOf(settings, () => catalogue),
      refreshCatalogue: async () => {
        catalogue = await read()
      },
      clock: systemClock,
      newId: systemNewId,
      random: systemRandom,
      close: () => store.close(),
    }
  } catch (fault) {
    await store.close()
    throw fault
  }
}

async function anybodyIn(store: Store): Promise<boolean> {
  const person = await store.reader.selectFrom('person').select('id').limit(1).executeTakeFirst()
  return person !== undefined
}

/** Fills an empty trial store with the fictional world; a store with anybody in it is left as it is. */
export async function seedWhenEmpty(house: House): Promise<boolean> {
  if (await anybodyIn(house.store)) return false
  await seedTrialWorld(house, house.world, systemClock.now())
  return true
}

const derived = (house: House, purpose: string, sizeBytes: number): Buffer =>
  Buffer.from(hkdfSync('sha256', house.secrets.formToken, '', `claviger ${purpose}`, sizeBytes))

const ringPath = '/key-ring'

/** The trial's own authentication service; null where another one is set. */
function keyRingOf(
  house: House,
  stylesheetPath: string,
): { ring: KeyRing; client: { id: string; secret: string } } | null {
  const { settings } = house
  if (settings.authentication !== null) return null
  const client = { id: 'claviger', secret: derived(house, 'key ring client', 32).toString('base64url') }
  const ring = createKeyRing({
    issuer: `${settings.publicUrl}${ringPath}`,
    client: { ...client, redirectUris: [`${settings.publicUrl}/sign-in/callback`] },
    persons: () => Promise.resolve(house.world.persons.map(({ code, ...person }) => ({ id: code, ...person }))),
    keys: [...house.catalogue().keys.values()],
    language: usualLanguage(house.catalogue()),
    clock: house.clock,
    cookieKeys: [derived(house, 'key ring cookies', 32).toString('base64url')],
    stylesheetPath,
    ...(accountKey(house.catalogue()) ? { accountPath: '/sign-in/account' } : {}),
    log: { error: (entry) => house.log.error(entry) },
  })
  return { ring, client }
}

/** Our own key ring is asked through the local port: the public address may only be reachable from outside. */
function localFetch(publicUrl: string, local: () => string) {
  return (url: string, options: object): Promise<Response> =>
    fetch(url.startsWith(`${publicUrl}/`) ? `${local()}${url.slice(publicUrl.length)}` : url, options)
}

/** Where this process reaches itself: a host that means every interface is also the loopback. */
const localHost = (host: string): string =>
  host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host

function signInOf(house: House, ring: ReturnType<typeof keyRingOf>, local: () => string): SignInDeps {
  const { publicUrl, authentication } = house.settings
  const redirectUri = `${publicUrl}/sign-in/callback`
  const service =
    ring === null
      ? authenticationService({ ...requireAuthentication(authentication), redirectUri })
      : authenticationService({
          issuer: `${publicUrl}${ringPath}`,
          clientId: ring.client.id,
          clientSecret: ring.client.secret,
          redirectUri,
          fetch: localFetch(publicUrl, local),
        })
  const { store, clock, newId, random } = house
  return { store, clock, newId, random, peopleKeys: house.keys, service, keys: [...house.catalogue().keys.values()] }
}

function requireAuthentication(authentication: Settings['authentication']) {
  if (authentication === null) throw new BadSetting('OIDC_ISSUER must be set')
  return authentication
}

function assetsOf(): { assets: Asset[]; stylesheetPath: string } {
  const styles = buildStyles()
  const fonts = styles.fonts.map(({ path, file }): Asset => ({
    path,
    type: 'font/woff2',
    body: readFileSync(file),
    immutable: true,
  }))
  const sheet: Asset = {
    path: styles.path,
    type: 'text/css; charset=utf-8',
    body: Buffer.from(styles.css),
    immutable: true,
  }
  const icon: Asset = { path: faviconPath, type: 'image/svg+xml', body: Buffer.from(faviconSvg), immutable: false }
  return { assets: [sheet, icon, ...fonts], stylesheetPath: styles.path }
}

/** Of whoever says nothing: the first of the catalogue's own. */
const usualLanguage = ({ meta }: Catalogue): Language => meta.languages[0] ?? 'en'

function deskSentence(catalogue: Catalogue): Record<Language, string> {
  const { name, phone, email, hours } = catalogue.meta.desk
  const sentence = (language: Language) => `${name[language]}, ${phone}, ${email}. ${hours[language]}`
  return Object.fromEntries(languages.map((language) => [language, sentence(language)])) as Record<Language, string>
}

const registerTimeoutMs = 5000

/** The register's own interface, where one is set; null: it is known from its files only. */
function askRegisterOf(house: House): AskRegister | null {
  const { register } = house.settings
  if (register === null) return null
  const onFault = (fault: string) => house.log.warn({ register: fault })
  const source = liveRegister.httpRepresentationSource({ ...register, timeoutMs: registerTimeoutMs, onFault })
  return (number) => liveRegister.refreshRepresentations({ ...importDepsOf(house), source }, number)
}

/** Every route of the product, as data: the server, the matrix and the journeys read the same list. */
export function routesOf(deps: WebDeps, house: House): Route[] {
  return [
    ...webPages(deps),
    ...enterprisePages(deps, askRegisterOf(house)),
    ...appointmentPages(deps),
    ...accessPages(deps),
    ...changePages(deps),
    ...takeOverPages(deps),
    ...deskPages(deps),
    ...apiRoutes({ ...house, masterKey: house.secrets.subject, publicUrl: house.settings.publicUrl }),
  ]
}

/** The texts of every module's notices, with the names that the catalogue gives, and how several are told in one message. */
function wordsOf(settings: Settings, catalogue: () => Catalogue): Pick<House, 'render' | 'digest'> {
  const home = (language: Language) => `${settings.publicUrl}/${language}`
  const desk = (language: Language) => {
    const { name, phone, email } = catalogue().meta.desk
    return `${name[language]}, ${phone}, ${email}`
  }
  const told = { catalogue, home }
  const render = rendererOf(
    accountNotices,
    enterpriseNotices(told),
    appointmentNotices(told),
    accessNotices(told),
    changeNotices(told),
    deskNotices(told),
  )
  return { render, digest: digestOf({ home, desk }) }
}

export interface Running {
  readonly port: number
  stop(): Promise<void>
}

const stopLimitMs = 10_000

async function isReached(store: Store): Promise<boolean> {
  const row = await store.reader.selectFrom('store_epoch').select('epoch').executeTakeFirst()
  return row !== undefined
}

/** A port for operators alone, where one is set. */
async function operatorsPortOf({ settings, log }: House, measures: readonly Measure[]): Promise<OperatorsPort | null> {
  if (settings.metrics === null) return null
  return openOperatorsPort(settings.metrics, measures, (fault) =>
    log.error({ fault }, 'what is measured could not be told'),
  )
}

/** Opens the door to the street; `stop` lets what is under way finish, then closes the store. */
export async function serve(house: House): Promise<Running> {
  const { settings } = house
  const { assets, stylesheetPath } = assetsOf()
  const guide = await guidePictures(house.catalogueDir)
  let local = ''
  const ring = keyRingOf(house, stylesheetPath)
  const frameSettings = { trial: settings.trial, stylesheetPath }
  const formAction = settings.authentication === null ? [] : [new URL(settings.authentication.issuer).origin]
  const signIn = signInOf(house, ring, () => local)
  const kept = new TrialMessages(house.clock)
  const deps: WebDeps = {
    ...house,
    frame: frameOf(frameSettings),
    whoHelps: (view, language) => asking.afterRefusal(house.store.reader, view, language),
    undoOffers: (view, language, acts, manner) => undoOffers(house, view, language, acts, manner),
    waits: (view, language) => takeOverCard(house.store.reader, view, language),
    signIn,
    trial: settings.trial,
    secureCookies: settings.publicUrl.startsWith('https:'),
    asksRegister: settings.register !== null,
    guides: house.world.guides,
    pictures: guide.pictures,
    trialMessages: kept,
  }
  const catalogue = house.catalogue()
  const decisions = sideOfServer(house)
  const times = new RequestTimes(['page', 'api', 'system', 'other'])
  const server: WebServer = createServer({
    settings: {
      publicUrl: settings.publicUrl,
      host: settings.host,
      port: settings.port,
      trustedProxies: settings.trustedProxies,
      language: usualLanguage(catalogue),
      csrfKey: derived(house, 'form tokens', 32),
      formAction,
    },
    routes: routesOf(deps, house),
    rawHandlers: [
      ...(ring ? [{ prefix: ring.ring.mount, handle: ring.ring.callback }] : []),
      ...authzenHandlers(
        { ...house, masterKey: house.secrets.subject, publicUrl: settings.publicUrl },
        decisions.side,
        decisions.traffic,
      ),
    ],
    assets: [...assets, ...guide.assets],
    sessions: { load: (cookie) => loadSession(signIn, cookie) },
    accessTokens: { load: (token) => loadAccessToken(signIn, token) },
    levelOf: (operation) => levelOfOperation(house.catalogue(), operation as OperationCode),
    ready: () => isReached(house.store),
    onAnswered: (kind, status, ms) => times.record(kind, status, ms),
    desk: deskSentence(catalogue),
    frame: errorFrameOf(frameSettings),
    clock: house.clock,
    newId: house.newId,
    randomBytes: house.random,
    log: house.log,
  })
  const { port } = await server.listen()
  local = `http://${localHost(settings.host)}:${port}`
  const operators = await operatorsPortOf(house, [...decisions.measures, ...times.measures])
  const stopDelivery = runByItself(house, kept, () => usualLanguage(house.catalogue()))
  return {
    port,
    async stop() {
      await server.stop({ timeLimitMs: stopLimitMs })
      await stopDelivery()
      await decisions.stop()
      await operators?.stop()
      await house.close()
    },
  }
}
