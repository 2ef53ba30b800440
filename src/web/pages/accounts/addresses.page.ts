import { addresses } from '#accounts'
import { oneField, type Answer, type PageRequest, type PageRoute } from '#http'
import { buttonForm, dataTable, html, notificationBanner, stateTag, type Html } from '#ui'
import type { WebDeps } from '../../web-deps.ts'
import { accountPageTexts } from './texts/index.ts'

/** N13: every address of the person, whether it is confirmed, and the button that mails the link. */
export async function addressesPart(deps: WebDeps, request: PageRequest): Promise<Html | null> {
  const { language, session } = request
  const texts = accountPageTexts[language].address
  const all = session === null ? [] : await addresses.of(deps.store.reader, session.person.id)
  if (all.length === 0) return null
  const rows = all.map(({ email, own, verified }) => [
    { text: email },
    { text: own ? texts.own : texts.typed },
    { text: verified ? stateTag('allowed', texts.verified) : stateTag('waiting', texts.unverified) },
    {
      text: verified
        ? ''
        : buttonForm({
            action: `/${language}/account/address-link`,
            csrfToken: request.csrf,
            text: texts.send,
            about: texts.about(email),
            hidden: { email },
          }),
    },
  ])
  const head = [
    { text: texts.email },
    { text: texts.whose },
    { text: texts.state },
    { text: html`<span class="govuk-visually-hidden">${texts.send}</span>` },
  ]
  return html`<p class="govuk-body">${texts.listIntro}</p>
    ${dataTable({ caption: texts.list, head, rows })}`
}

/** What happened to the link that was asked for; told above the account's page. */
export function addressBanner({ language, query }: PageRequest): Html | null {
  const texts = accountPageTexts[language].address
  const [sent, failed] = [oneField(query, 'sent'), oneField(query, 'many')]
  if (failed === '1') return notificationBanner({ text: texts.tooMany, titleText: texts.list })
  // Only that it was sent: the address itself stands in the list, and none is taken from an address line.
  return sent === '1' ? notificationBanner({ text: texts.sentOne, type: 'success', titleText: texts.list }) : null
}

async function askLink(deps: WebDeps, request: PageRequest): Promise<Answer> {
  const { language, session } = request
  if (!session) return { kind: 'not-found' }
  const email = oneField(request.form, 'email') ?? ''
  const asked = await addresses.askLink(deps, { personId: session.person.id, email, language })
  if (asked === 'not-an-address') return { kind: 'not-found' }
  const said = asked === 'asked' ? '?sent=1' : asked === 'too-many-tries' ? '?many=1' : ''
  return { kind: 'redirect', to: `/${language}/account${said}` }
}

/** N13: asks for the link that confirms one of one's own addresses. */
export function addressLinkPage(deps: WebDeps): PageRoute[] {
  return [
    {
      kind: 'page',
      id: 'address-link',
      method: 'POST',
      path: '/account/address-link',
      access: { actors: 'signed-in', scope: 'own', level: null },
      audit: null,
      unsafe: true,
      handler: (request) => askLink(deps, request),
    },
  ]
}
