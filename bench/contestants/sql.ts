import { fileURLToPath } from 'node:url'
import type { LoadedWorld } from '../world/load.ts'
import { authzenRequests } from './authzen.ts'
import { forked } from './child.ts'
import { askingClient } from './claviger.ts'
import type { Contestant } from './contestant.ts'
import type { SqlOrder } from './sql-server.ts'

const catalogueDir = fileURLToPath(new URL('../../catalogue/belgium', import.meta.url))

/** Plain SQL by hand: one prepared statement for each question. */
export function sql(loaded: LoadedWorld): Contestant {
  return {
    name: 'sql',
    mode: 'strong',
    async start() {
      const client = await askingClient(loaded)
      const order: SqlOrder = { url: loaded.url, catalogueDir, client, sessions: 8 }
      const { port, stop } = await forked(new URL('./sql-server.ts', import.meta.url), order)
      return {
        port,
        stop,
        requestsFor: (questions, batch) =>
          batch > 1 ? null : authzenRequests(questions, client, { batch, compared: true }),
      }
    },
  }
}
