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
