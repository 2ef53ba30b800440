/** What must be reported: the first line with these words (1: the first line of the file), and a piece of the cure. */
export interface Finding {
  /** Unless it is the changed file. */
  readonly file?: string
  /** Where to look for the words, unless it is the changed entry. */
  readonly entry?: string
  readonly line: string | 1
  readonly cure: string
}

/** The Belgian catalogue with one thing changed. */
export interface WrongCatalogue {
  readonly kind: string
  readonly file: string
  /** The words are those of this entry, named by its code or level. */
  readonly entry?: string
  /** null: the whole file. */
  readonly from: string | RegExp | null
  /** null: the file is removed. */
  readonly to: string | null
  readonly findings: readonly Finding[]
}

type Where = readonly [file: string, entry?: string]
type Change = readonly [from: string | RegExp | null, to: string | null]
export const wrong = (
  kind: string,
  [file, entry]: Where,
  [from, to]: Change,
  ...findings: readonly Finding[]
): WrongCatalogue => ({ kind, file, ...(entry === undefined ? {} : { entry }), from, to, findings })

export const at = (line: string | 1, cure: string, elsewhere: Pick<Finding, 'file' | 'entry'> = {}): Finding => ({
  line,
  cure,
  ...elsewhere,
})

export const meta: Where = ['meta.yaml']
export const strength: Where = ['strength.yaml']
export const service = (entry: string): Where => ['services.yaml', entry]
export const role = (entry: string): Where => ['roles.yaml', entry]
export const capacity = (entry: string): Where => ['capacities.yaml', entry]
export const domain = (entry: string): Where => ['domains.yaml', entry]
export const office = (entry: string): Where => ['offices.yaml', entry]
export const procedure = (entry: string): Where => ['procedures.yaml', entry]
