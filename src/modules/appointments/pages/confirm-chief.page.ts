import { joint, personNames } from '#enterprises'
import type { PageRoute } from '#http'
import { formatDay, maskNationalNumber } from '#kernel'
import { officeWords, operationPage, operationTexts, type OperationContext, type PageDeps } from '#operations'
import { nationalNumberOf } from '#people'
import { appointmentTexts } from '../texts/index.ts'
import { confirmChiefProposal } from '../use-cases/confirm-chief.ts'
import { proposedChief } from '../use-cases/propose-chief.ts'
import { sittingIn } from './appoint/appoint-preview.ts'
import { groundText, nameAndNumber, officeText } from './wording.ts'

const seat = { office: 'chief-access-manager', scope: '' } as const

/** Where another representative confirms the chief whom one proposed (A2). */
export function confirmChiefPage(deps: PageDeps): PageRoute[] {
  const inView = ({ view, params }: OperationContext) => joint.proposalInView(deps, view, params['proposal'])
  return operationPage(deps, {
    id: 'confirm-chief-proposal',
    path: '/proposals/:proposal/confirm-chief',
    operation: confirmChiefProposal,
    section: 'managers',
    async title(context) {
      const waiting = await inView(context)
      if (waiting?.proposal.what !== 'appoint-chief') return null
      const { view, language } = context
      return operationTexts[language].operation('confirm-chief-proposal', officeWords(view.catalogue, language)).title
    },
    input: ({ params }) => ({ proposal: params['proposal'] ?? '' }),
    async preview(context) {
      const { view, language } = context
      const waiting = await inView(context)
      const texts = appointmentTexts[language]
      if (!waiting) return { forWhom: nameAndNumber(view), from: texts.atOnce }
      const { person, ground, until } = proposedChief(waiting.proposal)
      const { reader } = deps.store
      const sitting = await sittingIn(deps, context, seat)
      const nameOf = await personNames(reader, view.enterprise, [person, sitting?.person_id ?? null])
      const number = await nationalNumberOf(reader, deps.keys, person)
      const name = nameOf(person) ?? texts.unnamed
      const named = officeText(view.catalogue, language, seat)
      const own = person === view.actor.person
      const ends = own ? texts.appoint.ends : texts.appoint.stays
      return {
        starts: own ? texts.appoint.startsSelf(named) : texts.appoint.starts(name, named, groundText(language, ground)),
        ends: sitting === null ? texts.appoint.nothingEnds : ends(nameOf(sitting.person_id) ?? texts.unnamed),
        forWhom: texts.appoint.person(name, number === null ? '' : maskNationalNumber(number), nameAndNumber(view)),
        from: texts.atOnce,
        more: [
          {
            key: texts.appoint.untilLabel,
            value: until === undefined ? texts.appoint.noLastDay : texts.appoint.untilDay(formatDay(until, language)),
          },
          ...(await joint.proposalRows(deps, context, waiting.proposal)),
        ],
      }
    },
    back: ({ language }) => `/${language}`,
  })
}
