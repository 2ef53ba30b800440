import { randomBytes } from 'node:crypto'
import { request } from 'node:http'
import { createServer as createNetServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import type { IncomingHttpHeaders } from 'node:http'
import { instant, languages } from '#kernel'
import { html, layout } from '#ui'
import type { PersonId } from '#kernel'
import type { Frame, ServerParts } from '../edge.ts'
import type { SignedIn, WebSession } from '../requests.ts'
import type { Route } from '../route-table.ts'
import { createServer } from '../server.ts'
import type { WebServer } from '../server.ts'

const frame: Frame = (shown) =>
  layout({
    language: shown.language,
    title: shown.title,
    main: shown.content,
    languages: languages.map((language) => ({ language, path: `/${language}` })),
    trial: true,
    stylesheetPath: '/assets/claviger.css',
  })

export const an: SignedIn = {
  person: { id: '00000000-0000-4000-8000-000000000001' as PersonId, givenName: 'An', familyName: 'Peeters' },
  level: 400,
  key: 'mobile-code',
  signedInAt: instant(0),
  fresh: false,
}

export const anCookie = 'A'.repeat(43)
export const anCsrf = 'token-of-an'

/** A port that nobody listens on just now. */
async function freePort(): Promise<number> {
  const probe = createNetServer()
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done))
  const { port } = probe.address() as AddressInfo
  await new Promise((done) => probe.close(done))
  return port
}

export type LogEntry = Record<string, unknown>

export type RunningWeb = {
  readonly origin: string
  readonly port: number
  readonly server: WebServer
  readonly log: LogEntry[]
  /** Asks without any rule of a browser in between; headers as given. */
  ask(method: string, path: string, options?: AskOptions): Promise<Answered>
}

export type AskOptions = { readonly headers?: Record<string, string>; readonly body?: string | Buffer }
export type Answered = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly text: string }

/** A listening server with these routes, stopped after the test. */
export async function runWeb(
  t: { after(end: () => Promise<void>): void },
  routes: readonly Route[],
  change: Partial<ServerParts> = {},
  settings: Partial<ServerParts['settings']> = {},
): Promise<RunningWeb> {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const log: LogEntry[] = []
  const write = (entry: unknown): void => void log.push(entry as LogEntry)
  let ids = 0
  const session: WebSession = { csrf: anCsrf, signedIn: an }
  const server = createServer({
    settings: {
      publicUrl: origin,
      host: '127.0.0.1',
      port,
      trustedProxies: [],
      language: 'nl',
      csrfKey: randomBytes(32),
      ...settings,
    },
    routes,
    sessions: { load: async (cookie) => (cookie === anCookie ? session : null) },
    accessTokens: { load: async (token) => (token === anCookie ? an : null) },
    levelOf: (operation) => {
      if (operation !== 'appoint') throw new Error(`no operation ${operation}`)
      return 450
    },
    ready: async () => true,
    desk: { nl: '02 000 00 00', fr: '02 000 00 00', de: '02 000 00 00', en: '02 000 00 00' },
    frame,
    clock: { now: () => instant(Math.floor(performance.timeOrigin + performance.now())) },
    newId: () => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`,
    randomBytes,
    log: { info: write, warn: write, error: write },
    ...change,
  })
  await server.listen()
  t.after(() => server.stop({ timeLimitMs: 1_000 }))
  return { origin, port, server, log, ask: (method, path, options) => ask(port, method, path, options) }
}

export function ask(port: number, method: string, path: string, options: AskOptions = {}): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const req = request(
      { host: '127.0.0.1', port, method, path, headers: { ...options.headers }, agent: false },
      (res) => {
        const parts: Buffer[] = []
        res.on('data', (part: Buffer) => parts.push(part))
        res.on('end', () => {
          resolve({ status: res.statusCode ?? 0, headers: res.headers, text: Buffer.concat(parts).toString('utf8') })
        })
        res.on('error', reject)
      },
    )
    req.on('error', reject)
    req.end(options.body)
  })
}

/** What a browser sends with a form of our own page. */
export function formHeaders(origin: string, cookie: string | null): Record<string, string> {
  return {
    origin,
    'content-type': 'application/x-www-form-urlencoded',
    ...(cookie === null ? {} : { cookie }),
  }
}

const open = { actors: 'anyone', scope: 'none', level: null } as const

/** A page that says what it was given. */
export function page(id: string, path: string, change: Partial<Route> = {}): Route {
  return {
    id,
    kind: 'page',
    method: 'GET',
    path,
    access: open,
    audit: null,
    unsafe: false,
    handler: (req: { language: string; csrf: string }) => ({
      kind: 'html',
      html: html`<p>${id} ${req.language}</p>
        <input type="hidden" name="_csrf" value="${req.csrf}" />`,
    }),
    ...change,
  } as Route
}

export function post(id: string, path: string, change: Partial<Route> = {}): Route {
  return page(id, path, {
    method: 'POST',
    unsafe: true,
    audit: 'done',
    handler: () => ({ kind: 'redirect', to: '/nl/done' }),
    ...change,
  } as Partial<Route>)
}
