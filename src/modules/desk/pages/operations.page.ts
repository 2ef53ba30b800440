import { factsOf } from '#database'
import { personNames } from '#enterprises'
import { oneField, type PageRoute } from '#http'
import { operationPage, operationTexts, type OperationContext, type PageDeps } from '#operations'
import { choiceField, html } from '#ui'
import { deskTexts } from '../texts/index.ts'
import { confirmLift, proposeLift } from '../use-cases/lift.ts'
import { confirmRecognition, proposeRecognition } from '../use-cases/recognise.ts'
import { resendActivation } from '../use-cases/resend.ts'
import { withdrawDeskProposal } from '../use-cases/withdraw.ts'
import { deskDoor } from './access.ts'

const common = { door: deskDoor, section: 'overview', back: ({ base }: OperationContext) => base } as const

const about = ({ view, language }: OperationContext, capacity: string): string =>
  view.catalogue.capacities.get(capacity)?.name[language] ?? capacity

const forWhom = ({ view }: OperationContext): string => `${view.record.name} (${view.writtenNumber})`
const capacityIn = ({ params }: OperationContext): string => params['capacity'] ?? ''

function recognitions(deps: PageDeps): PageRoute[] {
  return [
    ...operationPage(deps, {
      ...common,
      id: 'desk-recognise',
      path: '/recognise',
      operation: proposeRecognition,
      grave: true,
      intro: ({ language }) => html`<p class="govuk-body">${deskTexts[language].operations.recogniseIntro}</p>`,
      fields({ view, language }, filled) {
        const asking = [...view.catalogue.capacities.values()].filter((one) => one.precondition === 'recognition')
        const error = filled.error('capacity')
        return [
          choiceField({
            language,
            name: 'capacity',
            label: deskTexts[language].operations.capacity,
            value: filled.value('capacity'),
            items: asking.map(({ code, name, description }) => ({
              value: code,
              text: name[language],
              hint: { text: description[language] },
            })),
            ...(error === undefined ? {} : { error }),
          }),
        ]
      },
      input: (_, values) => ({ capacity: oneField(values, 'capacity') ?? '' }),
      preview(context, { capacity }) {
        const texts = deskTexts[context.language].operations
        const starts = texts.recogniseStarts(about(context, capacity))
        return { starts, forWhom: forWhom(context), from: texts.whenConfirmed }
      },
    }),
    ...operationPage(deps, {
      ...common,
      id: 'desk-confirm-recognition',
      path: '/recognitions/:capacity/confirm',
      operation: confirmRecognition,
      grave: true,
      input: (context) => ({ capacity: capacityIn(context) }),
      preview(context, { capacity }) {
        const texts = deskTexts[context.language].operations
        const starts = texts.recogniseStarts(about(context, capacity))
        return { starts, forWhom: forWhom(context), from: texts.atOnce }
      },
    }),
    ...operationPage(deps, {
      ...common,
      id: 'desk-withdraw-recognition',
      path: '/recognitions/:capacity/withdraw',
      operation: withdrawDeskProposal,
      input: (context) => ({ capacity: capacityIn(context) }),
      preview(context) {
        const texts = deskTexts[context.language]
        const ends = texts.recognition(about(context, capacityIn(context)))
        return { ends, forWhom: forWhom(context), from: texts.operations.atOnce }
      },
    }),
  ]
}

function liftings(deps: PageDeps): PageRoute[] {
  return [
    ...operationPage(deps, {
      ...common,
      id: 'desk-lift',
      path: '/lift',
      operation: proposeLift,
      grave: true,
      intro: ({ language }) => html`<p class="govuk-body">${deskTexts[language].operations.liftIntro}</p>`,
      input: () => ({}),
      preview(context) {
        const texts = deskTexts[context.language].operations
        return { starts: texts.liftStarts, forWhom: forWhom(context), from: texts.whenConfirmed }
      },
    }),
    ...operationPage(deps, {
      ...common,
      id: 'desk-confirm-lift',
      path: '/lift/confirm',
      operation: confirmLift,
      grave: true,
      input: () => ({}),
      preview(context) {
        const texts = deskTexts[context.language].operations
        return { starts: texts.liftStarts, forWhom: forWhom(context), from: texts.atOnce }
      },
    }),
    ...operationPage(deps, {
      ...common,
      id: 'desk-withdraw-lift',
      path: '/lift/withdraw',
      operation: withdrawDeskProposal,
      input: () => ({}),
      preview(context) {
        const texts = deskTexts[context.language]
        return { ends: texts.lifting, forWhom: forWhom(context), from: texts.operations.atOnce }
      },
    }),
  ]
}

/** The person appointed, as the enterprise knows them; null: there is no such appointment. */
async function appointee(deps: PageDeps, { view, params, language }: OperationContext): Promise<string | null> {
  const where = { enterprise_id: view.enterprise, fact_id: params['appointment'] ?? '' }
  const [fact] = await factsOf(deps.store.reader).find('appointment', where, { at: view.now })
  if (!fact || fact.person_id === null) return null
  const nameOf = await personNames(deps.store.reader, view.enterprise, [fact.person_id])
  return nameOf(fact.person_id) ?? deskTexts[language].unnamed
}

function resending(deps: PageDeps): PageRoute[] {
  return operationPage(deps, {
    ...common,
    id: 'desk-resend',
    path: '/appointments/:appointment/resend',
    operation: resendActivation,
    intro: ({ language }) => html`<p class="govuk-body">${deskTexts[language].operations.resendIntro}</p>`,
    input: ({ params }) => ({ appointment: params['appointment'] ?? '' }),
    async preview(context) {
      const texts = deskTexts[context.language].operations
      const whom = (await appointee(deps, context)) ?? operationTexts[context.language].words.thisPerson
      return { starts: texts.resendStarts(whom), forWhom: forWhom(context), from: texts.atOnce }
    },
  })
}

/** What agents do at the desk, each as form, preview and confirmation. */
export function deskOperationPages(deps: PageDeps): PageRoute[] {
  return [...recognitions(deps), ...liftings(deps), ...resending(deps)]
}
