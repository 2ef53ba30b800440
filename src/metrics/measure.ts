/** One value of a measure; `metricName` where it is not the measure's own (the parts of a histogram). */
export interface MeasuredValue {
  readonly labels: Readonly<Record<string, string | number>>
  readonly value: number
  readonly metricName?: string
}

/** Something that operators watch, read only when they ask: in the words of Prometheus, by the names that it asks for. */
export interface Measure {
  readonly name: string
  readonly help: string
  readonly type: 'counter' | 'gauge' | 'histogram'
  values(): readonly MeasuredValue[]
}

/** A measure of one value; null: there is none now. */
export function single(type: 'counter' | 'gauge', name: string, help: string, value: () => number | null): Measure {
  return {
    name,
    help,
    type,
    values() {
      const now = value()
      return now === null ? [] : [{ labels: {}, value: now }]
    },
  }
}

/** A measure of several values, each under its own value of one label. */
export function labelled(
  type: 'counter' | 'gauge',
  name: string,
  help: string,
  label: string,
  values: () => Iterable<readonly [string, number]>,
): Measure {
  return {
    name,
    help,
    type,
    values: () => Array.from(values(), ([key, value]) => ({ labels: { [label]: key }, value })),
  }
}
