import { factsOf } from '#database'
import { personNames } from '#enterprises'
import type { PageRoute } from '#http'
import { formatInstant, type Language } from '#kernel'
import {
  officeWords,
  operationPage,
  operationTexts,
  performing,
  type OperationContext,
  type PageDeps,
  type View,
} from '#operations'
import { changeTexts } from '../texts.ts'
import { effectOf, lookedBack, undoneUntil, type Looking } from '../undo.ts'
import { operationOf } from '../undoable.ts'
import { undo } from '../use-cases/undo.ts'

/** What the viewer did, by its entry; null for everything else. */
async function ownActOf(deps: PageDeps, { view, params }: OperationContext) {
  const past = performing.pastOn(deps.store.reader)
  const found = await past.act(view.enterprise, params['entry'] ?? '')
  return found !== null && found.act.actorId === view.actor.person ? found.act : null
}

/** The facts and the past as a page reads them. */
export function lookingOn({ store }: Pick<PageDeps, 'store'>, { catalogue, now }: View): Looking {
  return { facts: factsOf(store.reader), past: performing.pastOn(store.reader), catalogue, now }
}

/** What was done, in the words of the page after it. */
function doneText(view: View, language: Language, event: string): string {
  const operation = operationOf(event)
  return operation
    ? operationTexts[language].operation(operation.code, officeWords(view.catalogue, language)).done
    : event
}

/** Where whoever did something undoes it (U17). */
export function undoPage(deps: PageDeps): PageRoute[] {
  return operationPage(deps, {
    id: 'undo',
    path: '/history/:entry/undo',
    operation: undo,
    section: 'history',
    async title(context) {
      const act = await ownActOf(deps, context)
      return act && changeTexts[context.language].title(doneText(context.view, context.language, act.event))
    },
    input: ({ params }) => ({ entry: params['entry'] ?? '' }),
    async preview(context) {
      const { view, language } = context
      const act = await ownActOf(deps, context)
      if (!act) return {}
      const texts = changeTexts[language]
      const { zone } = view.catalogue.meta
      const gives = effectOf(await lookedBack(lookingOn(deps, view), view.enterprise, act)) === 'gives'
      const name = (await personNames(deps.store.reader, view.enterprise, [act.subjectId]))(act.subjectId)
      const done = `${doneText(view, language, act.event)}, ${formatInstant(act.recordedAt, zone, language)}`
      return {
        ...(gives ? { starts: texts.gives } : { ends: texts.takes }),
        forWhom: name ?? `${view.record.name} (${view.writtenNumber})`,
        from: texts.now,
        more: [
          { key: texts.what, value: done },
          { key: texts.until, value: formatInstant(undoneUntil(act), zone, language) },
        ],
      }
    },
    back: ({ base }) => `${base}/history`,
    cancel: (language) => changeTexts[language].leave,
  })
}
