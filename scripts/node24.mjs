// Plain JavaScript on purpose: these lines must run on any Node that npm may find, to reach the one that runs TypeScript.
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, statSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** The folder of package.json. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

const wantedMajor = 24
const majorOf = (version) => Number(/^v?(\d+)\./.exec(version)?.[1] ?? 0)

/**
 * The path of a Node ≥ 24: the running one, else the one that npm installed as an optional dependency.
 * Null when there is none.
 */
export function findNode24(folder = root, running = process) {
  if (majorOf(running.version) >= wantedMajor) return running.execPath
  const candidates = [
    join(folder, 'node_modules', `node-${running.platform}-${running.arch}`, 'bin', 'node'),
    join(folder, 'node_modules', '.bin', 'node'),
  ]
  return candidates.find(runsAsNode24) ?? null
}

function runsAsNode24(path) {
  if (!existsSync(path)) return false
  makeExecutable(path)
  const answer = spawnSync(path, ['--version'], { encoding: 'utf8' })
  return answer.status === 0 && majorOf(answer.stdout) >= wantedMajor
}

// npm sets the bit when it links the bin; a folder restored from an archive or with `--no-bin-links` can lack it.
function makeExecutable(path) {
  try {
    const { mode } = statSync(path)
    if ((mode & 0o100) === 0) chmodSync(path, mode | 0o111)
  } catch {
    // Not ours to change: `--version` tells whether it runs.
  }
}

/**
 * Runs a source file of this package with Node 24, in this process where it is one, else in a child that inherits the
 * terminal, receives the stop signals and gives its exit status.
 */
export async function launch(entry, args) {
  const path = resolve(entry)
  const node = findNode24()
  if (node === null) {
    console.error(
      `Claviger needs Node 24; this is Node ${process.version} and node_modules holds no other. ` +
        'Run "npm ci" (Linux on x64 or arm64 brings Node 24 along), or install Node 24.',
    )
    process.exit(1)
  }
  if (node !== process.execPath) return relay(node, [path, ...args])
  process.argv = [process.execPath, path, ...args]
  await import(pathToFileURL(path).href)
}

function relay(node, args) {
  const child = spawn(node, args, { stdio: 'inherit' })
  for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT']) {
    process.on(signal, () => {
      // A terminal sends its interrupt to the whole group: passing it on would make it arrive twice.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    })
  }
  child.on('error', (error) => {
    console.error(`Node 24 did not start (${node}): ${error.message}`)
    process.exitCode = 1
  })
  child.on('exit', (status, signal) => {
    process.exit(status ?? 128 + (constants.signals[signal] ?? 0))
  })
}
