import type { Answer } from '#http'
import { officeWords, operationTexts, performing, type Refused } from '#operations'
import { confirmation, countText, form, hiddenField, html, join, type FieldError, type Html } from '#ui'
import { stillOpen, takeOverPage, takeOverProgress, type Below } from '../queries.ts'
import { callOf, choiceName, type Choice } from './choices.ts'
import { digits, listPage, sentWith, type Shown } from './form.ts'
import { aboutOf, linesOf } from './lines.ts'
import { framed, type Turn } from './turn.ts'

const { several } = performing

/** How many lines are carried out in one go, and of these how many in one transaction: no lock is held for long. */
const linesInOneGo = 200
const linesInOneTransaction = 25

/** What is to be done now: chosen line by line, and of the rest as many as fit. */
interface Asked {
  readonly chosen: readonly Chosen[]
  readonly rest: readonly Below[]
  /** How many choices are no longer on the list. */
  readonly gone: number
  readonly open: number
}

interface Chosen {
  readonly item: Below
  readonly choice: Choice
}

async function askedBy(turn: Turn, { choices, rest }: Shown): Promise<Asked> {
  const { deps, scope } = turn
  const { reader } = deps.store
  const items = await stillOpen(reader, scope, [...choices.keys()])
  const chosen = items.flatMap((item) => {
    const choice = choices.get(item.reference)
    return choice === undefined ? [] : [{ item, choice }]
  })
  const { open } = await takeOverProgress(reader, scope)
  const gone = choices.size - chosen.length
  if (rest !== 'confirm' || !turn.confirms) return { chosen, rest: [], gone, open }
  // Enough of the list that the lines chosen one by one cannot be all that is found.
  const { items: found } = await takeOverPage(reader, scope, { after: null, limit: linesInOneGo })
  const others = found.filter(({ reference }) => !choices.has(reference))
  return { chosen, rest: others.slice(0, Math.max(0, linesInOneGo - chosen.length)), gone, open }
}

function* inParts(all: readonly Chosen[]): Generator<readonly Chosen[]> {
  for (let at = 0; at < all.length; at += linesInOneTransaction) yield all.slice(at, at + linesInOneTransaction)
}

/** Each refusal at its line; null where the person may not know of the page at all. */
async function errorsOf(
  turn: Turn,
  part: readonly Chosen[],
  refusals: ReadonlyMap<number, Refused>,
): Promise<FieldError[] | null> {
  const { view, language, texts } = turn
  if ([...refusals.values()].some(({ reason }) => reason === 'not-yours')) return null
  const lines = await linesOf(
    turn,
    part.map(({ item }) => item),
  )
  return [...refusals].map(([place, { reason, levelNeeded }]) => {
    const line = lines[place]
    const text = operationTexts[language].refusal(reason, officeWords(view.catalogue, language), levelNeeded)
    const field = line ? choiceName(line.item.reference) : 'main-content'
    return { field, text: line ? texts.errorAt(aboutOf(turn, line), text) : text }
  })
}

async function refusedPage(
  turn: Turn,
  shown: Shown,
  part: readonly Chosen[],
  { refusals, done }: { refusals: ReadonlyMap<number, Refused>; done: number },
): Promise<Answer> {
  const errors = await errorsOf(turn, part, refusals)
  if (errors === null) return { kind: 'not-found' }
  const remark = done === 0 ? {} : { remark: countText(turn.language, done, turn.texts.partly) }
  return listPage(turn, { ...shown, errors, ...remark })
}

function carriedFields(shown: Shown): Html {
  return html`${hiddenField('after', shown.after ?? '')} ${hiddenField('rest', shown.rest ?? 'later')}
  ${[...shown.choices].map(([reference, choice]) => hiddenField(choiceName(reference), choice))}`
}

async function previewText(turn: Turn, all: readonly Chosen[], more: number): Promise<Html> {
  const { language, texts } = turn
  const items = all.map(({ item }) => item)
  const lines = await linesOf(turn, items)
  const named = lines.map((line) => aboutOf(turn, line))
  const rest = more === 0 ? [] : [`+ ${countText(language, more, texts.preview.count)}`]
  const list = [...named, ...rest]
  return list.length === 0 ? html`${texts.preview.nothing}` : join(list, html`<br />`)
}

/** What carrying it out would change: whom it is told to, and the rows that say what ends and who is the last one able to do a thing. */
interface Foreseen {
  readonly told: ReadonlySet<string>
  readonly effects: ReturnType<typeof several.effectRows>
}

async function previewPage(turn: Turn, shown: Shown, asked: Asked, { told, effects }: Foreseen): Promise<Answer> {
  const { request, language, texts } = turn
  const { words } = operationTexts[language]
  const by = (choice: Choice) => asked.chosen.filter((one) => one.choice === choice)
  const now = asked.chosen.length + asked.rest.length
  const left = asked.open - now
  const goesOn = shown.rest === 'confirm' && left > 0
  const carried = { action: request.path, csrfToken: request.csrf, fields: [carriedFields(shown)] }
  const main = html`<h1 class="govuk-heading-l">${texts.preview.title}</h1>
    ${asked.gone > 0 ? html`<p class="govuk-body">${countText(language, asked.gone, texts.gone)}</p>` : null}
    ${confirmation({
      language,
      starts: undefined,
      ends: undefined,
      more: [
        { key: texts.preview.withdrawn, value: await previewText(turn, by('withdraw'), 0) },
        { key: texts.preview.confirmed, value: await previewText(turn, by('confirm'), asked.rest.length) },
        ...effects,
        { key: texts.preview.secondThought.label, value: texts.preview.secondThought.text },
      ],
      told: told.size > 0 ? [...told].toSorted((one, other) => one.localeCompare(other, language)) : words.nobodyTold,
    })}
    ${goesOn ? html`<p class="govuk-body">${texts.preview.goesOn(digits(language, now), digits(language, left))}</p>` : null}
    ${form({
      ...carried,
      hidden: { step: 'confirm' },
      submitText: texts.preview.button,
      grave: by('withdraw').length > 0,
      secondary: { text: words.cancel, href: turn.path },
    })}
    ${form({ ...carried, hidden: { step: 'edit' }, submitText: words.changeAnswers, beside: true })}`
  return framed(turn, main, { title: texts.preview.title })
}

/** What is chosen is carried out and undone part by part, then shown: or why it would be refused. */
async function preview(turn: Turn, shown: Shown, asked: Asked): Promise<Answer> {
  const { deps, view, language } = turn
  const { number, actor } = view
  const told = new Set<string>()
  const looked: Parameters<typeof several.effects>[1][number][] = []
  for (const part of inParts(asked.chosen)) {
    const calls = part.map(({ item, choice }) => callOf(item, choice))
    const rehearsed = await several.rehearse(deps, { number, actor, calls })
    if (!rehearsed.allowed) return refusedPage(turn, shown, part, { refusals: rehearsed.refusals, done: 0 })
    for (const name of rehearsed.told) told.add(name ?? operationTexts[language].words.thisPerson)
    if (rehearsed.looked) looked.push(rehearsed.looked)
  }
  const effects = several.effectRows(view.catalogue, language, await several.effects(deps, looked))
  return previewPage(turn, shown, asked, { told, effects })
}

/** O3: done part by part; what a part is refused for undoes none before it. */
async function carryOut(turn: Turn, shown: Shown, asked: Asked): Promise<Answer> {
  const { deps, view, path } = turn
  const { number, actor } = view
  const all = [...asked.chosen, ...asked.rest.map((item) => ({ item, choice: 'confirm' as const }))]
  const references: string[] = []
  for (const part of inParts(all)) {
    const calls = part.map(({ item, choice }) => callOf(item, choice))
    const done = await several.perform(deps, { number, actor, calls })
    if (!done.allowed) return refusedPage(turn, shown, part, { refusals: done.refusals, done: references.length })
    references.push(...done.references)
  }
  return { kind: 'redirect', to: `${path}/done/${references[0] ?? ''}?to=${references.at(-1) ?? ''}` }
}

/** What the form asks, shown before it is done, or done. */
export async function judged(turn: Turn, choices: ReadonlyMap<string, Choice>, confirmed: boolean): Promise<Answer> {
  const { texts, language } = turn
  const shown = { choices, ...sentWith(turn) }
  const wrong = (text: string) => listPage(turn, { ...shown, errors: [{ field: 'main-content', text }] })
  if (choices.size > linesInOneGo) return wrong(texts.tooMany(digits(language, linesInOneGo)))
  const asked = await askedBy(turn, shown)
  if (asked.chosen.length + asked.rest.length === 0) {
    return asked.gone > 0
      ? listPage(turn, { ...shown, choices: new Map(), remark: countText(language, asked.gone, texts.gone) })
      : wrong(texts.nothingChosen)
  }
  return confirmed ? carryOut(turn, shown, asked) : preview(turn, shown, asked)
}
