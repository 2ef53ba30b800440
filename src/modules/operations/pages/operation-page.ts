import { wayOut } from '#catalogue'
import { allFields, oneField, type Answer, type Fields, type PageRequest, type PageRoute } from '#http'
import { enterpriseNumberFormat, type Language } from '#kernel'
import {
  confirmation,
  errorAt,
  errorList,
  form,
  html,
  type ConfirmationOptions,
  type Content,
  type FieldError,
  type Html,
} from '#ui'
import type { Operation, Refused } from '../operation.ts'
import { perform, rehearse, type Rehearsed } from '../perform.ts'
import { officeWords, operationTexts, type OfficeWords } from '../texts/index.ts'
import { effectRows } from './effect-rows.ts'
import type { PageDeps, Section } from './page-deps.ts'
import { refusedAtTheDoor } from '../carry-out.ts'
import { refusalText, refusedMain, whoHelps } from './refused-page.ts'
import { viewOf, type View } from './view.ts'

/** What was typed, and the errors found in it. */
export interface Filled {
  readonly values: Fields
  value(name: string): string
  all(name: string): readonly string[]
  error(name: string): string | undefined
}

export interface OperationContext {
  readonly view: View
  readonly language: Language
  readonly params: Readonly<Record<string, string>>
  /** The path of the enterprise's pages, with the language: '/nl/enterprises/0123456749'. */
  readonly base: string
}

/** Another way in than being something to the enterprise. */
export interface PageDoor {
  /** What stands before '/enterprises/:enterprise': '/desk'. */
  readonly under: string
  /** The enterprise of the address as whoever comes by this door may see it; null: not at all. */
  viewOf(deps: PageDeps, request: PageRequest): Promise<View | null>
}

/** One operation as a page: form, preview, confirmation. Everything typed stays until it is confirmed. */
export interface OperationPage<Input, Result> {
  readonly id: string
  /** Under '/enterprises/:enterprise'. */
  readonly path: string
  /** Absent: for whoever is something to the enterprise, in its own frame. */
  readonly door?: PageDoor
  readonly operation: Operation<Input, Result>
  readonly section: Section
  readonly grave?: boolean
  /** Where the title already finds nothing for whatever the operation would refuse: the page is then not found. */
  readonly neverRefused?: boolean
  /** The heading; the operation's own title unless a name belongs in it. null: what the address names does not exist for this person. */
  title?(context: OperationContext): Promise<string | null> | string | null
  /** One sentence or more above the fields. */
  readonly intro?: (context: OperationContext) => Promise<Content> | Content
  /** What the operation would refuse whatever is typed: said before anybody fills the form in. */
  readonly refusedAnyway?: (context: OperationContext) => Promise<Refused | null>
  /** Absent: there is nothing to fill in, and the page starts with the preview. */
  readonly fields?: (context: OperationContext, filled: Filled) => Promise<readonly Content[]> | readonly Content[]
  /** The operation's input as its schema reads it, from the address and the form; a promise of it where something must be looked up. */
  input(context: OperationContext, values: Fields): unknown
  preview(
    context: OperationContext,
    input: Input,
  ): Promise<Omit<ConfirmationOptions, 'language' | 'told'>> | Omit<ConfirmationOptions, 'language' | 'told'>
  /** Where *Back* and *Cancel* lead. */
  back(context: OperationContext): string
  /** The link that leaves everything as it is, where *Cancel* could be taken for the deed. */
  readonly cancel?: (language: Language) => string
}

const officesOf = ({ view, language }: OperationContext): OfficeWords => officeWords(view.catalogue, language)

const hiddenNames = new Set(['_csrf', 'step'])

export function filledWith(values: Fields, errors: readonly FieldError[]): Filled {
  return {
    values,
    value: (name) => oneField(values, name) ?? '',
    all: (name) => allFields(values, name),
    error: (name) => errorAt(errors, name),
  }
}

/** What was typed, as the hidden fields of the preview; a field with several values is sent as often. */
export function carried(values: Fields): Html {
  const pairs = Object.entries(values)
    .filter(([name]) => !hiddenNames.has(name))
    .flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as const] : value.map((one) => [name, one] as const),
    )
  return html`${pairs.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}`
}

interface Turn<Input, Result> {
  readonly deps: PageDeps
  readonly page: OperationPage<Input, Result>
  readonly request: PageRequest
  readonly context: OperationContext
  readonly title: string
}

function framed<I, R>(turn: Turn<I, R>, main: Html, options: { error?: boolean; status?: number } = {}): Answer {
  const { deps, page, request, context, title } = turn
  // The enterprise's own navigation leads nowhere for whoever is nothing to it.
  const own = page.door ? {} : { view: context.view, section: page.section }
  return deps.frame({ request, title, main, backPath: page.back(context), ...own, ...options })
}

async function formPage<I, R>(
  turn: Turn<I, R>,
  values: Fields,
  errors: readonly FieldError[],
  refused?: Refused,
): Promise<Answer> {
  const { page, request, context, title } = turn
  const texts = operationTexts[request.language]
  const fields = (await page.fields?.(context, filledWith(values, errors))) ?? []
  const main = html`${errorList(request.language, errors)}
    <h1 class="govuk-heading-l">${title}</h1>
    ${await page.intro?.(context)}
    ${form({
      action: request.path,
      csrfToken: request.csrf,
      fields,
      hidden: { step: 'preview' },
      submitText: texts.words.continue,
      secondary: { text: texts.words.cancel, href: page.back(context) },
    })}
    ${refused && (await whoHelps(turn.deps, context, refused))}
    ${refused && wayOut.part(context.view.catalogue, context.language, refused.reason)}`
  return framed(turn, main, errors.length > 0 ? { error: true, status: 422 } : {})
}

async function previewPage<I, R>(
  turn: Turn<I, R>,
  values: Fields,
  input: I,
  rehearsed: Rehearsed<R> & { allowed: true },
): Promise<Answer> {
  const { page, request, context, title } = turn
  const texts = operationTexts[request.language]
  const preview = await page.preview(context, input)
  const told = rehearsed.told
    .map((name) => name ?? texts.words.thisPerson)
    .toSorted((one, other) => one.localeCompare(other, request.language))
  const again = page.fields
    ? form({
        action: request.path,
        csrfToken: request.csrf,
        fields: [carried(values)],
        hidden: { step: 'edit' },
        submitText: texts.words.changeAnswers,
        beside: true,
      })
    : null
  const main = html`<h1 class="govuk-heading-l">${title}</h1>
    ${page.fields ? null : await page.intro?.(context)}
    ${confirmation({
      language: request.language,
      ...preview,
      more: [...(preview.more ?? []), ...effectRows(context.view.catalogue, request.language, rehearsed.effects)],
      told: told.length > 0 ? told : texts.words.nobodyTold,
    })}
    ${form({
      action: request.path,
      csrfToken: request.csrf,
      fields: [carried(values)],
      hidden: { step: 'confirm' },
      submitText: texts.operation(page.operation.code, officesOf(context)).button,
      grave: page.grave ?? false,
      secondary: { text: page.cancel?.(request.language) ?? texts.words.cancel, href: page.back(context) },
    })}
    ${again}`
  return framed(turn, main)
}

/** A refusal stays on the page, with what was typed; only what the person may not know of is a page not found. */
async function refusedPage<I, R>(turn: Turn<I, R>, values: Fields, refused: Refused): Promise<Answer> {
  const { page, context } = turn
  if (refused.reason === 'not-yours') return { kind: 'not-found' }
  if (page.fields && refused.levelNeeded === undefined) {
    return formPage(turn, values, [{ field: 'main-content', text: refusalText(context, refused) }], refused)
  }
  return refusalPage(turn, refused, page.fields && values)
}

/** Said on a page of its own; what was typed waits for the stronger sign-in that it may lead to. */
async function refusalPage<I, R>(turn: Turn<I, R>, refused: Refused, typed?: Fields): Promise<Answer> {
  const { page, request, context, title } = turn
  const { view, language } = context
  const at = { view, language, title, path: request.path, back: page.back(context), ...(typed ? { typed } : {}) }
  const main = html`${refusedMain(at, refused)} ${await whoHelps(turn.deps, context, refused)}`
  const answer = framed(turn, main, { status: 422 })
  return typed && answer.kind === 'html' ? { ...answer, typed } : answer
}

/** The form, empty or as it was before a stronger sign-in, unless nothing that could be typed in it would be accepted: then why is said before anybody fills it in. */
async function emptyForm<I, R>(turn: Turn<I, R>): Promise<Answer> {
  const { page, request, context } = turn
  const { catalogue } = context.view
  const atTheDoor = page.door || page.operation.like ? null : refusedAtTheDoor(catalogue, page.operation, context.view)
  const refused = atTheDoor ?? (await page.refusedAnyway?.(context))
  return refused ? refusalPage(turn, refused) : formPage(turn, request.typed ?? request.query, [])
}

async function turnOf<I, R>(
  deps: PageDeps,
  page: OperationPage<I, R>,
  request: PageRequest,
): Promise<Turn<I, R> | null> {
  const view = await (page.door ? page.door.viewOf(deps, request) : viewOf(deps, request))
  if (!view) return null
  const { language } = request
  const under = page.door?.under ?? ''
  const context = { view, language, params: request.params, base: `/${language}${under}/enterprises/${view.number}` }
  const title = page.title
    ? await page.title(context)
    : operationTexts[language].operation(page.operation.code, officesOf(context)).title
  return title === null ? null : { deps, page, request, context, title }
}

/** Two names stand in one form: the list of errors says which of them is missing. */
export function errorCode(field: string, code: string): string {
  if (code !== 'person-name-empty') return code
  return field === 'givenName' ? 'given-name-empty' : field === 'familyName' ? 'family-name-empty' : code
}

type Read<I> = { ok: true; input: I } | { ok: false; errors: FieldError[] }

async function readInput<I, R>({ page, context, request }: Turn<I, R>, values: Fields): Promise<Read<I>> {
  const parsed = page.operation.input.safeParse(await page.input(context, values))
  if (parsed.success) return { ok: true, input: parsed.data }
  const texts = operationTexts[request.language]
  const numbers = enterpriseNumberFormat(context.view.catalogue.meta.enterpriseNumberFormat)
  const errors = parsed.error.issues.map(({ path, message, code }) => {
    const field = String(path[0] ?? 'main-content')
    return { field, text: texts.fieldError(errorCode(field, code === 'custom' ? message : code), numbers) }
  })
  return {
    ok: false,
    errors: errors.filter((error, at) => errors.findIndex(({ field }) => field === error.field) === at),
  }
}

async function show<I, R>(turn: Turn<I, R>, values: Fields): Promise<Answer> {
  const { deps, page, context } = turn
  const read = await readInput(turn, values)
  if (!read.ok) return page.fields ? formPage(turn, values, read.errors) : { kind: 'not-found' }
  const { number, actor } = context.view
  const rehearsed = await rehearse(deps, page.operation, number, actor, read.input)
  return rehearsed.allowed ? previewPage(turn, values, read.input, rehearsed) : refusedPage(turn, values, rehearsed)
}

async function confirm<I, R>(turn: Turn<I, R>, values: Fields): Promise<Answer> {
  const { deps, page, context, request } = turn
  const read = await readInput(turn, values)
  if (!read.ok) return page.fields ? formPage(turn, values, read.errors) : { kind: 'not-found' }
  const { number, actor } = context.view
  const done = await perform(deps, page.operation, number, actor, read.input)
  if (!done.allowed) return refusedPage(turn, values, done)
  return { kind: 'redirect', to: `/${request.language}/done/${done.reference}` }
}

/**
 * The two routes of an operation's page: GET shows the form (or, with nothing to fill in, the preview); POST goes by its step:
 * preview (the operation carried out and undone), edit (the form again, filled), confirm (carried out; then the done page).
 */
export function operationPage<Input, Result>(deps: PageDeps, page: OperationPage<Input, Result>): PageRoute[] {
  const { operation } = page
  const path = `${page.door?.under ?? ''}/enterprises/:enterprise${page.path}`
  const common = { kind: 'page', path, keepsTyped: page.fields !== undefined } as const
  // What is grave asks a sign-in of the last minutes (look.md).
  const access = {
    actors: 'signed-in',
    scope: operation.scope,
    level: operation.code,
    fresh: page.grave ?? false,
  } as const
  const states = [...(page.fields ? ['form', 'errors'] : []), 'preview', ...(page.neverRefused ? [] : ['refused'])]
  return [
    {
      ...common,
      id: page.id,
      method: 'GET',
      access,
      audit: null,
      unsafe: false,
      states,
      async handler(request) {
        const turn = await turnOf(deps, page, request)
        if (!turn) return { kind: 'not-found' }
        return page.fields ? emptyForm(turn) : show(turn, {})
      },
    },
    {
      ...common,
      id: `${page.id}-post`,
      method: 'POST',
      access,
      audit: operation.event,
      unsafe: true,
      async handler(request) {
        const turn = await turnOf(deps, page, request)
        if (!turn) return { kind: 'not-found' }
        const step = oneField(request.form, 'step')
        if (step === 'edit') return formPage(turn, request.form, [])
        return step === 'confirm' ? confirm(turn, request.form) : show(turn, request.form)
      },
    },
  ]
}
