import { instant, type Clock } from '#kernel'

/** Nothing that the process does by itself keeps it from its timers for so long. */
const stoppedMs = 5_000

/**
 * A clock that stands while the process is stopped: after minutes of that no delay has run out for the product. It counts the
 * stops, because what two sessions had begun by then PostgreSQL has ended.
 */
export interface SteadyClock extends Clock {
  stops(): number
  end(): void
}

export function steadyClock(start: number, read: () => number = () => performance.now()): SteadyClock {
  let last = read()
  let lost = 0
  let stops = 0
  const now = () => {
    const at = read()
    if (at - last > stoppedMs) {
      lost += at - last
      stops++
    }
    last = at
    return instant(Math.floor(start + at - lost))
  }
  const beat = setInterval(now, stoppedMs / 10)
  beat.unref()
  return {
    now,
    stops() {
      now()
      return stops
    },
    end: () => clearInterval(beat),
  }
}
