import type { Answer, PageRequest, PageRoute } from '#http'
import { officeWords, type PageDeps } from '#operations'
import { address, html, link, type Html } from '#ui'
import type { ShownPicture } from './pictures.ts'
import { readers, type Reader } from './steps.ts'
import { guideTexts } from './texts/index.ts'
import { tellGuide, type ToldStep } from './told.ts'

type GuideDeps = PageDeps & {
  /** None where the catalogue brings none. */
  readonly pictures?: readonly ShownPicture[]
}

const isReader = (text: string): text is Reader => (readers as readonly string[]).includes(text)

function contents(deps: GuideDeps, request: PageRequest): Answer {
  const { language } = request
  const texts = guideTexts[language]
  const offices = officeWords(deps.catalogue(), language)
  const main = html`<h1 class="govuk-heading-l">${texts.title}</h1>
    <p class="govuk-body-l">${texts.lead}</p>
    ${readers.map((reader) => {
      const { title, lead } = texts.readers[reader](offices)
      return html`<h2 class="govuk-heading-m">${link(title, `/${language}/guide/${reader}`)}</h2>
        <p class="govuk-body">${lead}</p>`
    })}`
  return deps.frame({ request, title: texts.title, main })
}

function picturePart(picture: ToldStep['pictures'][number], larger: string): Html {
  const { path, text, width, height } = picture
  return html`<p class="claviger-guide__picture">
    <a class="govuk-link" href="${address(path)}"
      ><img src="${address(path)}" width="${width}" height="${height}" alt="${text}" /><span
        class="claviger-guide__larger"
        >${larger}</span
      ></a
    >
  </p>`
}

function guide(deps: GuideDeps, request: PageRequest): Answer {
  const { language } = request
  const reader = request.params['reader'] ?? ''
  if (!isReader(reader)) return { kind: 'error', status: 404 }
  const texts = guideTexts[language]
  const { title, lead, steps } = tellGuide(reader, language, {
    catalogue: deps.catalogue(),
    pictures: deps.pictures ?? [],
  })
  const stepPart = (step: ToldStep): Html =>
    html`<li class="claviger-guide__step" id="${step.id}">
      <h2 class="govuk-heading-m">${step.title}</h2>
      <div class="claviger-guide__told">
        <div>${step.paragraphs.map((text) => html`<p class="govuk-body">${text}</p>`)}</div>
        ${step.pictures.map((picture) => picturePart(picture, texts.larger))}
      </div>
    </li>`
  const hasPictures = steps.some(({ pictures }) => pictures.length > 0)
  const main = html`<h1 class="govuk-heading-l">${title}</h1>
    <p class="govuk-body-l">${lead}</p>
    <nav class="claviger-guide__contents" aria-labelledby="steps">
      <h2 class="govuk-heading-s" id="steps">${texts.contents}</h2>
      <ol class="govuk-list govuk-list--number">
        ${steps.map((step) => html`<li>${link(step.title, `#${step.id}`)}</li>`)}
      </ol>
      <p class="govuk-body">${texts.print}</p>
    </nav>
    ${hasPictures ? html`<p class="govuk-body">${texts.madeUp}</p>` : null}
    <ol class="claviger-guide">
      ${steps.map(stepPart)}
    </ol>`
  return deps.frame({ request, title, main, backPath: `/${language}/guide` })
}

/** W1: public, and the same for everybody. */
export function guidePages(deps: GuideDeps): PageRoute[] {
  const get = {
    kind: 'page',
    method: 'GET',
    access: { actors: 'anyone', scope: 'none', level: null },
    audit: null,
    unsafe: false,
    states: ['shown'],
  } as const
  return [
    { ...get, id: 'guide', path: '/guide', handler: (request) => contents(deps, request) },
    { ...get, id: 'guide-of', path: '/guide/:reader', handler: (request) => guide(deps, request) },
  ]
}
