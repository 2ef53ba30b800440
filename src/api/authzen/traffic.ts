/** What has come in, for whoever watches a node. */
export class Traffic {
  /** Requests that the index answered. */
  byIndex = 0
  /** Requests that the store answered, because the index was not fresh or does not hold what was asked. */
  byStore = 0
  /** Requests that wait for the store now. */
  waiting = 0
  /** Requests that were sent away because too many waited. */
  sentAway = 0

  get counts(): TrafficCounts {
    const { byIndex, byStore, waiting, sentAway } = this
    return { byIndex, byStore, waiting, sentAway }
  }
}

/** The same as plain numbers, which threads can tell each other. */
export type TrafficCounts = Readonly<Record<'byIndex' | 'byStore' | 'waiting' | 'sentAway', number>>
