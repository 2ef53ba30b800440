import type { PageRoute } from '#http'
import { officeWords, operationPage, operationTexts, type OperationContext, type PageDeps } from '#operations'
import { enterpriseTexts } from '../../texts/index.ts'
import { confirmProposal, withdrawProposal } from '../../use-cases/proposals.ts'
import { nameAndNumber } from '../wording.ts'
import { proposalTexts } from './texts/index.ts'
import { proposalInView, proposalRows, proposedText } from './wording.ts'

const input = ({ params }: OperationContext) => ({ proposal: params['proposal'] ?? '' })
const back = ({ language }: OperationContext): string => `/${language}`

/** Where another representative confirms what one proposed (E17). The chief has a page of its own. */
function confirmPage(deps: PageDeps): PageRoute[] {
  return operationPage(deps, {
    id: 'confirm-proposal',
    path: '/proposals/:proposal/confirm',
    operation: confirmProposal,
    section: 'overview',
    async title({ view, language, params }) {
      const waiting = await proposalInView(deps, view, params['proposal'])
      if (!waiting || waiting.proposal.what === 'appoint-chief') return null
      return operationTexts[language].operation('confirm-proposal', officeWords(view.catalogue, language)).title
    },
    input,
    async preview(context) {
      const { view, language, params } = context
      const texts = enterpriseTexts[language]
      const waiting = await proposalInView(deps, view, params['proposal'])
      const lifts = waiting?.proposal.what === 'lift-stop'
      const o = officeWords(view.catalogue, language)
      return {
        starts: lifts ? texts.lift.starts(view.record.name) : texts.register.starts(view.record.name, o),
        ...(lifts ? { ends: texts.lift.ends } : {}),
        forWhom: nameAndNumber(view),
        from: texts.atOnce,
        more: waiting ? await proposalRows(deps, context, waiting.proposal) : [],
      }
    },
    back,
  })
}

/** Where any representative withdraws what waits for another (E17). */
function withdrawPage(deps: PageDeps): PageRoute[] {
  return operationPage(deps, {
    id: 'withdraw-proposal',
    path: '/proposals/:proposal/withdraw',
    operation: withdrawProposal,
    section: 'overview',
    neverRefused: true,
    async title({ view, language, params }) {
      const waiting = await proposalInView(deps, view, params['proposal'])
      if (!waiting) return null
      return operationTexts[language].operation('withdraw-proposal', officeWords(view.catalogue, language)).title
    },
    input,
    async preview(context) {
      const { view, language, params } = context
      const waiting = await proposalInView(deps, view, params['proposal'])
      return {
        ends: proposalTexts[language].withdrawn(proposedText(view.catalogue, language, waiting?.proposal.what)),
        forWhom: nameAndNumber(view),
        from: enterpriseTexts[language].atOnce,
        more: waiting ? await proposalRows(deps, context, waiting.proposal) : [],
      }
    },
    back,
  })
}

export const proposalPages = (deps: PageDeps): PageRoute[] => [...confirmPage(deps), ...withdrawPage(deps)]
