/** A fault planted in the product's text, and the run that must notice it. */
export interface Mutant {
  /** What a person could get wrong, as a sentence. */
  readonly name: string
  readonly file: string
  /** Once in the file; any white space stands for any other. */
  readonly find: string
  readonly replace: string
  /**
   * The run that catches it: histories in memory, histories on PostgreSQL, races on PostgreSQL; or, where histories meet the case
   * too seldom or compare no ruling of it, the tests in one file.
   */
  readonly by: 'memory' | 'postgres' | 'races' | 'tests'
  /** The file of those tests. */
  readonly test?: string
  /** Of histories: so many are lived for their rulings alone, with no questions at the end. Absent: fewer, with questions. */
  readonly rulings?: number
}

/** The mutant's text with its fault; throws when what it is about is not there, or is there twice. */
export function planted(text: string, { name, file, find, replace }: Mutant): string {
  const words = find.split(/\s+/).map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const pattern = new RegExp(words.join('\\s+'), 'g')
  const found = text.match(pattern)?.length ?? 0
  if (found !== 1) throw new Error(`${name}: its text is ${found} times in ${file}: change test/mutants`)
  return text.replace(pattern, () => replace)
}
