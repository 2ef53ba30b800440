import type { Catalogue } from '#catalogue'
import { factsOf, type Fact } from '#database'
import { dayOf, formatDay, type Instant, type Language } from '#kernel'
import { officeWords, proposals, type OperationContext, type PageDeps, type View } from '#operations'
import type { Text } from '#ui'
import { personNames } from '../../queries.ts'
import { enterpriseTexts } from '../../texts/index.ts'
import { representativesAt, waitingProposals, type JointMatter, type WaitingProposal } from '../../use-cases/joint.ts'
import { dayText, lastDayText } from '../wording.ts'
import { proposalTexts } from './texts/index.ts'

const isJoint = (what: unknown): what is JointMatter => Object.hasOwn(proposalTexts.en.what, String(what))

/** What is proposed, as it stands within a sentence; '' for what joint representatives do not propose. */
export function proposedText(catalogue: Catalogue, language: Language, what: unknown): string {
  // An agent of the desk hears in the same words that the stop was lifted without them.
  const matter = what === 'lift-stop-by-desk' ? 'lift-stop' : what
  return isJoint(matter) ? proposalTexts[language].what[matter](officeWords(catalogue, language)) : ''
}

/** 'An Peeters or Tom Maes'; whoever has no known name yet is named together. */
export function namesText(language: Language, names: readonly (string | null)[]): string {
  const each = [...new Set(names.map((name) => name ?? enterpriseTexts[language].unnamed))]
  return new Intl.ListFormat(language, { type: 'disjunction' }).format(each.toSorted())
}

/** The last civil day of a moment's period, in words. */
export function lastDayOf(catalogue: Catalogue, language: Language, until: Instant): string {
  return formatDay(dayOf((until - 1) as Instant, catalogue.meta.zone), language)
}

/** The preview of what is only proposed: what starts, from when, and whom it waits for. */
export async function waitsForRow(
  deps: PageDeps,
  { view, language }: OperationContext,
  what: JointMatter,
): Promise<{ starts: string; from: string; row: { key: Text; value: Text } }> {
  const texts = proposalTexts[language]
  const { reader } = deps.store
  const able = await representativesAt(factsOf(reader), view.catalogue, view.record, view.now)
  const others = [...able].filter((person) => person !== view.actor.person)
  const nameOf = await personNames(reader, view.enterprise, others)
  const lapses = lastDayText(view, language, proposals.lapsesAt(view, 'representative'))
  return {
    starts: texts.proposes(proposedText(view.catalogue, language, what)),
    from: texts.onConfirmation,
    row: { key: texts.waitsLabel, value: texts.waitsFor(namesText(language, others.map(nameOf)), lapses) },
  }
}

/** Who proposed it and when, and until when it can be confirmed. */
export async function proposalRows(
  deps: PageDeps,
  { view, language }: OperationContext,
  proposal: Fact<'proposal'>,
): Promise<{ key: Text; value: Text }[]> {
  const texts = proposalTexts[language]
  const nameOf = await personNames(deps.store.reader, view.enterprise, [proposal.by_person])
  const who = nameOf(proposal.by_person) ?? enterpriseTexts[language].unnamed
  const until = proposal.valid_until
  return [
    { key: texts.proposedBy, value: texts.proposedOn(who, dayText(view, language, proposal.valid_from)) },
    ...(until === null ? [] : [{ key: texts.lastDay, value: lastDayText(view, language, until) }]),
  ]
}

/** The proposal of the address, while it waits for another representative of the enterprise, for whoever represents it. */
export async function proposalInView(
  deps: PageDeps,
  view: View,
  reference: string | undefined,
): Promise<WaitingProposal | undefined> {
  if (view.authority.representations.length === 0) return undefined
  const waiting = await waitingProposals(factsOf(deps.store.reader), view.catalogue, view.record, view.now)
  return waiting.find(({ proposal }) => proposal.fact_id === reference)
}

/** Where the proposal is confirmed, under the enterprise's own address; each module that proposes has its page. */
export const confirmPath = ({ what, fact_id }: Pick<Fact<'proposal'>, 'what' | 'fact_id'>): string =>
  `/proposals/${fact_id}/${what === 'appoint-chief' ? 'confirm-chief' : 'confirm'}`
