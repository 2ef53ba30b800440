import { joint } from '#enterprises'
import { oneField, type Answer, type Fields, type PageRequest, type PageRoute } from '#http'
import { enterpriseNumberFormat } from '#kernel'
import {
  officeWords,
  operationTexts,
  performing,
  viewOf,
  type Call,
  type OperationContext,
  type PageDeps,
} from '#operations'
import { nationalNumberOf } from '#people'
import { button, confirmation, errorList, form, hiddenField, html, insetText, type FieldError, type Html } from '#ui'
import { officesOf } from '../../queries.ts'
import { appointmentTexts } from '../../texts/index.ts'
import { appointGroupManager } from '../../use-cases/appoint.ts'
import { previewOf, sittingName, type Wanted } from '../appoint/appoint-preview.ts'
import { seatsToFill } from '../offers.ts'
import type { OfficeScope } from '../wording.ts'
import { callOf, canAdd, isEmpty, rowFields, rowsOf, seatOf } from './rows.ts'

const { several } = performing

interface Turn {
  readonly deps: PageDeps
  readonly request: PageRequest
  readonly context: OperationContext
  readonly seats: readonly OfficeScope[]
  readonly proposes: boolean
}

/** One row as the operations read it. */
interface ReadRow {
  readonly row: number
  readonly seat: OfficeScope
  readonly call: Call
}

const back = ({ base }: OperationContext): string => `${base}/managers`

function framed({ deps, request, context }: Turn, main: Html, options: { error?: boolean; status?: number } = {}) {
  const { title } = appointmentTexts[request.language].several
  const { view } = context
  return deps.frame({ request, title, main, view, section: 'managers', backPath: back(context), ...options })
}

interface Shown {
  /** Rows are added. */
  readonly more?: boolean
  /** The level that some row asks, and the sign-in has not. */
  readonly levelNeeded?: number | undefined
}

function formPage(turn: Turn, values: Fields, errors: readonly FieldError[], shown: Shown = {}): Answer {
  const { request, context, seats } = turn
  const { language } = request
  const texts = appointmentTexts[language].several
  const { words } = operationTexts[language]
  const { more = false, levelNeeded: level } = shown
  const rows = rowsOf(values, { more })
  const stronger = level === undefined ? null : several.strongerSignIn({ language, path: request.path, level }, values)
  const filled = several.filledWith(values, errors)
  const fields = [
    hiddenField('rows', String(rows.length)),
    ...rows.map((row) => rowFields(context, seats, filled, row)),
  ]
  // In the list above the form each error says of whom; at its field that is plain.
  const listed = errors.map(({ field, text }) => {
    const row = Number(/-(\d+)$/.exec(field)?.[1])
    return { field, text: text === texts.none ? text : texts.errorAt(row, text) }
  })
  const main = html`${errorList(language, listed)}
    <h1 class="govuk-heading-l">${texts.title}</h1>
    ${
      stronger
        ? html`<p class="govuk-body">${stronger.help}</p>
            ${stronger.action}`
        : null
    }
    <p class="govuk-body">${texts.intro}</p>
    ${form({
      id: 'several',
      action: request.path,
      csrfToken: request.csrf,
      fields,
      hidden: { step: 'preview' },
      submitText: words.continue,
      secondary: { text: words.cancel, href: back(context) },
    })}
    ${
      // Outside of the form, so that the enter key goes on rather than adding rows.
      canAdd(rows)
        ? button({
            text: texts.addRows,
            name: 'more',
            value: 'yes',
            form: 'several',
            classes: 'govuk-button--secondary',
          })
        : null
    }`
  const answer = framed(turn, main, errors.length > 0 ? { error: true, status: 422 } : {})
  return stronger && answer.kind === 'html' ? { ...answer, typed: values } : answer
}

/** Every filled row, or what is wrong with them, each error at its row. */
function readRows({ request, context, proposes }: Turn, values: Fields): { rows: ReadRow[]; errors: FieldError[] } {
  const texts = appointmentTexts[request.language].several
  const { fieldError } = operationTexts[request.language]
  const numbers = enterpriseNumberFormat(context.view.catalogue.meta.enterpriseNumberFormat)
  const rows: ReadRow[] = []
  const errors: FieldError[] = []
  for (const row of rowsOf(values)) {
    if (isEmpty(values, row)) continue
    const wrong = (field: string, code: string) => {
      const name = `${field}-${row}`
      const text = field === 'seat' ? texts.chooseSeat : fieldError(several.errorCode(field, code), numbers)
      if (!errors.some((error) => error.field === name)) errors.push({ field: name, text })
    }
    const chosen = seatOf(values, row)
    const seat = proposes && chosen?.office === 'chief-access-manager' ? null : chosen
    const call = callOf(values, row, seat ?? { office: 'co-chief-access-manager', scope: '' })
    if (seat === null) wrong('seat', 'choose-one')
    const read = call.operation.input.safeParse(call.input)
    if (!read.success) {
      for (const { path, message, code } of read.error.issues) {
        const field = String(path[0] ?? 'seat')
        wrong(field === 'domain' || field === 'capacity' ? 'seat' : field, code === 'custom' ? message : code)
      }
    } else if (seat !== null) rows.push({ row, seat, call: { operation: call.operation, input: read.data } })
  }
  if (rows.length === 0 && errors.length === 0) errors.push({ field: 'seat-1', text: texts.none })
  return { rows, errors }
}

/** Each refusal at its row; null where the person may not know of the page at all. */
function refusedErrors(
  { request, context }: Turn,
  rows: readonly ReadRow[],
  { refusals }: Extract<Awaited<ReturnType<typeof several.rehearse>>, { allowed: false }>,
): FieldError[] | null {
  const { language } = request
  const offices = officeWords(context.view.catalogue, language)
  if ([...refusals.values()].some(({ reason }) => reason === 'not-yours')) return null
  return [...refusals].map(([place, { reason, levelNeeded }]) => {
    const row = rows[place]?.row ?? 1
    return { field: `seat-${row}`, text: operationTexts[language].refusal(reason, offices, levelNeeded) }
  })
}

async function previewPage(
  turn: Turn,
  values: Fields,
  rows: readonly ReadRow[],
  { told, more }: { told: readonly (string | null)[]; more: ReturnType<typeof several.effectRows> },
): Promise<Answer> {
  const { deps, request, context } = turn
  const { language } = request
  const texts = appointmentTexts[language].several
  const { words } = operationTexts[language]
  const ownNumber = await nationalNumberOf(deps.store.reader, deps.keys, context.view.actor.person)
  const previews: Html[] = []
  for (const { row, seat, call } of rows) {
    const input = call.input as Wanted
    const self = seat.office === 'chief-access-manager' && ownNumber === input.nationalNumber
    const preview = previewOf(context, input, { self, sitting: await sittingName(deps, context, seat), office: seat })
    previews.push(confirmation({ language, title: texts.row(row), ...preview }))
  }
  const names = told
    .map((name) => name ?? words.thisPerson)
    .toSorted((one, other) => one.localeCompare(other, language))
  const carried = { action: request.path, csrfToken: request.csrf, fields: [several.carried(values)] }
  const main = html`<h1 class="govuk-heading-l">${texts.previewTitle(rows.length)}</h1>
    ${previews} ${confirmation({ language, more, told: names.length > 0 ? names : words.nobodyTold })}
    ${form({
      ...carried,
      hidden: { step: 'confirm' },
      submitText: texts.button,
      secondary: { text: words.cancel, href: back(context) },
    })}
    ${form({ ...carried, hidden: { step: 'edit' }, submitText: words.changeAnswers, beside: true })}`
  return framed(turn, main)
}

async function judged(turn: Turn, values: Fields, confirmed: boolean): Promise<Answer> {
  const { deps, request, context } = turn
  const { rows, errors } = readRows(turn, values)
  if (errors.length > 0) return formPage(turn, values, errors)
  const { number, actor } = context.view
  const asked = { number, actor, calls: rows.map(({ call }) => call) }
  const refusedPage = (refused: Parameters<typeof refusedErrors>[2]): Answer => {
    const found = refusedErrors(turn, rows, refused)
    const levelNeeded = [...refused.refusals.values()].find((one) => one.levelNeeded !== undefined)?.levelNeeded
    return found === null ? { kind: 'not-found' } : formPage(turn, values, found, { levelNeeded })
  }
  if (!confirmed) {
    const rehearsed = await several.rehearse(deps, asked)
    if (!rehearsed.allowed) return refusedPage(rehearsed)
    const effects = await several.effects(deps, rehearsed.looked ? [rehearsed.looked] : [])
    const { view, language } = context
    const more = several.effectRows(view.catalogue, language, effects)
    return previewPage(turn, values, rows, { told: rehearsed.told, more })
  }
  const done = await several.perform(deps, asked)
  if (!done.allowed) return refusedPage(done)
  return { kind: 'redirect', to: `/${request.language}/done/${done.references[0] ?? ''}` }
}

/** Whoever may appoint to some office sees the page; where no seat is free now, it says so. */
async function turnOf(deps: PageDeps, request: PageRequest): Promise<Turn | null> {
  const view = await viewOf(deps, request)
  if (!view || view.account === undefined || view.authority.powers.length === 0) return null
  const { language, params } = request
  const { appointments } = await officesOf(deps.store.reader, view)
  const context = { view, language, params, base: `/${language}/enterprises/${view.number}` }
  // Whoever acts only jointly proposes the chief on that page of its own, which says what it waits for.
  const proposes = joint.actsOnly(view.authority.representations)
  const seats = seatsToFill(view, appointments).filter(({ office }) => !proposes || office !== 'chief-access-manager')
  return { deps, request, context, seats, proposes }
}

/** The page where several persons are appointed in one go (A22): fixed rows, and more of them by a button, without a script. */
export function severalPage(deps: PageDeps): PageRoute[] {
  const common = {
    kind: 'page',
    path: '/enterprises/:enterprise/managers/new',
    keepsTyped: true,
    access: { actors: 'signed-in', scope: 'domain', level: appointGroupManager.code },
  } as const
  return [
    {
      ...common,
      id: 'appoint-several',
      method: 'GET',
      audit: null,
      unsafe: false,
      states: ['form', 'errors', 'preview', 'nothing to appoint'],
      async handler(request) {
        const turn = await turnOf(deps, request)
        if (!turn) return { kind: 'not-found' }
        if (turn.seats.length > 0) return formPage(turn, request.typed ?? {}, [])
        const texts = appointmentTexts[request.language].several
        return framed(
          turn,
          html`<h1 class="govuk-heading-l">${texts.title}</h1>
            ${insetText({ text: texts.nothingToAppoint })}`,
        )
      },
    },
    {
      ...common,
      id: 'appoint-several-post',
      method: 'POST',
      audit: appointGroupManager.event,
      unsafe: true,
      async handler(request) {
        const turn = await turnOf(deps, request)
        if (!turn) return { kind: 'not-found' }
        const values = request.form
        if (oneField(values, 'more') === 'yes') return formPage(turn, values, [], { more: true })
        const step = oneField(values, 'step')
        return step === 'edit' ? formPage(turn, values, []) : judged(turn, values, step === 'confirm')
      },
    },
  ]
}
