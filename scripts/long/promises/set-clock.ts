// Loaded before the program of a node, in each of its threads: its clock is off by as many milliseconds as a file says at the moment.
// The clock that nobody sets goes on as it is, as it does when somebody sets the system's.
import { readFileSync } from 'node:fs'

const file = process.env['CLOCK_OFFSET_FILE'] ?? ''
const lookEachMs = 5
const right = Date.now.bind(Date)
let offsetMs = 0
let lookedAt = Number.NEGATIVE_INFINITY

Date.now = () => {
  const now = performance.now()
  if (now - lookedAt > lookEachMs) {
    lookedAt = now
    const read = Number(readFileSync(file, 'utf8'))
    // The file may be read while it is written.
    if (Number.isFinite(read)) offsetMs = read
  }
  return right() + offsetMs
}
