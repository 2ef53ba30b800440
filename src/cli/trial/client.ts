import { recordEntry } from '#audit'
import { clientByToken, createClient } from '#decisions'
import { inTransaction } from '#database'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import type { PerformDeps } from '#operations'

type ClientFile = { id: string; token: string }

async function readClient(path: string): Promise<ClientFile | null> {
  try {
    const file = JSON.parse(await readFile(path, 'utf8')) as Partial<ClientFile>
    return typeof file.id === 'string' && typeof file.token === 'string' ? { id: file.id, token: file.token } : null
  } catch {
    return null
  }
}

/** The trial's online service: it may ask about everything, and its token is kept in a file of the data folder, mode 600. */
export async function trialClient(deps: PerformDeps, dataDir: string): Promise<ClientFile> {
  const path = `${dataDir}/trial-client.json`
  const kept = await readClient(path)
  if (kept && (await clientByToken(deps.store.reader, kept.token, deps.clock.now()))) return kept
  const now = deps.clock.now()
  const ports = { now, newId: deps.newId, random: deps.random }
  const services = [...deps.catalogue().services.keys()]
  const { value } = await inTransaction(deps.store, async (trx) => {
    const description = {
      name: `Trial service ${deps.newId().slice(-12)}`,
      services,
      seesChain: true,
      levelCap: 500 as const,
      nationalNumberPurpose: 'trial with fictional persons',
    }
    const created = await createClient(trx, description, ports)
    await recordEntry(trx, { event: 'client-created', via: 'cli', facts: [], details: { client: created.id } }, ports)
    return created
  })
  const file = { id: value.id, token: value.token }
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  await writeFile(path, `${JSON.stringify(file)}\n`, { mode: 0o600 })
  return file
}
