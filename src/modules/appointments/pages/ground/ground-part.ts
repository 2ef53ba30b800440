import { holdsAt, type Fact, type Reader } from '#database'
import { dayText, type NameOf } from '#enterprises'
import type { Language } from '#kernel'
import { officeWords, type View } from '#operations'
import { personById } from '#people'
import { standing } from '#rights'
import { html, link, notificationBanner, type Html } from '#ui'
import { lackOf, type Lack } from '../../lacks.ts'
import type { Offices } from '../../queries.ts'
import { isDormant } from '../../rules.ts'
import { isSeated, isWaiting } from '../../seat.ts'
import { appointmentTexts } from '../../texts/index.ts'
import { groundTexts } from '../../texts/ground.ts'
import { mayAppointTo, mayConfirm } from '../offers.ts'

interface Scene {
  readonly view: View
  readonly language: Language
  readonly base: string
  readonly offices: Offices
  readonly nameOf: NameOf
}

const chiefSeat = { office: 'chief-access-manager', scope: '' } as const

function banner(language: Language, id: string, heading: string, paragraphs: readonly (string | Html | null)[]): Html {
  const body = paragraphs.filter((text) => text !== null).map((text) => html`<p class="govuk-body">${text}</p>`)
  return notificationBanner({
    titleText: groundTexts[language].title,
    titleId: id,
    text: html`<p class="govuk-notification-banner__heading">${heading}</p>
      ${body}`,
  })
}

/** Where somebody else is appointed, while nobody has been asked yet. */
function replaceLink({ view, base, offices }: Scene, text: string): Html | null {
  const live = offices.appointments.filter(
    (fact) => fact.office === chiefSeat.office && (isSeated(fact) || isWaiting(fact)),
  )
  return mayAppointTo(view, chiefSeat, live) ? link(text, `${base}/chief/new`) : null
}

/** R13: what waits because of the register's situation, and what whoever represents the enterprise does about it. */
function heldPart({ view, language, base }: Pick<Scene, 'view' | 'language' | 'base'>): Html | null {
  const since = standing.heldBackSince(view.catalogue, view.facts, view.now)
  if (since === null) return null
  const texts = groundTexts[language].held
  const { situation } = view.record
  const name = view.catalogue.juridicalSituations.get(situation)?.name[language] ?? situation
  const may = mayConfirm.earlierRights(view)
  return banner(language, 'held-back', texts.heading(name, dayText(view, language, since)), [
    texts.means,
    may ? texts.todo : texts.ask,
    may ? link(texts.confirm, `${base}/earlier-rights`) : null,
  ])
}

/** A27: that the chief's ground has ended; to whoever may confirm or replace them, and to the chief. */
function lostPart(
  { view, language, base, nameOf }: Pick<Scene, 'view' | 'language' | 'base' | 'nameOf'>,
  chief: Fact<'appointment'>,
  { shortfall, since }: Lack,
  replace: Html | null,
): Html {
  const texts = groundTexts[language].lost
  const o = officeWords(view.catalogue, language)
  const day = dayText(view, language, since)
  const suspended = dayText(view, language, standing.suspendedFrom(view.catalogue, since))
  const own = chief.person_id === view.actor.person
  const [soon, now] = own ? [texts.yoursMeans, texts.yoursSuspended] : [texts.means, texts.suspended]
  const says = shortfall === 'ground-lost' ? soon : now
  const may = mayConfirm.chief(view, shortfall)
  const name = nameOf(chief.person_id) ?? appointmentTexts[language].unnamed
  return banner(language, 'ground-lost', own ? texts.yours(o) : texts.heading(name, o), [
    says(day, suspended),
    own ? texts.ask : may ? texts.todo : null,
    may ? link(texts.confirm, `${base}/appointments/${chief.fact_id}/confirm`, { visuallyHiddenText: name }) : null,
    replace,
  ])
}

/** A28: for representatives, that the chief has stayed away. */
async function dormantPart(reader: Reader, scene: Scene, chief: Fact<'appointment'>): Promise<Html | null> {
  const { view, language, nameOf } = scene
  if (view.authority.representations.length === 0 || chief.person_id === null || chief.state !== 'active') return null
  const seen = (await personById(reader, chief.person_id))?.lastSignInAt ?? null
  if (chief.person_id === view.actor.person || !isDormant({ seated: chief.valid_from, seen, now: view.now }))
    return null
  const texts = groundTexts[language].dormant
  const o = officeWords(view.catalogue, language)
  const name = nameOf(chief.person_id) ?? appointmentTexts[language].unnamed
  return banner(language, 'chief-dormant', texts.heading(name, o), [
    seen === null ? texts.never : texts.since(dayText(view, language, seen)),
    texts.means,
    replaceLink(scene, texts.replace(o)),
  ])
}

/** What is wrong with the powers of the enterprise as they stand, each with what to do; for whoever sees the offices. */
async function part(reader: Reader, scene: Scene): Promise<Html | null> {
  const { view, language, offices } = scene
  if (view.account === undefined) return null
  const held = heldPart(scene)
  const chief = offices.appointments.find((fact) => fact.office === chiefSeat.office && isSeated(fact))
  if (!chief) return held
  const lack = offices.lacks.get(chief.fact_id)
  if (lack === undefined) return html`${held} ${await dormantPart(reader, scene, chief)}`
  if (lack.shortfall === 'awaits-confirmation') return held
  return html`${held} ${lostPart(scene, chief, lack, replaceLink(scene, groundTexts[language].lost.replace))}`
}

/** The same for everybody else: what holds back their own rights, and a chief's own suspension. */
function ownPart(view: View, language: Language): Html | null {
  if (view.account === undefined) return null
  const scene = { view, language, base: `/${language}/enterprises/${view.number}`, nameOf: () => null }
  const chief = view.facts.appointments.find(
    (fact) => fact.office === chiefSeat.office && fact.state === 'active' && holdsAt(fact, view.now),
  )
  const lack = chief && lackOf(view.catalogue, view.facts, chief, view.now)
  const lost = chief && lack && lack.shortfall !== 'awaits-confirmation' ? lostPart(scene, chief, lack, null) : null
  return html`${heldPart(scene)} ${lost}`
}

/** What pages say where powers lack something. */
export const ground = { part, ownPart }
