import type { Clock } from '#kernel'
import type { Adapter, AdapterPayload } from 'oidc-provider'

const entriesMax = 5_000

type Entry = { readonly payload: AdapterPayload; readonly endsAt: number }

/** What the key ring remembers: sessions and codes, in memory, the oldest dropped first. A restart forgets all sign-ins under way. */
class Memory {
  readonly #entries = new Map<string, Entry>()
  readonly #clock: Clock

  constructor(clock: Clock) {
    this.#clock = clock
  }

  get(id: string): AdapterPayload | undefined {
    const entry = this.#entries.get(id)
    if (entry && entry.endsAt > this.#clock.now()) return entry.payload
    this.#entries.delete(id)
    return undefined
  }

  set(id: string, payload: AdapterPayload, secondsMax: number | undefined): void {
    this.#entries.delete(id)
    this.#entries.set(id, { payload, endsAt: secondsMax ? this.#clock.now() + secondsMax * 1000 : Infinity })
    if (this.#entries.size > entriesMax) this.#entries.delete(this.#entries.keys().next().value ?? '')
  }

  delete(id: string): void {
    this.#entries.delete(id)
  }

  find(matches: (payload: AdapterPayload) => boolean): string[] {
    return [...this.#entries].filter(([, entry]) => matches(entry.payload)).map(([id]) => id)
  }
}

/** The store that oidc-provider asks for, one for each of its models. */
export function memoryAdapter(clock: Clock): (name: string) => Adapter {
  const memory = new Memory(clock)
  return (name) => {
    const key = (id: string): string => `${name}:${id}`
    const one = (matches: (payload: AdapterPayload) => boolean): AdapterPayload | undefined =>
      memory.get(memory.find(matches).find((id) => id.startsWith(`${name}:`)) ?? '')
    return {
      async upsert(id, payload, expiresIn) {
        memory.set(key(id), payload, expiresIn)
      },
      async find(id) {
        return memory.get(key(id))
      },
      async findByUid(uid) {
        return one((payload) => payload.uid === uid)
      },
      async findByUserCode(userCode) {
        return one((payload) => payload.userCode === userCode)
      },
      async consume(id) {
        const payload = memory.get(key(id))
        if (payload) payload.consumed = Math.floor(clock.now() / 1000)
      },
      async destroy(id) {
        memory.delete(key(id))
      },
      async revokeByGrantId(grantId) {
        for (const id of memory.find((payload) => payload.grantId === grantId)) memory.delete(id)
      },
    }
  }
}
