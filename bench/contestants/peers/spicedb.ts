import { isoOf, type Instant } from '#kernel'
import type { LoadedWorld } from '../../world/load.ts'
import type { AskedQuestion } from '../../world/questions.ts'
import { freePort, ran, started } from '../child.ts'
import { RequestList, type Contestant } from '../contestant.ts'
import { checkFor, modelOf, ruleOf, type Check, type Direct, type ModelType, type Rule } from './model.ts'
import { conditionName } from './openfga-model.ts'
import { distantFuture, distantPast } from './openfga-rows.ts'
import { peerStore } from './peer-store.ts'
import { relationsOf, type Relation } from './relations.ts'
import { untilRefused } from './until-refused.ts'

function expression(rule: Rule): string {
  if ('is' in rule) return rule.is
  if ('there' in rule) return `${rule.of}->${rule.there}`
  if ('any' in rule) return `(${rule.any.map(expression).join(' + ')})`
  return `(${expression(rule.base)} - ${expression(rule.without)})`
}

function subjectsOf({ subjects, timed, everybody }: Direct): string {
  return subjects
    .flatMap((type) => [everybody ? `${type}:*` : type, ...(timed ? [`${type} with ${conditionName}`] : [])])
    .join(' | ')
}

/** The model in SpiceDB's own language. */
function schemaOf(model: readonly ModelType[]): string {
  const types = model.map(({ name, relations, rules }) =>
    [
      `definition ${name} {`,
      ...Object.entries(relations).map(([relation, direct]) => `  relation ${relation}: ${subjectsOf(direct)}`),
      ...Object.entries(rules).map(([permission, rule]) => `  permission ${permission} = ${expression(rule)}`),
      '}',
    ].join('\n'),
  )
  const caveat = `caveat ${conditionName}(at timestamp, starts timestamp, ends timestamp) {\n  at >= starts && at < ends\n}`
  return [caveat, ...types].join('\n\n')
}

const key = 'bench'
const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }

async function posted<T>(url: string, body: string): Promise<T> {
  const answer = await fetch(url, { method: 'POST', headers, body })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${text.slice(0, 500)}`)
  return JSON.parse(text) as T
}

type Line = { readonly result?: Readonly<Record<string, unknown>>; readonly error?: { readonly message: string } }

/** What a call tells one after the other, a line of JSON each. */
async function linesOf(url: string, body: object): Promise<Line[]> {
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${text.slice(0, 500)}`)
  return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Line]))
}

/** The ids among them; what is permitted only on a condition that nobody could tell is not permitted. */
function lookedUp(lines: readonly Line[], name: string): string[] {
  const failed = lines.find(({ error }) => error !== undefined)
  if (failed) throw new Error(failed.error?.message)
  return lines.flatMap(({ result }) => {
    const id = result?.[name]
    const conditional = result?.['permissionship'] === 'LOOKUP_PERMISSIONSHIP_CONDITIONAL_PERMISSION'
    return typeof id === 'string' && !conditional ? [id] : []
  })
}

const relationship = ({ type, id, relation, subjectType, subjectId, from, until }: Relation) => ({
  resource: { objectType: type, objectId: id },
  relation,
  subject: { object: { objectType: subjectType, objectId: subjectId } },
  ...(from === null && until === null
    ? {}
    : {
        optionalCaveat: {
          caveatName: conditionName,
          context: {
            starts: from === null ? distantPast : isoOf(from),
            ends: until === null ? distantFuture : isoOf(until),
          },
        },
      }),
})

/** Without caches, every check at the newest state; or as the product comes, which answers from its caches for some seconds. */
const flags = {
  strong: ['--dispatch-cache-enabled=false', '--dispatch-cluster-cache-enabled=false'],
  relaxed: ['--dispatch-cache-enabled=true'],
} as const

async function run(program: string, url: string, mode: 'strong' | 'relaxed') {
  const [http, grpc] = [await freePort(), await freePort()]
  const server = await started({
    command: program,
    args: [
      'serve',
      `--grpc-preshared-key=${key}`,
      '--datastore-engine=postgres',
      `--datastore-conn-uri=${url}`,
      `--grpc-addr=127.0.0.1:${grpc}`,
      '--http-enabled',
      `--http-addr=127.0.0.1:${http}`,
      '--metrics-enabled=false',
      // Nothing leaves this machine.
      '--telemetry-endpoint=',
      '--skip-release-check',
      '--log-level=error',
      '--datastore-conn-pool-read-max-open=30',
      '--datastore-conn-pool-read-min-open=30',
      ...flags[mode],
    ],
    readyUrl: `http://127.0.0.1:${http}/healthz`,
    patienceMs: 60_000,
  })
  return { port: http, stop: server.stop }
}

const atOnce = 1000
const aCall = 50_000

async function fill(program: string, url: string, loaded: LoadedWorld, at: Instant, tell: (sentence: string) => void) {
  await ran(program, [
    'datastore',
    'migrate',
    'head',
    '--datastore-engine=postgres',
    `--datastore-conn-uri=${url}`,
    '--skip-release-check',
  ])
  const server = await run(program, url, 'strong')
  const base = `http://127.0.0.1:${server.port}`
  await posted(`${base}/v1/schema/write`, JSON.stringify({ schema: schemaOf(modelOf(loaded.world.catalogue)) }))
  let waiting: object[] = []
  let count = 0
  const send = async () => {
    const messages: string[] = []
    for (let from = 0; from < waiting.length; from += atOnce)
      messages.push(JSON.stringify({ relationships: waiting.slice(from, from + atOnce) }))
    if (messages.length > 0) await posted(`${base}/v1/relationships/importbulk`, messages.join('\n'))
    count += waiting.length
    waiting = []
  }
  for (let enterprise = 0; enterprise < loaded.world.size.enterprises; enterprise++) {
    waiting.push(...relationsOf(loaded.world, enterprise, at).map(relationship))
    if (waiting.length >= aCall) await send()
  }
  await send()
  await server.stop()
  tell(`SpiceDB: ${count} relationships`)
  return {}
}

const bodyOf = (check: Check, at: Instant, mode: 'strong' | 'relaxed') => ({
  consistency: mode === 'strong' ? { fullyConsistent: true } : { minimizeLatency: true },
  resource: { objectType: check.type, objectId: check.id },
  permission: check.rule,
  subject: { object: { objectType: 'person', objectId: check.person } },
  context: { at: isoOf(at) },
})

/** SpiceDB over its HTTP interface. `at`: the moment of the questions. */
export function spicedb(
  program: string,
  loaded: LoadedWorld,
  { mode, at, tell }: { mode: 'strong' | 'relaxed'; at: Instant; tell: (sentence: string) => void },
): Contestant {
  return {
    name: 'spicedb',
    mode,
    async start() {
      const day = isoOf(at).slice(0, 10)
      const { url } = await peerStore('spicedb', loaded, day, (made) => fill(program, made, loaded, at, tell))
      const server = await run(program, url, mode)
      const base = `http://127.0.0.1:${server.port}`
      const own = modelOf(loaded.world.catalogue)
      return {
        ...server,
        requestsFor(questions: readonly AskedQuestion[], batch: number) {
          if (batch > 1) return null
          const list = new RequestList('/v1/permissions/check', { authorization: `Bearer ${key}` })
          for (const question of questions) {
            const check = checkFor(own, question)
            if (check === null) return null
            list.add(bodyOf(check, at, mode), question.permit ? 1 : 0)
          }
          return list.requests('"PERMISSIONSHIP_HAS_PERMISSION"')
        },
        async list(asked) {
          const common = {
            consistency: mode === 'strong' ? { fullyConsistent: true } : { minimizeLatency: true },
            permission: ruleOf(asked.service),
            context: { at: isoOf(at) },
          }
          if (asked.kind === 'where') {
            const subject = { object: { objectType: 'person', objectId: asked.person } }
            const body = { ...common, resourceObjectType: 'enterprise', subject }
            return lookedUp(await linesOf(`${base}/v1/permissions/resources`, body), 'resourceObjectId')
          }
          const resource = { objectType: 'enterprise', objectId: asked.number }
          const body = { ...common, resource, subjectObjectType: 'person' }
          return lookedUp(await linesOf(`${base}/v1/permissions/subjects`, body), 'subjectObjectId')
        },
        staleness: (questions) =>
          untilRefused(loaded.world, own, questions, {
            async write(relation, is) {
              const operation = is ? 'OPERATION_TOUCH' : 'OPERATION_DELETE'
              const updates = [{ operation, relationship: relationship(relation) }]
              await posted(`${base}/v1/relationships/write`, JSON.stringify({ updates }))
            },
            async isPermitted(check) {
              const body = JSON.stringify(bodyOf(check, at, mode))
              const told = await posted<{ permissionship: string }>(`${base}/v1/permissions/check`, body)
              return told.permissionship === 'PERMISSIONSHIP_HAS_PERMISSION'
            },
          }),
      }
    },
  }
}
