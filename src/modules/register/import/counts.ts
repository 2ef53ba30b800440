/** What an import did, in entities. */
export interface Counts {
  /** New enterprises. */
  entered: number
  /** New establishment units and branches. */
  units: number
  changed: number
  /** Entities that left the register. */
  ended: number
  /** Entities that came back to it. */
  returned: number
  /** Entities of which the set says what stands already. */
  same: number
}

export const noCounts: Readonly<Counts> = { entered: 0, units: 0, changed: 0, ended: 0, returned: 0, same: 0 }

export function sumOf(a: Readonly<Counts>, b: Readonly<Counts>): Counts {
  const names = Object.keys(noCounts) as (keyof Counts)[]
  return Object.fromEntries(names.map((name) => [name, a[name] + b[name]])) as unknown as Counts
}
