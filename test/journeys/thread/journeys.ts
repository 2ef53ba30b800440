import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { languages, type Language } from '#kernel'
import { ensurePostgres } from '../../support/postgres.ts'
import type { Journey, Traveller } from '../support/journey.ts'
import { startTrial } from '../support/server.ts'
import { bank, belgium } from './cast.ts'
import { thread, type ThreadOptions } from './thread.ts'

type Choice = Partial<ThreadOptions> & Pick<ThreadOptions, 'language'>

async function walk({ browser, look }: Traveller, choice: Choice, settings: NodeJS.ProcessEnv = {}): Promise<void> {
  const server = await startTrial(settings)
  try {
    await thread(browser, server, { cast: belgium, scripts: true, hand: 'pointer', look, chief: 'somebody', ...choice })
  } finally {
    await server.stop()
  }
}

function journey(name: string, choice: Choice): Journey {
  return { name, brief: false, run: (traveller) => walk(traveller, choice) }
}

/** The same product with another catalogue: a bank and its corporate customers. */
function atTheBank(language: Language): Journey {
  const run: Journey['run'] = (traveller) =>
    walk(traveller, { language, cast: bank }, { CATALOGUE_DIR: 'catalogue/example' })
  return { name: `thread-${language}-at-the-bank`, brief: false, run }
}

/** The same on the production store, in a database of its own. */
const onPostgres: Journey = {
  name: 'thread-en-on-postgresql',
  brief: false,
  async run(traveller) {
    const { url } = await ensurePostgres()
    const name = `claviger_journey_${randomBytes(6).toString('hex')}`
    const own = new URL(url)
    own.pathname = `/${name}`
    const asked = async (sql: string) => {
      const client = new Client({ connectionString: url })
      await client.connect()
      try {
        await client.query(sql)
      } finally {
        await client.end()
      }
    }
    await asked(`CREATE DATABASE ${name}`)
    try {
      const settings = { DATABASE_URL: own.href, SIMULATED_KEY_RING: 'allowed' }
      await walk(traveller, { language: 'en', look: 'walk' }, settings)
    } finally {
      await asked(`DROP DATABASE ${name} WITH (FORCE)`)
    }
  },
}

/** The thread in each language as most people walk it, without JavaScript, by keyboard alone, and on PostgreSQL. */
export const threadJourneys: readonly Journey[] = [
  ...languages.map((language) =>
    journey(`thread-${language}`, {
      language,
      chief: language === 'de' ? 'themselves' : 'somebody',
    }),
  ),
  ...languages.map((language) =>
    journey(`thread-${language}-without-javascript`, { language, scripts: false, look: 'walk' }),
  ),
  ...languages.map((language) =>
    journey(`thread-${language}-by-keyboard`, { language, hand: 'keyboard', look: 'walk' }),
  ),
  ...languages.map((language) => atTheBank(language)),
  onPostgres,
]
