import { maskNationalNumbers } from '#kernel'
import type { Problem } from './types.ts'

/** What makes a whole set unusable, wherever it is found. */
export class UnusableSet extends Error {
  readonly problem: Problem

  constructor(file: string, line: number, message: string) {
    super(`${file}:${line}: ${message}`)
    this.problem = { file, line, message }
  }
}

/** Lines of one file, of which few are told and many could be. */
class LineSet {
  #bits = new Uint8Array(64)

  /** False: it was there already. */
  add(line: number): boolean {
    const at = line >> 3
    if (at >= this.#bits.length) {
      const grown = new Uint8Array(Math.max(at + 1, this.#bits.length * 2))
      grown.set(this.#bits)
      this.#bits = grown
    }
    const bit = 1 << (line & 7)
    const before = this.#bits[at] ?? 0
    this.#bits[at] = before | bit
    return (before & bit) === 0
  }
}

/** Tells each bad row once, however often the files are read. */
export class ProblemTeller {
  readonly #onProblem: (problem: Problem) => void
  readonly #max: number
  readonly #files = new Map<string, { lines: LineSet; told: number }>()

  constructor(onProblem: (problem: Problem) => void, max: number) {
    this.#onProblem = onProblem
    this.#max = max
  }

  tell(file: string, line: number, message: string): void {
    let known = this.#files.get(file)
    if (!known) this.#files.set(file, (known = { lines: new LineSet(), told: 0 }))
    if (known.told > this.#max || !known.lines.add(line)) return
    known.told++
    // A copy: a slice would keep the whole block of the file in memory that it was cut from.
    if (known.told <= this.#max) this.#onProblem({ file, line, message: Buffer.from(message).toString() })
    else {
      const more = `more than ${this.#max} rows of this file are bad; those from here on are left out without being told: check that this is the right file`
      this.#onProblem({ file, line, message: more })
    }
  }
}

const shownMax = 40

/** A value of a file in a message: short, on one line, and without what may be the number of a person. */
export function shown(text: string): string {
  const head = Array.from(text.slice(0, shownMax * 2))
    .slice(0, shownMax)
    .join('')
  const plain = maskNationalNumbers(head.replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, '·'))
  const digits = text.slice(0, 1000).match(/\d/g)?.length ?? 0
  // Also one with a wrong digit in it is a person's.
  const safe = digits >= 11 ? plain.replaceAll(/\d/g, '•') : plain
  return head.length < text.length ? `"${safe}…"` : `"${safe}"`
}
