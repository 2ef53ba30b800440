import type { Language } from '#kernel'
import type { Journey } from '../support/journey.ts'
import { startTrial } from '../support/server.ts'
import { worldOf } from '../support/world.ts'
import * as offices from './offices.ts'
import * as succession from './succession.ts'
import { Scene, type SceneOptions } from './scene.ts'

const westerly: offices.Cast = {
  enterprise: 'Harbour Logistics NV',
  representative: 'Sarah Cooper',
  chief: 'James Ward',
  coChief: 'Greta Heinen',
  accessManager: 'Mehdi Amrani',
  agent: 'Nadia Benali',
  foreign: 'Bakkerij De Korenaar BV',
}
const casts: Readonly<Record<Language, offices.Cast>> = {
  nl: westerly,
  en: westerly,
  fr: { ...westerly, enterprise: 'Stadtgärtnerei Eupen GmbH', representative: 'Karl Schmitz' },
  de: { ...westerly, enterprise: 'Stadtgärtnerei Eupen GmbH', representative: 'Karl Schmitz' },
}

/** One without JavaScript, one with nothing but a keyboard, one as most people do. */
const manners: Readonly<Record<Language, Omit<SceneOptions, 'language' | 'look'>>> = {
  nl: { scripts: false, hand: 'pointer' },
  fr: { scripts: true, hand: 'keyboard' },
  de: { scripts: false, hand: 'keyboard' },
  en: { scripts: true, hand: 'pointer' },
}

const parts = [
  offices.registering,
  offices.chiefUnderAnotherName,
  offices.several,
  offices.steppingUp,
  succession.standingIn,
  succession.undoing,
  succession.planning,
  succession.takingOver,
  offices.replacing,
  offices.lifeOfAnOffice,
  offices.stopping,
  offices.atTheDesk,
]

/** The life of offices from registering to the desk, in each language in a manner of its own. */
export const officeJourneys: readonly Journey[] = (['nl', 'fr', 'de', 'en'] as const).map((language) => ({
  name: `offices-${language}`,
  brief: language === 'nl',
  async run({ browser, look, tell }) {
    const server = await startTrial()
    const seen = manners[language].scripts ? look : 'walk'
    const scene = new Scene(browser, server, await worldOf(server), { language, look: seen, ...manners[language] })
    try {
      for (const part of parts) {
        await part(scene, casts[language]).catch((fault: unknown) => {
          throw new Error(`at ${part.name}`, { cause: fault })
        })
      }
      tell(`${parts.length} parts`)
    } finally {
      await scene.close()
      await server.stop()
    }
  },
}))
