import type { ImportProgress } from './import-register.ts'

const pauseMs = 500
const width = 40

/** While an import runs, a bar on a terminal, or a line every tenth in a log; all of it on the error output. */
export async function withProgress<T>(
  command: string,
  ask: (command: string) => Promise<unknown>,
  work: () => Promise<T>,
): Promise<T> {
  if (!command.startsWith('import ') || command === 'import status') return work()
  const terminal = process.stderr.isTTY
  let tenth = 0
  let asking = false
  const show = async () => {
    if (asking) return
    asking = true
    const now = (await ask('import progress').catch(() => null)) as ImportProgress | null
    asking = false
    if (now === null) return
    const percent = Math.floor(now.part * 100)
    const full = Math.round(now.part * width)
    const problems = now.problems === 0 ? '' : `, ${now.problems} bad rows`
    if (terminal) process.stderr.write(`\r[${'#'.repeat(full)}${'.'.repeat(width - full)}] ${percent} %${problems}`)
    else if (Math.floor(percent / 10) > tenth) {
      tenth = Math.floor(percent / 10)
      process.stderr.write(`${percent} %${problems}\n`)
    }
  }
  const timer = setInterval(() => void show(), pauseMs)
  try {
    return await work()
  } finally {
    clearInterval(timer)
    if (terminal) process.stderr.write('\n')
  }
}
