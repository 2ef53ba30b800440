import { otherSystems } from '#catalogue'
import type { Answer, PageRequest, PageRoute } from '#http'
import type { PageDeps } from '#operations'
import { card, countText, html, link } from '#ui'
import { directoryTexts } from './texts/index.ts'
import { linkOut, serviceLink } from './wording.ts'

function systemsAnswer(deps: PageDeps, request: PageRequest): Answer {
  const { language } = request
  const texts = directoryTexts[language].systems
  const catalogue = deps.catalogue()
  const own = [...catalogue.services.values()].filter(({ grantedIn }) => grantedIn === 'here')
  const others = otherSystems(catalogue, language)
  const main = html`<h1 class="govuk-heading-l">${texts.title}</h1>
    <p class="govuk-body-l">${texts.intro}</p>
    <h2 class="govuk-heading-m">${texts.available}</h2>
    ${card({
      title: texts.own,
      headingLevel: 3,
      content: html`<p class="govuk-body">${texts.ownIntro}</p>
        <p class="govuk-body">
          ${countText(language, own.length, texts.services)}.
          ${link(texts.servicesOf, `/${language}/directory?granted=here`)}
        </p>`,
    })}
    ${others.map((system) =>
      card({
        title: system.name[language],
        headingLevel: 3,
        content: html`<p class="govuk-body">${countText(language, system.services.length, texts.services)}:</p>
          <ul class="govuk-list govuk-list--bullet">
            ${system.services.map((service) => html`<li>${serviceLink(language, service)}</li>`)}
          </ul>
          <p class="govuk-body">${linkOut(texts.linkTo(system.name[language]), system.url)}</p>`,
      }),
    )}`
  return deps.frame({ request, title: texts.title, main, backPath: `/${language}/directory` })
}

/** Every system in which access is given: this one, and each other that the catalogue names, with what it grants. */
export function systemsPage(deps: PageDeps): PageRoute[] {
  return [
    {
      kind: 'page',
      id: 'directory-systems',
      method: 'GET',
      path: '/directory/systems',
      access: { actors: 'anyone', scope: 'none', level: null },
      audit: null,
      unsafe: false,
      states: ['shown'],
      handler: (request) => systemsAnswer(deps, request),
    },
  ]
}
