import type { Fact } from '#database'
import { personNames, seesOffices } from '#enterprises'
import type { PageRoute } from '#http'
import { operationPage, type OperationContext, type PageDeps } from '#operations'
import { displayName, personById } from '#people'
import { html, link, summaryList } from '#ui'
import { appointmentOf, officesOf } from '../../queries.ts'
import { isSeated } from '../../seat.ts'
import { appointmentTexts } from '../../texts/index.ts'
import { lifeTexts } from '../../texts/life.ts'
import { confirmName } from '../../use-cases/confirm-name.ts'
import { mayConfirmNameOf } from '../offers.ts'
import { nameAndNumber, officeText } from '../wording.ts'

interface Held {
  readonly fact: Fact<'appointment'>
  readonly office: string
  readonly typed: string
  readonly real: string
}

/** A23, P7: the real name is read only here, for whoever may confirm it, and only once the appointee has accepted. */
async function heldForName(deps: PageDeps, { view, language, params }: OperationContext): Promise<Held | null> {
  const { reader } = deps.store
  const fact = await appointmentOf(reader, view, params['appointment'] ?? '')
  if (fact === null || fact.person_id === null || !mayConfirmNameOf(view, fact)) return null
  const { unnamed } = appointmentTexts[language]
  const nameOf = await personNames(reader, view.enterprise, [fact.person_id])
  return {
    fact,
    office: officeText(view.catalogue, language, fact),
    typed: nameOf(fact.person_id) ?? unnamed,
    real: displayName(await personById(reader, fact.person_id), null) ?? unnamed,
  }
}

async function replacedBy(deps: PageDeps, { view, language }: OperationContext, held: Held): Promise<string | null> {
  if (view.catalogue.offices[held.fact.office].seats === 'any') return null
  const { appointments } = await officesOf(deps.store.reader, view)
  const sitting = appointments.find(
    (fact) => fact.office === held.fact.office && fact.scope === held.fact.scope && isSeated(fact),
  )
  if (!sitting) return null
  const nameOf = await personNames(deps.store.reader, view.enterprise, [sitting.person_id])
  return nameOf(sitting.person_id) ?? appointmentTexts[language].unnamed
}

/** Where whoever may appoint sees the real name of somebody who accepted under another one, and confirms it (A23). */
export function confirmNamePage(deps: PageDeps): PageRoute[] {
  return operationPage(deps, {
    id: 'confirm-name',
    path: '/appointments/:appointment/name',
    operation: confirmName,
    section: 'managers',
    async title({ view, language, params }) {
      const fact = await appointmentOf(deps.store.reader, view, params['appointment'] ?? '')
      if (!seesOffices(view) || fact?.waits_for !== 'name') return null
      return lifeTexts[language].name.title(officeText(view.catalogue, language, fact))
    },
    async intro(context) {
      const held = await heldForName(deps, context)
      if (!held) return null
      const texts = lifeTexts[context.language].name
      const away = `${context.base}/appointments/${held.fact.fact_id}/withdraw`
      return html`<p class="govuk-body-l">${texts.intro}</p>
        ${summaryList({
          rows: [
            { key: { text: texts.typed }, value: { text: held.typed } },
            { key: { text: texts.real }, value: { text: held.real } },
          ],
        })}
        <p class="govuk-body">${texts.notThisPerson} ${link(texts.withdraw, away)}</p>`
    },
    input: ({ params }) => ({ appointment: params['appointment'] ?? '' }),
    async preview(context) {
      const { view, language } = context
      const held = await heldForName(deps, context)
      if (!held) return {}
      const texts = lifeTexts[language].name
      const replaced = await replacedBy(deps, context, held)
      return {
        starts: texts.starts(held.real, held.office),
        ...(replaced === null ? {} : { ends: texts.ends(replaced, held.office) }),
        forWhom: nameAndNumber(view),
        from: appointmentTexts[language].atOnce,
        more: [{ key: texts.known, value: texts.knownAs(held.real) }],
      }
    },
    back: ({ base }) => `${base}/managers`,
  })
}
