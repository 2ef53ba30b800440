import type { Journey } from '../support/journey.ts'
import { startTrial } from '../support/server.ts'
import { worldOf } from '../support/world.ts'
import * as edges from './edges.ts'

const parts = Object.entries(edges)

/** Where something goes wrong, is forged, or happens twice; one server for all of it. */
export const edgeJourneys: readonly Journey[] = [
  {
    name: 'edges',
    brief: true,
    async run(traveller) {
      const server = await startTrial()
      try {
        const edge = { traveller, server, world: await worldOf(server) }
        for (const [name, part] of parts) {
          await part(edge).catch((fault: unknown) => {
            throw new Error(`at ${name}`, { cause: fault })
          })
        }
        traveller.tell(`${parts.length} edges`)
      } finally {
        await server.stop()
      }
    },
  },
]
