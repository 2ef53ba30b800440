import { fileURLToPath } from 'node:url'
import { readKeys } from '#settings'
import type { LoadedWorld } from '../world/load.ts'
import { authzenRequests, type AskingClient } from './authzen.ts'
import { freePort, started } from './child.ts'
import type { Contestant } from './contestant.ts'
import { authzenList } from './lists.ts'

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url))

export async function askingClient({ client, keysDir }: LoadedWorld): Promise<AskingClient> {
  return { ...client, masterKey: (await readKeys(keysDir)).subject }
}

/** A node of the product that answers questions over a store, with so many threads that do, and other settings beside its own. */
export async function decisionNode(
  { url, keysDir }: { readonly url: string; readonly keysDir: string },
  threads = 1,
  settings: Readonly<Record<string, string>> = {},
) {
  const port = await freePort()
  const server = await started({
    command: process.execPath,
    args: [main, 'decisions'],
    env: {
      DATABASE_URL: url,
      KEYS_DIR: keysDir,
      SIMULATED_KEY_RING: 'allowed',
      DECISION_THREADS: String(threads),
      // As docs/operating/scale.md advises.
      GLIBC_TUNABLES: 'glibc.malloc.hugetlb=1',
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      PORT: String(port),
      LOG_LEVEL: 'error',
      ...settings,
    },
    // Ready when it answers from its index.
    readyUrl: `http://127.0.0.1:${port}/readyz`,
    patienceMs: 900_000,
  })
  return { ...server, port }
}

/** The product, with one thread as the others have, or more. */
export function claviger(loaded: LoadedWorld, threads = 1): Contestant {
  return {
    name: 'claviger',
    mode: 'strong',
    async start() {
      const asking = await askingClient(loaded)
      const { port, pid, stop } = await decisionNode(loaded, threads)
      return {
        port,
        ...(threads === 1 ? { pid } : {}),
        requestsFor: (questions, batch) => authzenRequests(questions, asking, { batch, compared: true }),
        list: (question) => authzenList(port, asking, question),
        stop,
      }
    },
  }
}
