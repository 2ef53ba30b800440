import { activeCapacity, openDomain, personNames, seesOffices } from '#enterprises'
import { listWithFile, type Answer, type PageRequest, type PageRoute } from '#http'
import type { Language } from '#kernel'
import { operationTexts, viewOf, type PageDeps, type View, officeWords } from '#operations'
import { html, link, type Html } from '#ui'
import { officesOf } from '../../queries.ts'
import { appointmentTexts } from '../../texts/index.ts'
import { anotherDay, isToday, onDay, type AskedDay, type OnDay } from '../another-day.ts'
import { seatsToFill } from '../offers.ts'
import { managersCsv } from './managers-csv.ts'
import type { Scene } from './managers-scene.ts'
import { chiefPart, coChiefPart, representativePart, scopedPart, seatsOf } from './office-tables.ts'

/** What can be done with the list as a whole: several appointments in one go, and the file. */
function wholeList({ view, language, base, offices }: Scene, asked: AskedDay): Html {
  const texts = appointmentTexts[language].managers
  const several = seatsToFill(view, offices.appointments).length > 1
  return html`<ul class="govuk-list">
    ${several ? html`<li>${link(texts.several, `${base}/managers/new`)}</li>` : null}
    <li>${link(texts.csv, `${base}/managers.csv${anotherDay.queryOf(asked)}`)}</li>
    ${isToday(view) ? html`<li>${link(operationTexts[language].words.planned, `${base}/scheduled`)}</li>` : null}
  </ul>`
}

async function sceneOf(deps: PageDeps, view: View, language: Language): Promise<Scene> {
  const { reader } = deps.store
  const offices = await officesOf(reader, view)
  const { appointments, representations, standIns } = offices
  const persons = [...appointments, ...representations, ...standIns].map(({ person_id }) => person_id)
  const appointers = offices.appointments.map(({ by_person }) => by_person)
  const nameOf = await personNames(reader, view.enterprise, [...persons, ...appointers])
  return { view, language, base: `/${language}/enterprises/${view.number}`, offices, nameOf }
}

function seatsPart(scene: Scene, asked: AskedDay): Html {
  const { view, language } = scene
  const texts = appointmentTexts[language].managers
  const domains = seatsOf(scene, 'access-manager', (code) => openDomain(view, code) !== undefined)
  const groups = seatsOf(scene, 'group-manager', (code) => {
    const domain = view.catalogue.capacities.get(code)?.domain ?? ''
    return openDomain(view, domain) !== undefined && activeCapacity(view, code) !== undefined
  })
  const o = officeWords(view.catalogue, language)
  return html`${chiefPart(scene)} ${coChiefPart(scene)}
  ${scopedPart(scene, texts.accessManagers(o), domains, { empty: texts.emptyDomain(o), none: texts.noOpenDomains(o) })}
  ${scopedPart(scene, texts.groupManagers(o), groups, { empty: texts.emptyGroup, none: texts.noActiveGroups(o) })}
  ${representativePart(scene)} ${wholeList(scene, asked)}`
}

/** The offices of the address, for whoever represents the enterprise or holds an office (I1); null for everybody else. */
async function shownTo(deps: PageDeps, request: PageRequest): Promise<{ now: View; on: OnDay } | null> {
  const now = await viewOf(deps, request)
  if (!now || !seesOffices(now) || now.account === undefined) return null
  return { now, on: await onDay(deps.store.reader, now, request.query) }
}

async function managersMain(deps: PageDeps, request: PageRequest, now: View, { asked, view }: OnDay): Promise<Html> {
  const { language } = request
  const texts = appointmentTexts[language].managers
  const there = view?.account === undefined ? null : await sceneOf(deps, view, language)
  const nothing = view === null ? anotherDay.notInRegister(language) : anotherDay.notRegistered(language)
  return html`${anotherDay.errors(language, asked)} ${anotherDay.banner(now, language, asked, request.path)}
    <h1 class="govuk-heading-l">${texts.title}</h1>
    <p class="govuk-body">${texts.intro}</p>
    ${there ? seatsPart(there, asked) : nothing} ${anotherDay.form(language, asked, request)}`
}

async function managersAnswer(deps: PageDeps, request: PageRequest): Promise<Answer> {
  const shown = await shownTo(deps, request)
  if (!shown) return { kind: 'not-found' }
  const { now, on } = shown
  const { title } = appointmentTexts[request.language].managers
  const main = await managersMain(deps, request, now, on)
  const failed = on.asked.unreadable ? { error: true, status: 422 } : {}
  return deps.frame({ request, title, main, view: now, section: 'managers', ...failed })
}

async function fileAnswer(deps: PageDeps, request: PageRequest): Promise<Answer> {
  const shown = await shownTo(deps, request)
  if (!shown || shown.on.asked.unreadable || shown.on.view === null) return { kind: 'not-found' }
  const { view, asked } = shown.on
  const scene = await sceneOf(deps, view, request.language)
  const day = asked.day === null ? '' : `-${asked.day}`
  const name = `${appointmentTexts[request.language].managers.fileName}-${view.number}${day}.csv`
  return { kind: 'file', name, type: 'text/csv; charset=utf-8', body: managersCsv(scene) }
}

/** Every seat of the enterprise with what this viewer may do about it; and the same as a file. */
export function managersPage(deps: PageDeps): PageRoute[] {
  return listWithFile({
    id: 'managers',
    path: '/enterprises/:enterprise/managers',
    states: ['chief only', 'every office', 'vacant', 'another day', 'no day'],
    page: (request) => managersAnswer(deps, request),
    file: (request) => fileAnswer(deps, request),
  })
}
