import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import type { Instant } from '#kernel'
import type { LoadedWorld } from '../../world/load.ts'
import type { AskedQuestion } from '../../world/questions.ts'
import type { Contestant } from '../contestant.ts'
import { isForPeers, modelOf } from './model.ts'
import { openfga } from './openfga.ts'
import { spicedb } from './spicedb.ts'

export interface Peers {
  readonly contestants: readonly Contestant[]
  /** Sentences about those that could not be had. */
  readonly missing: readonly string[]
  /** Whether a question is one that a peer can be asked. */
  readonly isForPeers: (question: AskedQuestion) => boolean
}

interface PeerOrder {
  readonly only: readonly string[] | null
  readonly at: Instant
  readonly tell: (sentence: string) => void
}

const known = [
  { name: 'openfga', title: 'OpenFGA', module: 'github.com/openfga/openfga/cmd/openfga@v1.18.1', of: openfga },
  { name: 'spicedb', title: 'SpiceDB', module: 'github.com/authzed/spicedb/cmd/spicedb@v1.56.0', of: spicedb },
] as const

/** Where `go install` leaves programs, and then wherever programs are found. */
function programNamed(name: string): string | null {
  const { GOBIN, GOPATH, PATH = '' } = process.env
  const folders = [GOBIN, GOPATH && join(GOPATH, 'bin'), join(homedir(), 'go', 'bin'), ...PATH.split(delimiter)]
  const found = folders.find((folder) => folder && existsSync(join(folder, name)))
  return found ? join(found, name) : null
}

/** The products of others that take part: those whose programs are on this machine, each in both of its modes. */
export function peersFor(loaded: LoadedWorld, { only, at, tell }: PeerOrder): Peers {
  const contestants: Contestant[] = []
  const missing: string[] = []
  const model = modelOf(loaded.world.catalogue)
  for (const { name, title, module, of } of known) {
    if (only !== null && !only.includes(name)) continue
    const program = programNamed(name)
    if (program === null) missing.push(`${title} is not on this machine (with Go: \`go install ${module}\`).`)
    else for (const mode of ['strong', 'relaxed'] as const) contestants.push(of(program, loaded, { mode, at, tell }))
  }
  return { contestants, missing, isForPeers: (question) => isForPeers(model, question) }
}
