import { holdsAt, type Fact } from '#database'
import { dayText, lastDayText, personNames, type NameOf } from '#enterprises'
import type { Language } from '#kernel'
import type { PageDeps, View } from '#operations'
import { button, buttonGroup, card, html, link, type Html } from '#ui'
import { standInsOf } from '../../stand-in.queries.ts'
import { appointmentTexts } from '../../texts/index.ts'
import { standInTexts } from '../../texts/stand-in.ts'
import { officeText } from '../wording.ts'
import { mayAskStandIn, mayEndStandIn, mayKeepGrantsOf } from './offers.ts'

const baseOf = (view: View, language: Language): string => `/${language}/enterprises/${view.number}`

const endOf = (view: View, language: Language, { state, valid_until, ends_at }: Fact<'stand_in'>): string =>
  lastDayText(view, language, state === 'active' ? (valid_until ?? ends_at) : ends_at)

interface Own {
  readonly standIn: Fact<'stand_in'>
  readonly office: Fact<'appointment'>
}

/** What the viewer was asked to stand in for, is to, or does. */
function ownStandIns(view: View): Own[] {
  return view.facts.standIns.flatMap((standIn) => {
    if (!holdsAt(standIn, view.now)) return []
    const office = view.facts.stoodInFor.find((fact) => fact.fact_id === standIn.appointment && holdsAt(fact, view.now))
    return office ? [{ standIn, office }] : []
  })
}

const holdersOf = (deps: PageDeps, view: View, all: readonly Own[]) =>
  personNames(
    deps.store.reader,
    view.enterprise,
    all.map(({ standIn }) => standIn.by_person),
  )

/** A30: what waits for the viewer's answer, one card. */
export async function waitingStandIns(deps: PageDeps, view: View, language: Language): Promise<Html | null> {
  const waiting = ownStandIns(view).filter(({ standIn }) => standIn.state === 'proposed')
  if (waiting.length === 0) return null
  const texts = standInTexts[language]
  const { overview, unnamed } = appointmentTexts[language]
  const nameOf = await holdersOf(deps, view, waiting)
  const items = waiting.map(({ standIn, office }) => {
    const name = officeText(view.catalogue, language, office)
    const about = html`<span class="govuk-visually-hidden"> ${name}</span>`
    const at = `${baseOf(view, language)}/stand-ins/${standIn.fact_id}`
    const holder = nameOf(standIn.by_person) ?? unnamed
    const lapses =
      standIn.valid_until === null ? null : texts.answerBefore(lastDayText(view, language, standIn.valid_until))
    return html`<p class="govuk-body">${texts.waiting(holder, name, endOf(view, language, standIn))} ${lapses}</p>
      ${buttonGroup(
        button({ text: html`${overview.look}${about}`, href: `${at}/accept` }),
        link(html`${overview.decline}${about}`, `${at}/decline`),
      )}`
  })
  return card({ title: texts.waitingTitle, kind: 'waiting', content: items })
}

/** The offices that the viewer exercises for others, or is to, as items of a list. */
export async function standInItems(deps: PageDeps, view: View, language: Language): Promise<Html[]> {
  const own = ownStandIns(view).filter(({ standIn }) => standIn.state !== 'proposed')
  if (own.length === 0) return []
  const texts = standInTexts[language]
  const nameOf = await holdersOf(deps, view, own)
  return own.map(({ standIn, office }) => {
    const name = officeText(view.catalogue, language, office)
    const holder = nameOf(standIn.by_person) ?? appointmentTexts[language].unnamed
    const last = endOf(view, language, standIn)
    const said =
      standIn.state === 'active'
        ? texts.own(holder, name, last)
        : texts.ownPlanned(holder, name, dayText(view, language, standIn.begins_at), last)
    const end = mayEndStandIn(view, standIn, office)
      ? link(texts.steps.end, `${baseOf(view, language)}/stand-ins/${standIn.fact_id}/end`, {
          visuallyHiddenText: name,
        })
      : null
    return html`<li>${said} ${end}</li>`
  })
}

/** A29: the link by which the holder of each of these offices asks for a stand-in, by its reference. */
export async function askLinks(
  deps: PageDeps,
  view: View,
  language: Language,
  offices: readonly Fact<'appointment'>[],
): Promise<ReadonlyMap<string, Html>> {
  const all = await standInsOf(deps.store.reader, { enterprise: view.enterprise, shown: view.now })
  const free = offices.filter((office) => mayAskStandIn(view, office, all))
  return new Map(free.map((office) => [office.fact_id, askLink(view, language, office)]))
}

function askLink(view: View, language: Language, office: Fact<'appointment'>): Html {
  const at = `${baseOf(view, language)}/appointments/${office.fact_id}/stand-in`
  const about = officeText(view.catalogue, language, office)
  return link(standInTexts[language].steps.ask, at, { visuallyHiddenText: about })
}

/** Beside the holder of an office: who stands in, and what this viewer may do about it. */
export function standInBeside(
  { view, language, nameOf }: { readonly view: View; readonly language: Language; readonly nameOf: NameOf },
  office: Fact<'appointment'>,
  all: readonly Fact<'stand_in'>[],
): { readonly said: Html | null; readonly steps: readonly Html[] } {
  const texts = standInTexts[language]
  const standIn = all.find(({ appointment }) => appointment === office.fact_id)
  if (!standIn) return { said: null, steps: mayAskStandIn(view, office, all) ? [askLink(view, language, office)] : [] }
  const name = nameOf(standIn.person_id) ?? appointmentTexts[language].unnamed
  const last = endOf(view, language, standIn)
  const asked = standIn.valid_until === null ? last : lastDayText(view, language, standIn.valid_until)
  const said = {
    proposed: texts.asked(name, asked),
    accepted: texts.planned(name, dayText(view, language, standIn.begins_at), last),
    active: texts.standsIn(name, last),
  }[standIn.state]
  const at = `${baseOf(view, language)}/stand-ins/${standIn.fact_id}`
  const about = `${name}, ${officeText(view.catalogue, language, office)}`
  const step = (text: string, where: string) => link(text, `${at}/${where}`, { visuallyHiddenText: about })
  return {
    said: html`${said}`,
    steps: [
      ...(mayKeepGrantsOf(view, standIn) ? [step(texts.steps.keep, 'keep')] : []),
      ...(mayEndStandIn(view, standIn, office) ? [step(texts.steps.end, 'end')] : []),
    ],
  }
}
