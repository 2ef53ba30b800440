import type { PastAct, PerformDeps, View } from '#operations'
import { formatInstant, type Language } from '#kernel'
import { html, link, type Html } from '#ui'
import { changeTexts } from '../texts.ts'
import { undoableAmong, undoneUntil } from '../undo.ts'
import { lookingOn } from './undo.page.ts'

/**
 * U19: what a page may offer to be undone: of these acts, those of the viewer that nothing has acted on and whose time is not over.
 * `short`: a link, for a list; else with the clock time until when.
 */
export async function undoOffers(
  deps: Pick<PerformDeps, 'store'>,
  view: View,
  language: Language,
  acts: readonly PastAct[],
  manner: 'short' | 'whole',
): Promise<ReadonlyMap<string, Html>> {
  const free = await undoableAmong(
    lookingOn(deps, view),
    { enterprise: view.enterprise, actor: view.actor.person },
    acts,
  )
  const texts = changeTexts[language]
  const offer = (act: PastAct): Html => {
    const undo = link(texts.undo, `/${language}/enterprises/${view.number}/history/${act.id}/undo`)
    if (manner === 'short') return undo
    const until = formatInstant(undoneUntil(act), view.catalogue.meta.zone, language)
    return html`<p class="govuk-body">${texts.mayUndo(until)} ${undo}</p>`
  }
  return new Map(acts.filter(({ id }) => free.has(id)).map((act) => [act.id, offer(act)]))
}
