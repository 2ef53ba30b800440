// node scripts/provide.mjs: brings what the tests need beside npm's packages: a Chromium and the PostgreSQL server's programs.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const needs = [
  {
    what: 'Chromium',
    packages: ['chromium-headless-shell', 'chromium'],
    present: () => ['/usr/lib/chromium/chromium-headless-shell', '/usr/bin/chromium'].some((path) => existsSync(path)),
  },
  { what: 'PostgreSQL 15 or later', packages: ['postgresql-15', 'postgresql'], present: hasPostgres },
]

/** PostgreSQL's `initdb` of a version ≥ 15, where Debian's packages put it. */
function hasPostgres(folder = '/usr/lib/postgresql') {
  if (!existsSync(folder)) return false
  return readdirSync(folder).some(
    (version) => Number(version) >= 15 && existsSync(join(folder, version, 'bin', 'initdb')),
  )
}

/**
 * Installs what is missing from Debian's packages when this is root on a system with apt-get; does nothing when all is
 * there. Gives the list of sentences that say what is still missing and what to do; empty when the tests can run.
 */
export function provide(log = console.log) {
  const missing = needs.filter((need) => !need.present())
  if (missing.length === 0) return []
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) install(missing, log)
  return missing
    .filter((need) => !need.present())
    .map((need) => `${need.what} is missing: run as root  apt-get install ${need.packages[0]}`)
}

function install(missing, log) {
  log(`installing ${missing.map((need) => need.what).join(', ')} from the system's packages`)
  apt(log, 'update')
  const names = missing.map((need) => need.packages.find(isOffered) ?? need.packages[0])
  withoutSystemCluster(() => apt(log, 'install', '--yes', '--no-install-recommends', ...names))
}

const isOffered = (name) => spawnSync('apt-cache', ['show', name], { stdio: 'ignore' }).status === 0

function apt(log, ...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const run = spawnSync('apt-get', ['-q', ...args], { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  if (run.status !== 0) log(`apt-get ${args[0]} failed\n${run.stdout ?? ''}${run.stderr ?? run.error ?? ''}`)
}

// Debian's server package starts a system-wide cluster on port 5432; the tests need only its programs.
function withoutSystemCluster(act) {
  const folder = '/etc/postgresql-common/createcluster.d'
  const file = join(folder, 'claviger-tests.conf')
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, 'create_main_cluster = false\n')
  try {
    act()
  } finally {
    rmSync(file, { force: true })
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const left = provide()
  for (const sentence of left) console.error(sentence)
  process.exitCode = left.length === 0 ? 0 : 1
}
