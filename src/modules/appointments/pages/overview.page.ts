import { holdsAt, type Fact } from '#database'
import { activeCapacity, dayText, lastDayText, openDomain, personNames, seesOffices, type NameOf } from '#enterprises'
import type { PageRequest, PageRoute } from '#http'
import { formatInstant, type Language } from '#kernel'
import { viewOf, type PageDeps, type View, officeWords } from '#operations'
import { hasCeased } from '#rights'
import {
  button,
  dataTable,
  emptyState,
  html,
  insetText,
  link,
  notificationBanner,
  readableNumber,
  stateTag,
  summaryList,
  whoAppointedWhom,
  type Html,
  type Text,
} from '#ui'
import { officesOf, userCounts, type Offices } from '../queries.ts'
import { firstDayOf, isSeated, isWaiting } from '../seat.ts'
import { groundTexts } from '../texts/ground.ts'
import { appointmentTexts } from '../texts/index.ts'
import { takingOverTexts } from '../texts/taking-over.ts'
import { anotherDay, isToday, onDay, type AskedDay } from './another-day.ts'
import { asking } from './asking.ts'
import { officeNodes } from './diagram.ts'
import { ground } from './ground/ground-part.ts'
import { mayAppointTo, mayLift } from './offers.ts'
import { ownPart, waitingPart } from './own-part.ts'
import { byName } from './wording.ts'

interface Scene {
  readonly view: View
  readonly language: Language
  readonly base: string
  readonly offices: Offices
  readonly nameOf: NameOf
}

const chiefs = ({ offices }: Scene): readonly Fact<'appointment'>[] =>
  offices.appointments.filter(({ office }) => office === 'chief-access-manager')

const chiefSeat = { office: 'chief-access-manager', scope: '' } as const

/** Who is chief, since when; who was asked to be; or that nobody is. */
function chiefText(scene: Scene): Html {
  const { view, language, nameOf } = scene
  const texts = appointmentTexts[language]
  const named = (fact: Fact<'appointment'>): string => nameOf(fact.person_id) ?? texts.unnamed
  const held = chiefs(scene)
    .filter(isSeated)
    .map((fact) => {
      const since = texts.overview.since(named(fact), dayText(view, language, fact.valid_from))
      const lack = scene.offices.lacks.get(fact.fact_id)
      if (fact.state === 'suspended') return html`${since} ${stateTag('blocked', texts.overview.suspended)}`
      return lack ? html`${since} ${stateTag('waiting', groundTexts[language].tags[lack.shortfall])}` : since
    })
  const asked = chiefs(scene)
    .filter(isWaiting)
    .map((fact) => {
      const begins = fact.waits_for === 'day' ? firstDayOf(fact) : null
      if (begins !== null) return texts.overview.chiefPlanned(named(fact), dayText(view, language, begins))
      const until = fact.valid_until === null ? '' : lastDayText(view, language, fact.valid_until)
      return texts.overview.chiefAsked(named(fact), until)
    })
  const vacant = held.length === 0 ? [stateTag('ended', texts.overview.chiefVacant)] : []
  return html`${[...vacant, ...held, ...asked].map(
    (part) => html`<p class="govuk-body govuk-!-margin-bottom-1">${part}</p>`,
  )}`
}

function facts(view: View, language: Language, chief: Text | null): Html {
  const texts = appointmentTexts[language].overview
  const ceased = hasCeased(view.catalogue, view.record)
  const state = view.account?.state
  const o = officeWords(view.catalogue, language)
  const here = state === undefined ? texts.notRegistered : state === 'registered' ? texts.registered(o) : texts.active
  const inRegister = ceased ? stateTag('ended', texts.registerCeased) : stateTag('allowed', texts.registerActive)
  const registerData = link(texts.registerData, `/${language}/enterprises/${view.number}/register-data`)
  const rows: [string, Text | null][] = [
    [texts.number, readableNumber(view.writtenNumber)],
    [texts.address, view.record.address],
    [texts.inRegister, seesOffices(view) && isToday(view) ? html`${inRegister}<br />${registerData}` : inRegister],
    [texts.here, here],
    [texts.chief(o), chief],
  ]
  return summaryList({
    rows: rows.map(([key, value]) => value !== null && { key: { text: key }, value: { text: value } }),
  })
}

/** The emergency stop, said to everybody whom it hits; who pressed it only to whoever sees the offices. */
function stopBanner(view: View, language: Language, nameOf: NameOf): Html | null {
  const { stop } = view
  if (!stop) return null
  const texts = appointmentTexts[language]
  const by = texts.overview.stoppedBy(
    formatInstant(stop.valid_from, view.catalogue.meta.zone, language),
    nameOf(stop.by_person) ?? texts.unnamed,
  )
  const address = `/${language}/enterprises/${view.number}/emergency-stop/lift`
  return notificationBanner({
    titleText: texts.overview.stopTitle,
    text: html`<p class="govuk-notification-banner__heading">${texts.overview.stopped}</p>
      <p class="govuk-body">${texts.overview.stopMeans} ${seesOffices(view) ? by : null}</p>
      ${mayLift(view) ? html`<p class="govuk-body">${link(texts.overview.lift, address)}</p>` : null}`,
  })
}

/** What a representative can do where nobody has begun, or where the chief's seat is empty. */
function firstSteps(scene: Scene): Html | null {
  const { view, language, base } = scene
  const texts = appointmentTexts[language].overview
  if (hasCeased(view.catalogue, view.record)) return insetText({ text: texts.ceasedText })
  if (view.account === undefined) {
    if (view.authority.representations.length === 0 || !isToday(view)) return null
    return html`<h2 class="govuk-heading-m">${texts.notRegisteredTitle}</h2>
      <p class="govuk-body">${texts.notRegisteredText}</p>
      ${button({ text: texts.register, href: `${base}/register` })}`
  }
  if (chiefs(scene).some((fact) => isSeated(fact) || isWaiting(fact))) return null
  const o = officeWords(view.catalogue, language)
  return html`${insetText({ text: texts.chiefMissing(o) })}
  ${mayAppointTo(view, chiefSeat, chiefs(scene)) ? button({ text: texts.appointChief(o), href: `${base}/chief/new` }) : null}`
}

async function diagramPart(deps: PageDeps, scene: Scene, asked: AskedDay): Promise<Html> {
  const { view, language, base } = scene
  const texts = appointmentTexts[language].overview
  const counts = await userCounts(deps.store.reader, view.enterprise, view.shown)
  const drawing = whoAppointedWhom({
    language,
    nodes: officeNodes({ ...scene, counts }, base),
    title: texts.diagramTitle,
    description: texts.diagramDescription(officeWords(view.catalogue, language)),
  })
  return html`<h2 class="govuk-heading-m">${texts.diagramTitle}</h2>
    ${drawing}
    <p class="govuk-body">
      ${link(isToday(view) ? texts.toManagers : anotherDay.toManagers(language), `${base}/managers${anotherDay.queryOf(asked)}`)}
    </p>`
}

function domainsPart(scene: Scene): Html {
  const { view, language, base, offices, nameOf } = scene
  const texts = appointmentTexts[language]
  const o = officeWords(view.catalogue, language)
  const open = [...view.catalogue.domains.values()]
    .filter(({ code }) => openDomain(view, code) !== undefined)
    .map(({ code, name }) => ({ code, name: name[language] }))
    .toSorted(byName(language))
  const heading = html`<h2 class="govuk-heading-m">${texts.overview.domains}</h2>`
  const all = isToday(view)
    ? html`<p class="govuk-body govuk-!-margin-top-3">${link(texts.overview.toDomains, `${base}/domains`)}</p>`
    : null
  if (open.length === 0) return html`${heading} ${emptyState({ sentence: texts.overview.noDomains })} ${all}`
  const rows = open.map(({ code, name }) => {
    const manager = offices.appointments.find(
      (fact) => fact.office === 'access-manager' && fact.scope === code && isSeated(fact),
    )
    const groups = [...view.catalogue.capacities.values()]
      .filter((capacity) => capacity.domain === code && activeCapacity(view, capacity.code) !== undefined)
      .map((capacity) => capacity.name[language])
    return [
      { text: name },
      { text: manager ? (nameOf(manager.person_id) ?? texts.unnamed) : texts.overview.managedAbove(o) },
      { text: groups.length === 0 ? texts.overview.noGroups : groups.join(', ') },
    ]
  })
  const { columnDomain, columnManager, columnGroups } = texts.overview
  return html`${heading}
  ${dataTable({
    caption: texts.overview.domains,
    captionClasses: 'govuk-visually-hidden',
    head: [columnDomain, columnManager(o), columnGroups].map((text) => ({ text })),
    rows,
    firstCellIsHeader: true,
  })}
  ${all}`
}

/** For representatives only, while no stop is on. */
function stopPart(view: View, language: Language): Html | null {
  const stopped = view.facts.stops.some((fact) => holdsAt(fact, view.now))
  if (view.account === undefined || view.authority.representations.length === 0 || stopped) return null
  const texts = appointmentTexts[language].overview
  const address = `/${language}/enterprises/${view.number}/emergency-stop`
  return html`<h2 class="govuk-heading-m">${texts.pressTitle}</h2>
    <p class="govuk-body">${texts.pressText}</p>
    <p class="govuk-body">${link(texts.press, address)}</p>`
}

/** O8: for representatives, where somebody else sits in the chief's seat: the way to take over at once (A9, A20). */
function takeOverPart(scene: Scene): Html | null {
  const { view, language, base } = scene
  const seated = chiefs(scene).find(isSeated)
  if (!seated || seated.person_id === view.actor.person || !mayAppointTo(view, chiefSeat, chiefs(scene))) return null
  const texts = takingOverTexts[language]
  const o = officeWords(view.catalogue, language)
  return html`<h2 class="govuk-heading-m">${texts.title(o)}</h2>
    <p class="govuk-body">${texts.text(o)}</p>
    <ul class="govuk-list">
      <li>${link(texts.myself(o), `${base}/chief/new?who=myself&immediately=yes`)}</li>
      <li>${link(texts.other(o), `${base}/chief/new?who=other&immediately=yes`)}</li>
    </ul>`
}

/** The offices on the day that is shown; what concerns the viewer, and what they can do, only today (O7). */
async function wholeMain(deps: PageDeps, scene: Scene, asked: AskedDay): Promise<Html> {
  const { view, language } = scene
  const registered = view.account !== undefined
  const offices = html`${facts(view, language, registered ? chiefText(scene) : null)} ${firstSteps(scene)}
  ${registered ? await diagramPart(deps, scene, asked) : null} ${registered ? domainsPart(scene) : null}`
  if (!isToday(view)) return offices
  const concerned = [...view.facts.memberships, ...view.facts.standIns].some((fact) => holdsAt(fact, view.now))
  const own = concerned ? await ownPart(deps, view, language) : await asking.part(deps.store.reader, view, language)
  return html`${offices} ${own} ${takeOverPart(scene)} ${stopPart(view, language)}`
}

async function sceneOf(deps: PageDeps, view: View, language: Language): Promise<Scene> {
  const { reader } = deps.store
  const offices = await officesOf(reader, view)
  const persons = [
    ...offices.appointments.flatMap(({ person_id, by_person }) => [person_id, by_person]),
    ...offices.representations.map(({ person_id }) => person_id),
    ...view.facts.stops.map(({ by_person }) => by_person),
  ]
  const nameOf = await personNames(reader, view.enterprise, persons)
  return { view, language, base: `/${language}/enterprises/${view.number}`, offices, nameOf }
}

/** For whoever sees the offices: today, or on the day that the address asks for (O5 to O7). */
async function overseen(deps: PageDeps, request: PageRequest, now: View): Promise<Html> {
  const { language } = request
  const { asked, view } = await onDay(deps.store.reader, now, request.query)
  const scene = view && (await sceneOf(deps, view, language))
  const today = view !== null && isToday(view)
  return html`${anotherDay.errors(language, asked)} ${anotherDay.banner(now, language, asked, request.path)}
    ${scene && stopBanner(scene.view, language, scene.nameOf)}
    ${scene && today ? await ground.part(deps.store.reader, scene) : null}
    <h1 class="govuk-heading-l">${(view ?? now).record.name}</h1>
    ${today ? html`${await waitingPart(deps, now, language)} ${await deps.waits(now, language)}` : null}
    ${scene ? await wholeMain(deps, scene, asked) : anotherDay.notInRegister(language)}
    ${now.account === undefined ? null : anotherDay.form(language, asked, request)}`
}

/** For everybody else: what concerns them (I1). */
async function concerning(deps: PageDeps, language: Language, view: View): Promise<Html> {
  return html`${stopBanner(view, language, () => null)} ${ground.ownPart(view, language)}
    <h1 class="govuk-heading-l">${view.record.name}</h1>
    ${await waitingPart(deps, view, language)} ${facts(view, language, null)} ${await ownPart(deps, view, language)}`
}

/**
 * The first page of an enterprise. Representatives and office holders see who holds which office; everybody else what concerns
 * them: the appointment that waits, their own offices and rights, and who manages them (I1).
 */
export function overviewPage(deps: PageDeps): PageRoute[] {
  return [
    {
      kind: 'page',
      id: 'overview',
      method: 'GET',
      path: '/enterprises/:enterprise',
      access: { actors: 'signed-in', scope: 'enterprise', level: null },
      audit: null,
      unsafe: false,
      states: [
        'not registered',
        'vacant',
        'every office',
        'stopped',
        'ceased',
        'user',
        'waiting',
        'to be confirmed',
        'another day',
        'no day',
      ],
      async handler(request) {
        const view = await viewOf(deps, request)
        if (!view) return { kind: 'not-found' }
        const main = seesOffices(view)
          ? await overseen(deps, request, view)
          : await concerning(deps, request.language, view)
        const failed = anotherDay.isUnreadable(view, request.query) ? { error: true, status: 422 } : {}
        return deps.frame({ request, title: view.record.name, main, view, section: 'overview', ...failed })
      },
    },
  ]
}
