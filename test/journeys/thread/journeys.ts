import { languages } from '../../../src/kernel/index.ts'
import type { Journey } from '../support/journey.ts'
import { startTrial } from '../support/server.ts'
import { thread, type ThreadOptions } from './thread.ts'

function journey(name: string, brief: boolean, options: Partial<ThreadOptions> & Pick<ThreadOptions, 'language'>): Journey {
  return {
    name,
    brief,
    async run({ browser, look }) {
      const server = await startTrial()
      try {
        const whole = { scripts: true, hand: 'pointer', look, chief: 'somebody', ...options } as const
        await thread(browser, server, whole)
      } finally {
        await server.stop()
      }
    },
  }
}

/** The thread in each language as most people walk it, without JavaScript, and by keyboard alone. */
export const threadJourneys: readonly Journey[] = [
  ...languages.map((language) =>
    journey(`thread-${language}`, language === 'nl', { language, chief: language === 'de' ? 'themselves' : 'somebody' }),
  ),
  ...languages.map((language) =>
    journey(`thread-${language}-without-javascript`, language === 'fr', { language, scripts: false, look: 'walk' }),
  ),
  ...languages.map((language) =>
    journey(`thread-${language}-by-keyboard`, language === 'de', { language, hand: 'keyboard', look: 'walk' }),
  ),
]
