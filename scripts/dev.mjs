// `npm run dev`: the server, started again whenever a file under src, catalogue or migrations changes.
import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const settleMs = 200
let server = null
let timer = null

function start() {
  server = spawn(process.execPath, ['src/main.ts'], { cwd: root, stdio: 'inherit' })
}

/** The running server closes its store before the next one opens it. */
function restart() {
  timer = null
  if (server === null || server.exitCode !== null || server.signalCode !== null) return start()
  server.once('exit', start)
  server.kill('SIGTERM')
}

for (const folder of ['src', 'catalogue', 'migrations']) {
  watch(`${root}/${folder}`, { recursive: true }, () => {
    clearTimeout(timer)
    timer = setTimeout(restart, settleMs)
  })
}
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    if (server === null || server.exitCode !== null) process.exit(0)
    server.removeAllListeners('exit')
    server.once('exit', (code) => process.exit(code ?? 0))
    server.kill('SIGTERM')
  })
}
start()
