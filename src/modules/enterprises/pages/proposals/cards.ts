import { factsOf, type Fact } from '#database'
import type { Instant, Language, PersonId } from '#kernel'
import type { PageDeps } from '#operations'
import { button, card, html, link, type Html } from '#ui'
import { personNames } from '../../queries.ts'
import { enterpriseTexts } from '../../texts/index.ts'
import { waitingProposals, type WaitingProposal } from '../../use-cases/joint.ts'
import { proposalTexts } from './texts/index.ts'
import { confirmPath, lastDayOf, namesText, proposedText } from './wording.ts'

interface Reader {
  readonly language: Language
  readonly person: PersonId
  readonly now: Instant
}

/** What waits in an enterprise for another representative, as one of its representatives finds it at home; their own apart. */
export async function proposalCards(
  deps: PageDeps,
  { language, person, now }: Reader,
  record: Fact<'enterprise_record'>,
): Promise<{ whats: readonly string[]; cards: Html[]; own: Html[] }> {
  const { reader } = deps.store
  const catalogue = deps.catalogue()
  const waiting = await waitingProposals(factsOf(reader), catalogue, record, now)
  const named = waiting.flatMap(({ proposal, confirmers }) => [proposal.by_person, ...confirmers])
  const nameOf = await personNames(reader, record.enterprise_id, named)
  const texts = proposalTexts[language]
  const base = `/${language}/enterprises/${record.number}`
  const cardOf = ({ proposal, confirmers }: WaitingProposal): Html => {
    const what = proposedText(catalogue, language, proposal.what)
    const lastDay = proposal.valid_until === null ? '' : lastDayOf(catalogue, language, proposal.valid_until)
    const withdraw = link(texts.withdraw, `${base}/proposals/${proposal.fact_id}/withdraw`, {
      visuallyHiddenText: record.name,
    })
    if (proposal.by_person === person) {
      return card({
        kind: 'waiting',
        headingLevel: 3,
        title: texts.own(what, record.name),
        content: html`<p class="govuk-body">${texts.by(namesText(language, confirmers.map(nameOf)), lastDay)}</p>
          <p class="govuk-body">${withdraw}</p>`,
      })
    }
    const who = nameOf(proposal.by_person) ?? enterpriseTexts[language].unnamed
    return card({
      kind: 'waiting',
      headingLevel: 3,
      title: texts.ofOthers(who, what, record.name),
      content: html`<p class="govuk-body">${texts.untilDay(lastDay)}</p>
        ${button({ text: texts.look, href: `${base}${confirmPath(proposal)}` })}
        <p class="govuk-body">${withdraw}</p>`,
    })
  }
  const isOwn = ({ proposal }: WaitingProposal): boolean => proposal.by_person === person
  return {
    whats: waiting.map(({ proposal }) => proposal.what),
    cards: waiting.filter((one) => !isOwn(one)).map(cardOf),
    own: waiting.filter(isOwn).map(cardOf),
  }
}
