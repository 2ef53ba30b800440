import { contentSecurityPolicy, securityHeaders } from '#http'
import { languages } from '#kernel'
import { address, html, layout } from '#ui'
import type { AssuranceLevel, Clock, Language, Translated } from '#kernel'
import type { FieldError, Html } from '#ui'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { KoaContextWithOIDC, Provider } from 'oidc-provider'
import { languageAsked, readForm, sameOrigin } from './incoming.ts'
import { acrOf, levelAskedBy } from './level.ts'
import { makeProvider, mountOf } from './provider.ts'
import { readChoice, signInPage } from './sign-in-page.ts'
import { keyRingTexts } from './texts/index.ts'

/** A fictional person of the trial and the keys they hold. */
export type RingPerson = {
  readonly id: string
  /** 11 digits. */
  readonly nationalNumber: string
  readonly givenName: string
  readonly familyName: string
  readonly email?: string | undefined
  /** Codes of the keys. */
  readonly keys: readonly string[]
}

export type DigitalKey = {
  readonly code: string
  readonly level: AssuranceLevel
  readonly name: Readonly<Translated>
  readonly amr: string
}

export type KeyRingOptions = {
  /** Address of the key ring, with the path under which it is mounted: 'http://127.0.0.1:8080/key-ring'. */
  readonly issuer: string
  readonly client: { readonly id: string; readonly secret: string; readonly redirectUris: readonly string[] }
  readonly persons: () => Promise<readonly RingPerson[]>
  readonly keys: readonly DigitalKey[]
  /** Of whoever asks for none. */
  readonly language: Language
  readonly clock: Clock
  /** Sign the key ring's own cookies; the first one writes. */
  readonly cookieKeys: readonly string[]
  readonly stylesheetPath: string
  /** Where persons sign in who have no national number, without its language; left out where nobody does. */
  readonly accountPath?: string
  readonly log?: { error(entry: object): void }
}

export type KeyRing = {
  /** Path under which the handler is mounted. */
  readonly mount: string
  readonly callback: (req: IncomingMessage, res: ServerResponse) => void
}

/**
 * The simulated authentication service of the trial: an OpenID provider of its own, which gives out fictional persons to
 * whoever asks. Never mount it in production.
 */
export function createKeyRing(options: KeyRingOptions): KeyRing {
  const ring = new Ring(options)
  return { mount: mountOf(options.issuer), callback: (req, res) => void ring.answer(req, res) }
}

class Ring {
  readonly #options: KeyRingOptions
  readonly #provider: Provider
  readonly #oidc: (req: IncomingMessage, res: ServerResponse) => Promise<void>
  readonly #mount: string
  readonly #issuer: URL
  readonly #formAction: readonly string[]

  constructor(options: KeyRingOptions) {
    this.#options = options
    this.#mount = mountOf(options.issuer)
    this.#issuer = new URL(options.issuer)
    // The form is answered by redirects that end at the client: Chromium wants every origin of that chain named.
    this.#formAction = [...new Set(options.client.redirectUris.map((uri) => new URL(uri).origin))]
    this.#provider = makeProvider(options, (ctx, status, code) => this.#protocolError(ctx, status, code))
    this.#oidc = this.#provider.callback()
  }

  async answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const url = req.url ?? '/'
    try {
      this.#pinAddress(req)
      for (const [name, value] of Object.entries(securityHeaders({ https: this.#issuer.protocol === 'https:' }))) {
        res.setHeader(name, value)
      }
      const uid = new RegExp(`^${this.#mount}/interaction/([A-Za-z0-9_-]{1,64})(?:\\?|$)`).exec(url)?.[1]
      if (uid !== undefined) return await this.#interaction(req, res, uid)
      Object.assign(req, { originalUrl: url })
      req.url = url.slice(this.#mount.length) || '/'
      await this.#oidc(req, res)
    } catch (fault) {
      this.#options.log?.error({ keyRing: 'fault', fault: fault instanceof Error ? fault.message : 'unknown' })
      const texts = keyRingTexts[languageAsked(req, null, this.#options.language)]
      if (!res.headersSent) this.#messagePage(req, res, 500, { title: texts.faultTitle, text: texts.fault })
      else res.destroy()
    }
  }

  /** All addresses that the provider makes come from the issuer: what a client writes into Host changes none. */
  #pinAddress(req: IncomingMessage): void {
    req.headers.host = this.#issuer.host
    req.headers['x-forwarded-proto'] = this.#issuer.protocol.slice(0, -1)
    delete req.headers['x-forwarded-host']
  }

  async #interaction(req: IncomingMessage, res: ServerResponse, uid: string): Promise<void> {
    const details = await this.#provider.interactionDetails(req, res).catch(() => null)
    const language = languageAsked(
      req,
      details ? localesOf(details.params['ui_locales']) : null,
      this.#options.language,
    )
    const texts = keyRingTexts[language]
    if (!details || details.uid !== uid) {
      return this.#messagePage(req, res, 400, { title: texts.expiredTitle, text: texts.expired })
    }
    const asked = levelAskedBy(details.params['acr_values'])
    if (req.method === 'GET' || req.method === 'HEAD') return this.#showPage(req, res, { uid, asked, language })
    if (req.method !== 'POST' || !sameOrigin(req, this.#issuer.origin)) {
      return this.#messagePage(req, res, 403, { title: texts.refusedTitle, text: texts.refused })
    }
    return this.#choose(req, res, { uid, asked, language })
  }

  async #choose(
    req: IncomingMessage,
    res: ServerResponse,
    page: { uid: string; asked: AssuranceLevel; language: Language },
  ): Promise<void> {
    const form = await readForm(req)
    const texts = keyRingTexts[page.language]
    if (!form) return this.#messagePage(req, res, 400, { title: texts.refusedTitle, text: texts.refused })
    if (form.has('cancel')) {
      await this.#provider.interactionFinished(req, res, { error: 'access_denied' })
      return
    }
    const choice = { person: form.get('person'), key: form.get('key') }
    const given = { persons: await this.#options.persons(), keys: this.#options.keys, ...page }
    const { chosen, errors } = readChoice(choice, given)
    if (!chosen) return this.#showPage(req, res, { ...page, choice, errors })
    const { person, key } = chosen
    const login = { accountId: person.id, acr: acrOf(key.level), amr: [key.amr], remember: false }
    await this.#provider.interactionFinished(req, res, { login }, { mergeWithLastSubmission: false })
  }

  async #showPage(
    req: IncomingMessage,
    res: ServerResponse,
    page: {
      uid: string
      asked: AssuranceLevel
      language: Language
      choice?: { person: string | null; key: string | null }
      errors?: readonly FieldError[]
    },
  ): Promise<void> {
    const action = `${this.#mount}/interaction/${page.uid}?language=${page.language}`
    const main = signInPage({
      choice: { person: null, key: null },
      errors: [],
      ...page,
      action,
      persons: await this.#options.persons(),
      keys: this.#options.keys,
      accountPath: this.#options.accountPath ?? null,
    })
    const failed = (page.errors ?? []).length > 0
    const { title } = keyRingTexts[page.language]
    this.#send(req, res, failed ? 422 : 200, { language: page.language, title, main, error: failed })
  }

  #messagePage(
    req: IncomingMessage,
    res: ServerResponse,
    status: number,
    message: { title: string; text: string; code?: string },
  ): void {
    const language = languageAsked(req, null, this.#options.language)
    const texts = keyRingTexts[language]
    const code = message.code ? html`<p class="govuk-body">${texts.code}: <code>${message.code}</code></p>` : null
    const main = html`<h1 class="govuk-heading-l">${message.title}</h1>
      <p class="govuk-body">${message.text}</p>
      ${code}
      <p class="govuk-body"><a class="govuk-link" href="${address(`/${language}`)}">${texts.back}</a></p>`
    this.#send(req, res, status, { language, title: message.title, main, error: false })
  }

  #protocolError(ctx: KoaContextWithOIDC, status: number, code: string): void {
    const texts = keyRingTexts[languageAsked(ctx.req, null, this.#options.language)]
    const fault = status >= 500
    const message = { title: fault ? texts.faultTitle : texts.refusedTitle, text: fault ? texts.fault : texts.refused }
    ctx.respond = false
    this.#messagePage(ctx.req, ctx.res, status, { ...message, code })
  }

  #send(
    req: IncomingMessage,
    res: ServerResponse,
    status: number,
    page: { language: Language; title: string; main: Html; error: boolean },
  ): void {
    const path = ((req as { originalUrl?: string }).originalUrl ?? req.url ?? '/').split('?', 1)[0] ?? '/'
    const here = path.startsWith(`${this.#mount}/interaction/`) ? path : '/'
    const choice = languages.map((language) => ({
      language,
      path: here === '/' ? `/${language}` : `${here}?language=${language}`,
    }))
    const home = `/${page.language}`
    const document = layout({
      ...page,
      languages: choice,
      trial: true,
      homePath: home,
      aboutPath: `${home}/about`,
      cookiesPath: `${home}/cookies`,
      stylesheetPath: this.#options.stylesheetPath,
    })
    res.statusCode = status
    res.setHeader('content-type', 'text/html; charset=utf-8')
    res.setHeader('content-language', page.language)
    res.setHeader('cache-control', 'no-store')
    res.setHeader('content-security-policy', contentSecurityPolicy(this.#formAction))
    res.end(document.toString())
  }
}

function localesOf(parameter: unknown): string {
  return typeof parameter === 'string' ? parameter : ''
}
