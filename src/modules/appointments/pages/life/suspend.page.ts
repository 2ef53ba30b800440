import type { PageRoute } from '#http'
import { officeWords, operationPage, type PageDeps } from '#operations'
import { appointmentTexts } from '../../texts/index.ts'
import { lifeTexts } from '../../texts/life.ts'
import { resumeAppointment, suspendAppointment } from '../../use-cases/suspend.ts'
import { heldOffice } from '../held-office.ts'
import { nameAndNumber } from '../wording.ts'

/** Where whoever may withdraw an office suspends it (A26). */
function suspendPage(deps: PageDeps): PageRoute[] {
  return operationPage(deps, {
    id: 'suspend-appointment',
    path: '/appointments/:appointment/suspend',
    operation: suspendAppointment,
    section: 'managers',
    grave: true,
    async title(context) {
      const held = await heldOffice(deps, context)
      return held && lifeTexts[context.language].suspend.title(held.name, held.office)
    },
    input: ({ params }) => ({ appointment: params['appointment'] ?? '' }),
    async preview(context) {
      const { view, language } = context
      const held = await heldOffice(deps, context)
      if (!held) return {}
      const texts = lifeTexts[language].suspend
      const isChief = held.fact.office === 'chief-access-manager'
      return {
        ends: texts.ends(held.name, held.office),
        forWhom: nameAndNumber(view),
        from: appointmentTexts[language].atOnce,
        more: [
          { key: texts.seat, value: isChief ? texts.chief(officeWords(view.catalogue, language)) : texts.below },
          { key: appointmentTexts[language].whatStays, value: texts.stays },
        ],
      }
    },
    back: ({ base }) => `${base}/managers`,
  })
}

/** Where a suspended office returns (A26). */
function resumePage(deps: PageDeps): PageRoute[] {
  return operationPage(deps, {
    id: 'resume-appointment',
    path: '/appointments/:appointment/resume',
    operation: resumeAppointment,
    section: 'managers',
    async title(context) {
      const held = await heldOffice(deps, context)
      return held && lifeTexts[context.language].resume.title(held.name, held.office)
    },
    input: ({ params }) => ({ appointment: params['appointment'] ?? '' }),
    async preview(context) {
      const { view, language } = context
      const held = await heldOffice(deps, context)
      if (!held) return {}
      return {
        starts: lifeTexts[language].resume.starts(held.name, held.office),
        forWhom: nameAndNumber(view),
        from: appointmentTexts[language].atOnce,
      }
    },
    back: ({ base }) => `${base}/managers`,
  })
}

export const suspensionPages = (deps: PageDeps): PageRoute[] => [...suspendPage(deps), ...resumePage(deps)]
