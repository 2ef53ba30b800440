import { languages, type Language } from '#kernel'
import { visitor, type VisitorOptions } from '../support/browser.ts'
import type { Journey } from '../support/journey.ts'
import { startTrial } from '../support/server.ts'
import { worldOf } from '../support/world.ts'
import { lookAsTheDesk, readNothing, readTheDirectory, readTheRegister, seeTheLook } from './directory.ts'

/** One with nothing but a keyboard, one without JavaScript, one with neither pointer nor JavaScript. */
const manners: Readonly<Record<Language, Omit<VisitorOptions, 'language' | 'look'>>> = {
  nl: {},
  fr: { scripts: false, hand: 'keyboard' },
  de: { scripts: false },
  en: { hand: 'keyboard' },
}

/** The public directory, finding an enterprise, and its register data. */
export const directoryJourneys: readonly Journey[] = languages.map((language) => ({
  name: `directory-${language}`,
  brief: false,
  async run({ browser, look }) {
    const server = await startTrial()
    try {
      const manner = manners[language]
      // axe runs as a script of the page: without JavaScript a page is walked only.
      const seen = manner.scripts === false ? 'walk' : look
      const arrives = () => visitor(browser, server.url, { language, look: seen, ...manner })
      const world = await worldOf(server)
      const nobody = await arrives()
      await readTheDirectory(nobody)
      await nobody.close()
      const representative = await arrives()
      await readTheRegister(representative, world)
      await representative.close()
      const [agent, weak] = [await arrives(), await arrives()]
      await lookAsTheDesk(agent, weak, world)
      await agent.close()
      await weak.close()
      const chief = await arrives()
      await seeTheLook(chief, world)
      await chief.close()
      const stranger = await arrives()
      await readNothing(stranger, world, server)
      await stranger.close()
    } finally {
      await server.stop()
    }
  },
}))
