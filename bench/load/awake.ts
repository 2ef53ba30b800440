import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'

const spin =
  "process.on('disconnect', () => process.exit()); (function turn() { const until = performance.now() + 50; while (performance.now() < until); setImmediate(turn) })()"

/**
 * Keeps every processor from falling asleep, by processes that run only while nobody else wants to (SCHED_IDLE, by `chrt` of Linux;
 * elsewhere nothing is kept awake). Answers what ends it. Whoever writes to a process whose processor sleeps has to wake it, which in
 * a virtual machine costs the writer as much as a seventh of an answer: whoever answers more slowly would pay it more often.
 */
export function keepAwake(): () => void {
  const spinning = Array.from({ length: availableParallelism() }, () =>
    spawn('chrt', ['--idle', '0', process.execPath, '-e', spin], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] }),
  )
  // Without it the figures are those of a machine that sleeps in between.
  for (const one of spinning) one.on('error', () => undefined)
  return () => {
    for (const one of spinning) one.kill()
  }
}
