/** What a rule answers: allowed, or refused with a reason that the texts know. A refusal is a value, never an exception. */
export type Ruling<R> = { readonly allowed: true } | { readonly allowed: false; readonly reason: R }

/** What a parse function answers: the value, whose type is then the proof, or a refusal code. */
export type Parsed<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E }

export const allowed: { readonly allowed: true } = Object.freeze({ allowed: true })

/** A refusal with its reason; the literal type of the reason is kept. */
export function refused<const R>(reason: R): { readonly allowed: false; readonly reason: R } {
  return { allowed: false, reason }
}
