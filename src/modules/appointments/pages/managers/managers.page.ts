import { activeCapacity, openDomain, personNames, seesOffices } from '#enterprises'
import type { PageRequest, PageRoute } from '#http'
import type { Language } from '#kernel'
import { viewOf, type PageDeps, type View, officeWords } from '#operations'
import { html, link, type Html } from '#ui'
import { officesOf } from '../../queries.ts'
import { appointmentTexts } from '../../texts/index.ts'
import { seatsToFill } from '../offers.ts'
import { managersCsv } from './managers-csv.ts'
import type { Scene } from './managers-scene.ts'
import { chiefPart, coChiefPart, representativePart, scopedPart, seatsOf } from './office-tables.ts'

/** What can be done with the list as a whole: several appointments in one go, and the file. */
function wholeList({ view, language, base, offices }: Scene): Html {
  const texts = appointmentTexts[language].managers
  const several = seatsToFill(view, offices.appointments).length > 1
  return html`<ul class="govuk-list">
    ${several ? html`<li>${link(texts.several, `${base}/managers/new`)}</li>` : null}
    <li>${link(texts.csv, `${base}/managers.csv`)}</li>
  </ul>`
}

async function sceneOf(deps: PageDeps, view: View, language: Language): Promise<Scene> {
  const { reader } = deps.store
  const offices = await officesOf(reader, view)
  const persons = [...offices.appointments, ...offices.representations].map(({ person_id }) => person_id)
  const appointers = offices.appointments.map(({ by_person }) => by_person)
  const nameOf = await personNames(reader, view.enterprise, [...persons, ...appointers])
  return { view, language, base: `/${language}/enterprises/${view.number}`, offices, nameOf }
}

function managersMain(scene: Scene): Html {
  const { view, language } = scene
  const texts = appointmentTexts[language].managers
  const domains = seatsOf(scene, 'access-manager', (code) => openDomain(view, code) !== undefined)
  const groups = seatsOf(scene, 'group-manager', (code) => {
    const domain = view.catalogue.capacities.get(code)?.domain ?? ''
    return openDomain(view, domain) !== undefined && activeCapacity(view, code) !== undefined
  })
  const o = officeWords(view.catalogue, language)
  return html`<h1 class="govuk-heading-l">${texts.title}</h1>
    <p class="govuk-body">${texts.intro}</p>
    ${chiefPart(scene)} ${coChiefPart(scene)}
    ${scopedPart(scene, texts.accessManagers(o), domains, { empty: texts.emptyDomain(o), none: texts.noOpenDomains(o) })}
    ${scopedPart(scene, texts.groupManagers(o), groups, { empty: texts.emptyGroup, none: texts.noActiveGroups(o) })}
    ${representativePart(scene)} ${wholeList(scene)}`
}

/** The offices of the address, for whoever represents the enterprise or holds an office (I1); null for everybody else. */
async function shownTo(deps: PageDeps, request: PageRequest): Promise<Scene | null> {
  const view = await viewOf(deps, request)
  if (!view || !seesOffices(view) || view.account === undefined) return null
  return sceneOf(deps, view, request.language)
}

/** Every seat of the enterprise with what this viewer may do about it; and the same as a file. */
export function managersPage(deps: PageDeps): PageRoute[] {
  const common = {
    kind: 'page',
    method: 'GET',
    access: { actors: 'signed-in', scope: 'enterprise', level: null },
    audit: null,
    unsafe: false,
  } as const
  return [
    {
      ...common,
      id: 'managers',
      path: '/enterprises/:enterprise/managers',
      states: ['chief only', 'every office', 'vacant'],
      async handler(request) {
        const scene = await shownTo(deps, request)
        if (!scene) return { kind: 'not-found' }
        const { title } = appointmentTexts[request.language].managers
        return deps.frame({ request, title, main: managersMain(scene), view: scene.view, section: 'managers' })
      },
    },
    {
      ...common,
      id: 'managers-csv',
      path: '/enterprises/:enterprise/managers.csv',
      async handler(request) {
        const scene = await shownTo(deps, request)
        if (!scene) return { kind: 'not-found' }
        const name = `${appointmentTexts[request.language].managers.fileName}-${scene.view.number}.csv`
        return { kind: 'file', name, type: 'text/csv; charset=utf-8', body: managersCsv(scene) }
      },
    },
  ]
}
