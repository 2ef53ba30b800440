import pg from 'pg'
import type { Instant } from '#kernel'
import { isoOf } from '#kernel'
import { CopyIn, copyText } from '../../world/copy.ts'
import type { LoadedWorld } from '../../world/load.ts'
import type { AskedQuestion } from '../../world/questions.ts'
import { freePort, ran, started } from '../child.ts'
import { RequestList, type Contestant } from '../contestant.ts'
import { checkFor, modelOf, ruleOf, type Check } from './model.ts'
import { openfgaModel } from './openfga-model.ts'
import { openfgaColumns, openfgaRow } from './openfga-rows.ts'
import { peerStore } from './peer-store.ts'
import { relationsOf } from './relations.ts'
import { untilRefused } from './until-refused.ts'

async function posted<T>(url: string, body: object): Promise<T> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${text.slice(0, 500)}`)
  return JSON.parse(text) as T
}

/** No cache, every check at the newest state; or every cache that the product offers, with what it does against stale entries. */
const flags = {
  strong: [
    '--check-query-cache-enabled=false',
    '--check-iterator-cache-enabled=false',
    '--cache-controller-enabled=false',
  ],
  relaxed: [
    '--check-query-cache-enabled=true',
    '--check-iterator-cache-enabled=true',
    '--cache-controller-enabled=true',
    '--check-cache-limit=1000000',
    '--shared-iterator-enabled=true',
  ],
} as const

async function run(program: string, url: string, mode: 'strong' | 'relaxed') {
  const [http, grpc] = [await freePort(), await freePort()]
  const server = await started({
    command: program,
    args: [
      'run',
      '--datastore-engine=postgres',
      `--datastore-uri=${url}`,
      '--datastore-max-open-conns=100',
      '--datastore-max-idle-conns=100',
      // On a busy machine a check may take longer than the usual three seconds: slow is no error.
      '--request-timeout=30s',
      '--http-upstream-timeout=30s',
      '--playground-enabled=false',
      '--metrics-enabled=false',
      '--log-level=error',
      `--http-addr=127.0.0.1:${http}`,
      `--grpc-addr=127.0.0.1:${grpc}`,
      ...flags[mode],
    ],
    readyUrl: `http://127.0.0.1:${http}/healthz`,
    patienceMs: 60_000,
  })
  return { port: http, stop: server.stop }
}

async function fill(program: string, url: string, loaded: LoadedWorld, at: Instant, tell: (sentence: string) => void) {
  await ran(program, ['migrate', '--datastore-engine=postgres', `--datastore-uri=${url}`])
  const server = await run(program, url, 'strong')
  const base = `http://127.0.0.1:${server.port}`
  const { id: store } = await posted<{ id: string }>(`${base}/stores`, { name: 'bench' })
  const written = await posted<{ authorization_model_id: string }>(
    `${base}/stores/${store}/authorization-models`,
    openfgaModel(modelOf(loaded.world.catalogue)),
  )
  await server.stop()
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const copy = await CopyIn.open(client, 'tuple', openfgaColumns)
  let count = 0
  for (let enterprise = 0; enterprise < loaded.world.size.enterprises; enterprise++) {
    for (const relation of relationsOf(loaded.world, enterprise, at))
      copy.write(`${openfgaRow(store, relation, ++count).map(copyText).join('\t')}\n`)
    if (enterprise % 200 === 0) {
      await copy.drained()
      await new Promise((next) => setImmediate(next))
    }
  }
  await copy.end()
  await client.query('VACUUM (FREEZE, ANALYZE)')
  await client.end()
  tell(`OpenFGA: ${count} tuples`)
  return { store, model: written.authorization_model_id }
}

function bodyOf(check: Check, model: string, at: Instant, mode: 'strong' | 'relaxed') {
  return {
    tuple_key: { user: `person:${check.person}`, relation: check.rule, object: `${check.type}:${check.id}` },
    authorization_model_id: model,
    context: { at: isoOf(at) },
    consistency: mode === 'strong' ? 'HIGHER_CONSISTENCY' : 'MINIMIZE_LATENCY',
  }
}

/** OpenFGA over HTTP. `at`: the moment of the questions. */
export function openfga(
  program: string,
  loaded: LoadedWorld,
  { mode, at, tell }: { mode: 'strong' | 'relaxed'; at: Instant; tell: (sentence: string) => void },
): Contestant {
  return {
    name: 'openfga',
    mode,
    async start() {
      const day = isoOf(at).slice(0, 10)
      const { url, known } = await peerStore('openfga', loaded, day, (made) => fill(program, made, loaded, at, tell))
      const { store = '', model = '' } = known
      const server = await run(program, url, mode)
      const base = `http://127.0.0.1:${server.port}`
      const own = modelOf(loaded.world.catalogue)
      return {
        ...server,
        requestsFor(questions: readonly AskedQuestion[], batch: number) {
          if (batch > 1) return null
          const list = new RequestList(`/stores/${store}/check`, {})
          for (const question of questions) {
            const check = checkFor(own, question)
            if (check === null) return null
            list.add(bodyOf(check, model, at, mode), question.permit ? 1 : 0)
          }
          return list.requests('"allowed":true')
        },
        async list(asked) {
          const common = {
            authorization_model_id: model,
            relation: ruleOf(asked.service),
            context: { at: isoOf(at) },
            consistency: mode === 'strong' ? 'HIGHER_CONSISTENCY' : 'MINIMIZE_LATENCY',
          }
          if (asked.kind === 'where') {
            const body = { ...common, type: 'enterprise', user: `person:${asked.person}` }
            const told = await posted<{ objects: string[] }>(`${base}/stores/${store}/list-objects`, body)
            return told.objects.map((object) => object.slice('enterprise:'.length))
          }
          const object = { type: 'enterprise', id: asked.number }
          const body = { ...common, object, user_filters: [{ type: 'person' }] }
          const told = await posted<{ users: { object?: { id: string } }[] }>(
            `${base}/stores/${store}/list-users`,
            body,
          )
          return told.users.flatMap(({ object: user }) => (user === undefined ? [] : [user.id]))
        },
        staleness: (questions) =>
          untilRefused(loaded.world, own, questions, {
            async write({ type, id, relation, subjectType, subjectId }, is) {
              const tuple = { user: `${subjectType}:${subjectId}`, relation, object: `${type}:${id}` }
              const change = is ? { writes: { tuple_keys: [tuple] } } : { deletes: { tuple_keys: [tuple] } }
              await posted(`${base}/stores/${store}/write`, { ...change, authorization_model_id: model })
            },
            async isPermitted(check) {
              const asked = bodyOf(check, model, at, mode)
              return (await posted<{ allowed: boolean }>(`${base}/stores/${store}/check`, asked)).allowed
            },
          }),
      }
    },
  }
}
