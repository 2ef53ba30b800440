import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { startTrial, type TrialServer } from './journeys/support/server.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const git = (...args: string[]) => execFileSync('git', args, { cwd: root, maxBuffer: 1 << 28 })

interface World {
  base_url: string
  client_token: string
  enterprises: { number: string }[]
  persons: { subject: string }[]
  services: string[]
}

function worldOf(folder: string, server: TrialServer): World {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/claviger.mjs', 'trial-world', '--json'], {
    cwd: folder,
    env: server.env,
    encoding: 'utf8',
  })
  assert.equal(status, 0, stderr)
  return JSON.parse(stdout) as World
}

/** As many as the interface answers at once. */
const batchMax = 100
const servicesMax = 4

async function ask(
  server: TrialServer,
  world: World,
  { subject, number, evaluations }: { subject: string; number: string; evaluations: object[] },
): Promise<unknown[]> {
  const response = await fetch(`${server.url}/access/v1/evaluations`, {
    method: 'POST',
    headers: { authorization: `Bearer ${world.client_token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      subject: { type: 'person', id: subject },
      resource: { type: 'enterprise', id: number },
      evaluations,
    }),
  })
  assert.equal(response.status, 200)
  const body = (await response.json()) as { evaluations: { decision: boolean; context?: { reason?: string } }[] }
  return body.evaluations.map(({ decision, context }) => [decision, context?.reason])
}

/** Some services of a long list, the first and the last among them: each is asked for everybody everywhere. */
function asked({ services }: World): string[] {
  const step = Math.ceil(services.length / servicesMax)
  return services.filter((_service, index) => index % step === 0 || index === services.length - 1)
}

/** May each person use each service for each enterprise, at the highest level and at the lowest: every answer with its reason. */
async function answersOf(server: TrialServer, world: World): Promise<unknown[]> {
  const answers: unknown[] = []
  for (const { number } of world.enterprises) {
    for (const { subject } of world.persons) {
      const evaluations = asked(world).flatMap((name) =>
        [500, 100].map((assurance_level) => ({ action: { name }, context: { assurance_level } })),
      )
      for (let at = 0; at < evaluations.length; at += batchMax) {
        const batch = evaluations.slice(at, at + batchMax)
        answers.push(...(await ask(server, world, { subject, number, evaluations: batch })))
      }
    }
  }
  return answers
}

/** The newest earlier commit whose server runs, laid out in a folder with its own data made; null when there is none. */
async function earlier(folder: string, dataDir: string): Promise<{ commit: string; server: TrialServer } | null> {
  const given = process.env['UPGRADE_FROM']
  const commits = given ? [given] : git('rev-list', '--max-count=12', 'HEAD^@').toString().trim().split('\n')
  for (const commit of commits.filter((one) => one !== '')) {
    rmSync(folder, { recursive: true, force: true })
    rmSync(dataDir, { recursive: true, force: true })
    const sources = git('archive', '--format=tar', '--prefix=then/', commit)
    execFileSync('tar', ['-x', '-C', join(folder, '..')], { input: sources })
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
    try {
      return { commit, server: await startTrial({ DATA_DIR: dataDir }, folder) }
    } catch {
      continue
    }
  }
  return null
}

test('the data of an earlier version are migrated, and the same questions get the same answers', async (t) => {
  const base = mkdtempSync(join(tmpdir(), 'claviger-upgrade-'))
  const folder = join(base, 'then')
  const dataDir = join(base, 'data')
  t.after(() => rmSync(base, { recursive: true, force: true }))
  const hasHistory = spawnSync('git', ['rev-parse', '--verify', '--quiet', 'HEAD^'], { cwd: root }).status === 0
  const then = hasHistory ? await earlier(folder, dataDir) : null
  if (!then) return t.diagnostic('no earlier version that runs: this is the first')
  t.diagnostic(`from ${then.commit}`)
  // A server left behind by a failure would keep this process waiting.
  t.after(() => then.server.stop())
  const worldThen = worldOf(folder, then.server)
  const answersThen = await answersOf(then.server, worldThen)
  assert.equal(await then.server.stop(), 0)
  const now = await startTrial({ DATA_DIR: dataDir })
  try {
    const worldNow = worldOf(root, now)
    assert.deepEqual(
      worldThen.services.filter((service) => !worldNow.services.includes(service)),
      [],
    )
    assert.deepEqual({ ...worldNow, base_url: '', services: worldThen.services }, { ...worldThen, base_url: '' })
    assert.deepEqual(await answersOf(now, { ...worldNow, services: worldThen.services }), answersThen)
    assert.ok(
      answersThen.some((answer) => (answer as [boolean])[0]),
      'some of the answers are permits',
    )
  } finally {
    assert.equal(await now.stop(), 0)
  }
})
