import type { PageRoute } from '#http'
import { operationPage, type PageDeps } from '#operations'
import { html, link } from '#ui'
import { grantsOf } from '../../stand-in.queries.ts'
import { appointmentTexts } from '../../texts/index.ts'
import { standInTexts } from '../../texts/stand-in.ts'
import { endStandInNow } from '../../use-cases/end-stand-in.ts'
import { nameAndNumber } from '../wording.ts'
import { mayEndStandIn, mayKeepGrantsOf } from './offers.ts'
import { stoodIn } from './stood-in.ts'

/** Where the holder, the stand-in or the office above ends it (A32). */
export function endStandInPage(deps: PageDeps): PageRoute[] {
  return operationPage(deps, {
    id: 'end-stand-in',
    path: '/stand-ins/:standIn/end',
    operation: endStandInNow,
    section: 'managers',
    grave: true,
    neverRefused: true,
    async title(context) {
      const found = await stoodIn(deps, context)
      if (!found || !mayEndStandIn(context.view, found.fact, found.office)) return null
      return standInTexts[context.language].end.title(found.name, found.officeName)
    },
    input: ({ params }) => ({ standIn: params['standIn'] ?? '' }),
    async preview(context) {
      const { view, language, base } = context
      const found = await stoodIn(deps, context)
      if (!found) return {}
      const texts = standInTexts[language].end
      const { users, services } = await grantsOf(deps.store.reader, view.enterprise, found.fact.fact_id, view.now)
      const some = users + services > 0
      const keep =
        some && mayKeepGrantsOf(view, found.fact)
          ? html` ${texts.keepFirst}
            ${link(standInTexts[language].steps.keep, `${base}/stand-ins/${found.fact.fact_id}/keep`)}`
          : null
      return {
        ends: texts.ends(found.name, found.officeName),
        forWhom: nameAndNumber(view),
        from: appointmentTexts[language].atOnce,
        more: [
          { key: texts.grantsLabel, value: some ? html`${texts.grants(users, services)}${keep}` : texts.noGrants },
          { key: appointmentTexts[language].whatStays, value: texts.stays },
        ],
      }
    },
    back: ({ base, view }) => (view.authority.powers.length > 0 ? `${base}/managers` : base),
  })
}
