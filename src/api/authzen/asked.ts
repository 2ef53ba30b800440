import type { IncomingMessage } from 'node:http'
import { parseRevision, type Revision } from '#database'
import type { Parsed } from '#kernel'
import { jsonOf, refusalOf, type BodyRefusal } from './read-json.ts'
import { problem, refuse, type Reply } from './reply.ts'
import { parseBatch, parseEvaluation, type Batch, type Evaluation } from './request.ts'
import { parseSearch, searchKinds, type Search, type SearchKind } from './search.ts'
import { UsualForm } from './usual-form.ts'

/** What a place of the interface takes. */
export type Kind = 'evaluation' | 'evaluations' | `search-${SearchKind}`

interface Place {
  readonly kind: Kind
  readonly bytesMax: number
}

/** The places of the interface: paths, what is asked there, and how many bytes that may be. */
export const places: ReadonlyMap<string, Place> = new Map<string, Place>([
  ['/access/v1/evaluation', { kind: 'evaluation', bytesMax: 64 * 1024 }],
  // Four times that for a hundred.
  ['/access/v1/evaluations', { kind: 'evaluations', bytesMax: 256 * 1024 }],
  ...searchKinds.map((kind): [string, Place] => [
    `/access/v1/search/${kind}`,
    { kind: `search-${kind}`, bytesMax: 64 * 1024 },
  ]),
])

export const pathOf = (wanted: Kind): string => [...places].find(([, { kind }]) => kind === wanted)?.[0] ?? ''

const bodyProblems: Record<BodyRefusal, Reply> = {
  'too-large': problem(413, 'body-too-large', 'The request is too large', { connection: 'close' }),
  // The certification scenario of the specification asks for 400, not 415.
  'not-json': problem(400, 'not-json', 'Send application/json'),
  encoded: problem(415, 'body-encoded', 'Send the body as it is, without a content coding', {
    'accept-encoding': 'identity',
  }),
  empty: problem(400, 'body-empty', 'The request has no body'),
  malformed: problem(400, 'body-malformed', 'The body is no JSON in UTF-8'),
  'too-deep': problem(400, 'body-too-deep', 'The JSON of the body is nested too deeply'),
  aborted: problem(400, 'body-malformed', 'The body did not come whole'),
}

export type Wanted = { readonly one: Evaluation } | { readonly batch: Batch } | { readonly search: Search }

/** A request as it was read: what is asked, and what the answer must have seen. */
export interface Asked {
  readonly wanted: Wanted
  readonly revisions: readonly Revision[]
  /** By which the answer is found again. */
  readonly reference: string
  /** The ids of those whom single questions that came together name, 16 bytes each, and the place of this one; null: not known. */
  named: Uint8Array | null
  place: number
}

const usualForm = new UsualForm()

/** What most programs send; null: to be read as JSON. */
function usuallyWanted(kind: Kind, body: Buffer): Wanted | null {
  if (kind === 'evaluation') {
    const one = usualForm.evaluation(body)
    return one && { one }
  }
  const batch = kind === 'evaluations' ? usualForm.batch(body) : null
  return batch && { batch }
}

function wantedOf(kind: Kind, body: unknown): Wanted | Reply {
  if (kind === 'evaluations') {
    const batch = parseBatch(body)
    if (!batch.ok) return refuse(batch.error)
    if (batch.value) return { batch: batch.value }
  } else if (kind !== 'evaluation') {
    const wanted = parseSearch(kind.slice('search-'.length) as SearchKind, body)
    return wanted.ok ? { search: wanted.value } : refuse(wanted.error)
  }
  const one = parseEvaluation(body)
  return one.ok ? { one: one.value } : refuse(one.error)
}

function read(kind: Kind, req: IncomingMessage, body: Buffer): Wanted | Reply {
  const refusal = refusalOf(req, body)
  if (refusal !== null) return bodyProblems[refusal]
  const usual = usuallyWanted(kind, body)
  if (usual !== null) return usual
  const json = jsonOf(body)
  return json.ok ? wantedOf(kind, json.value) : bodyProblems[json.error]
}

const none: readonly Revision[] = []

/** What the contexts of whatever is asked name. */
function revisionsIn(wanted: Wanted): readonly Revision[] {
  if ('batch' in wanted) {
    const all: Revision[] = []
    for (const one of wanted.batch.evaluations)
      if (typeof one !== 'string' && one.context.minRevision !== null) all.push(one.context.minRevision)
    return all
  }
  const { minRevision } = 'one' in wanted ? wanted.one.context : wanted.search.context
  return minRevision === null ? none : [minRevision]
}

const minRevisionHeader = 'claviger-min-revision'

/** Reads a request, or says what is wrong with it. */
export function askedOf(
  kind: Kind,
  req: IncomingMessage,
  body: Parsed<Buffer, BodyRefusal>,
  reference: string,
): Asked | Reply {
  if (!body.ok) return bodyProblems[body.error]
  const wanted = read(kind, req, body.value)
  if ('status' in wanted) return wanted
  const revisions = revisionsIn(wanted)
  const header = req.headers[minRevisionHeader]
  if (header === undefined) return { wanted, revisions, reference, named: null, place: 0 }
  const revision = parseRevision(header)
  return revision.ok
    ? { wanted, revisions: [...revisions, revision.value], reference, named: null, place: 0 }
    : refuse(`${minRevisionHeader}: is not a revision`)
}
