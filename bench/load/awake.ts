import { spawn } from 'node:child_process'
import { availableParallelism, constants, setPriority } from 'node:os'

/**
 * Keeps every processor from falling asleep, by threads of the lowest priority; answers what ends it. Whoever writes to a process
 * whose processor sleeps has to wake it, which in a virtual machine costs the writer as much as a seventh of an answer: whoever
 * answers more slowly would pay it more often, for nothing of its own.
 */
export function keepAwake(): () => void {
  const spinning = Array.from({ length: availableParallelism() }, () =>
    spawn(
      process.execPath,
      [
        '-e',
        "process.on('disconnect', () => process.exit()); const spin = () => { const until = performance.now() + 50; while (performance.now() < until); setImmediate(spin) }; spin()",
      ],
      {
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      },
    ),
  )
  for (const { pid } of spinning) if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_LOW)
  return () => {
    for (const one of spinning) one.kill()
  }
}
