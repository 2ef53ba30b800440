import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'
import { databaseAt, type LoadedWorld } from '../../world/load.ts'

const folder = new URL('./', import.meta.url)

/** A database of a peer: found again when it was filled from the same world, on the same day, by the same source. */
export interface PeerStore {
  readonly url: string
  /** What `fill` left to be known, from whichever run. */
  readonly known: Readonly<Record<string, string>>
}

function versionOf(worldVersion: string, day: string): string {
  const hash = createHash('sha256').update(worldVersion).update(day)
  for (const name of readdirSync(folder).toSorted())
    if (name.endsWith('.ts')) hash.update(readFileSync(new URL(name, folder)))
  return hash.digest('hex').slice(0, 16)
}

/**
 * The peer's database beside that of the world, made and filled unless it is there. `day`: on which the relations are as they are;
 * what begins or ends later has a date.
 */
export async function peerStore(
  peer: string,
  loaded: LoadedWorld,
  day: string,
  fill: (url: string) => Promise<Readonly<Record<string, string>>>,
): Promise<PeerStore> {
  const name = `${new URL(loaded.url).pathname.slice(1)}_${peer}`
  const admin = new pg.Client({ connectionString: databaseAt(loaded.url, 'postgres') })
  await admin.connect()
  try {
    const { rows } = await admin.query<{ name: string; told: string | null }>(
      `SELECT datname AS name, shobj_description(oid, 'pg_database') AS told FROM pg_database WHERE datname = ANY ($1)`,
      [[name, new URL(loaded.url).pathname.slice(1)]],
    )
    const told = (wanted: string) => rows.find((row) => row.name === wanted)?.told ?? ''
    const version = versionOf(told(new URL(loaded.url).pathname.slice(1)), day)
    const url = databaseAt(loaded.url, name)
    const [known, rest] = told(name).split('|', 2)
    if (known === version && rest !== undefined) return { url, known: JSON.parse(rest) as Record<string, string> }
    await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    await admin.query(`CREATE DATABASE ${name}`)
    const made = await fill(url)
    await admin.query(`COMMENT ON DATABASE ${name} IS '${version}|${JSON.stringify(made)}'`)
    return { url, known: made }
  } finally {
    await admin.end()
  }
}
