import { accessOperations } from '#access'
import { appointmentOperations } from '#appointments'
import type { PageRoute } from '#http'
import { formatDay, type Language } from '#kernel'
import { operationPage, type OperationContext, type PageDeps, type View } from '#operations'
import { aboutText, dayOfItem, shownOf, type Shown } from './scheduled.page.ts'
import type { Planned } from './scheduled.queries.ts'
import { scheduledTexts } from './texts.ts'

/** What the address names, where it ends on a later day and the viewer sees it; null: nothing of that. */
async function endingOf(
  deps: PageDeps,
  { view, params }: { view: View; params: OperationContext['params'] },
  fits: (item: Planned) => boolean,
): Promise<{ shown: Shown; item: Planned } | null> {
  const shown = await shownOf(deps, view)
  const item = shown?.items.find((one) => one.factId === params['fact'] && one.what === 'ends' && fits(one))
  return shown && item ? { shown, item } : null
}

function previewOf({ shown, item }: { shown: Shown; item: Planned }, language: Language) {
  const texts = scheduledTexts[language]
  const about = aboutText(shown, language, item)
  return {
    starts: texts.goesOn(about, formatDay(dayOfItem(shown.view, item), language)),
    forWhom: `${shown.view.record.name} (${shown.view.writtenNumber})`,
  }
}

const back = ({ base }: OperationContext): string => `${base}/scheduled`

const isOffice = ({ kind }: Planned): boolean => kind === 'appointment'
const isUser = ({ kind }: Planned): boolean => kind === 'membership' || kind === 'authorisation'

/** Where whoever may appoint to an office cancels its end (U25). */
function continueOfficePage(deps: PageDeps): PageRoute[] {
  return operationPage(deps, {
    id: 'continue-office',
    path: '/scheduled/offices/:fact',
    operation: appointmentOperations.continueOffice,
    section: 'managers',
    async title(context) {
      const found = await endingOf(deps, context, isOffice)
      return found && scheduledTexts[context.language].cancelTitle(aboutText(found.shown, context.language, found.item))
    },
    input: ({ params }) => ({ appointment: params['fact'] ?? '' }),
    async preview(context) {
      const found = await endingOf(deps, context, isOffice)
      return found ? previewOf(found, context.language) : {}
    },
    back,
  })
}

/** Where whoever manages a group cancels the end of a membership or of a service (U25). */
function continueUserPage(deps: PageDeps): PageRoute[] {
  return operationPage(deps, {
    id: 'continue-user',
    path: '/scheduled/users/:fact',
    operation: accessOperations.continueUser,
    section: 'groups',
    async title(context) {
      const found = await endingOf(deps, context, isUser)
      return found && scheduledTexts[context.language].cancelTitle(aboutText(found.shown, context.language, found.item))
    },
    async input(context) {
      const found = await endingOf(deps, context, isUser)
      const { capacity, person, service } = found?.item ?? {}
      return { capacity, person, ...(service === undefined ? {} : { service }) }
    },
    async preview(context) {
      const found = await endingOf(deps, context, isUser)
      return found ? previewOf(found, context.language) : {}
    },
    back,
  })
}

export const continuePages = (deps: PageDeps): PageRoute[] => [...continueOfficePage(deps), ...continueUserPage(deps)]
