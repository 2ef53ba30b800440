import { parseNationalNumber } from '#kernel'
import { inTransaction, rollback } from '#database'
import { parsePersonName } from '#kernel'
import { personForNationalNumber, rememberName } from '#people'
import type { AssuranceLevel, Instant, Language, NationalNumber, PersonId } from '#kernel'
import type { Transaction } from '#database'
import type { PersonName } from '#people'
import type { AnswerRefusal, Claims } from '../authentication.ts'
import type { SignInDeps } from '../deps.ts'
import { keyUsed, levelEnough, sessionStands, stillPending } from '../rules.ts'
import { hashOf } from '../secrets.ts'
import type { Pending, Session, SignInKey } from '../session.ts'
import { lockSession, updatePending } from '../store.ts'
import { newSession } from './new-session.ts'

export type CompleteSignIn = {
  readonly cookie: string | null
  /** Everything that the authentication service put in the address, as it came in. */
  readonly parameters: URLSearchParams
}

export type CompletionRefusal =
  /** No sign-in of this browser is under way with that state: never begun, already answered, too old, or signed out. */
  | 'sign-in-unknown'
  | 'level-too-low'
  /** The service told no national number, no name, or a key that the catalogue does not know at that level. */
  | 'claims-incomplete'
  | AnswerRefusal

export type Completed =
  | {
      readonly ok: true
      /** The new session cookie to set. */
      readonly cookie: string
      readonly personId: PersonId
      readonly level: AssuranceLevel
      readonly to: string
      readonly language: Language
    }
  | {
      readonly ok: false
      readonly error: CompletionRefusal
      /** What was under way, so that the page can offer to try again; null when nothing was. */
      readonly begun: Pick<Pending, 'to' | 'language' | 'level'> | null
    }

type Who = {
  readonly number: NationalNumber
  readonly name: PersonName
  readonly level: AssuranceLevel
  readonly key: SignInKey
}

/** Ends a sign-in: the answer is used up, checked, and turned into a new session with a new id. */
export async function completeSignIn(deps: SignInDeps, input: CompleteSignIn): Promise<Completed> {
  const idHash = input.cookie === null ? null : hashOf(input.cookie)
  const states = input.parameters.getAll('state')
  const state = states.length === 1 ? states[0] : undefined
  const begun = idHash && state ? await takePending(deps, idHash, state) : null
  if (!idHash || !state || !begun) return { ok: false, error: 'sign-in-unknown', begun: null }
  const refuse = (error: CompletionRefusal): Completed => ({ ok: false, error, begun })
  const answer = await deps.service.claims(input.parameters, { state, nonce: begun.nonce, verifier: begun.verifier })
  if (!answer.ok) return refuse(answer.error)
  const who = readClaims(answer.value, deps.keys)
  if (!who) return refuse('claims-incomplete')
  const enough = levelEnough(who.level, begun.level)
  if (!enough.allowed) return refuse(enough.reason)
  const now = deps.clock.now()
  const { value } = await inTransaction(deps.store, async (trx) => {
    const session = await lockSession(trx, idHash)
    // Signed out, or signed in by another tab, while the service was asked.
    if (!session || !sessionStands(session, now).allowed) return rollback(null)
    return replaceSession(deps, trx, session, who, now)
  })
  if (!value) return { ok: false, error: 'sign-in-unknown', begun: null }
  return { ok: true, ...value, level: who.level, to: begun.to, language: begun.language }
}

/** S8: an answer is used once: what was under way is taken out before anything is asked of the service. */
async function takePending(deps: SignInDeps, idHash: Uint8Array, state: string): Promise<Pending | null> {
  const now = deps.clock.now()
  const { value } = await inTransaction(deps.store, async (trx) => {
    const session = await lockSession(trx, idHash)
    if (!session || !sessionStands(session, now).allowed || !Object.hasOwn(session.pending, state)) return null
    const pending = stillPending(session.pending, now)
    const { [state]: taken, ...others } = pending
    await updatePending(trx, idHash, others, Math.max(session.seenAt, now) as Instant)
    return taken ?? null
  })
  return value
}

function readClaims(claims: Claims, keys: readonly SignInKey[]): Who | null {
  const number = parseNationalNumber(claims.nationalNumber ?? '')
  const givenName = parsePersonName(claims.givenName ?? '')
  const familyName = parsePersonName(claims.familyName ?? '')
  if (!number.ok || !givenName.ok || !familyName.ok || claims.level === null) return null
  const key = keyUsed(keys, claims.methods, claims.level)
  if (!key) return null
  return {
    number: number.value,
    name: { givenName: givenName.value, familyName: familyName.value },
    level: claims.level,
    key,
  }
}

/** The person of the number, with the name that the key told, in a new session. */
async function replaceSession(
  deps: SignInDeps,
  trx: Transaction,
  old: Session,
  who: Who,
  now: Instant,
): Promise<{ cookie: string; personId: PersonId }> {
  const personId = await personForNationalNumber(trx, deps.peopleKeys, who.number, deps.newId, now)
  await rememberName(trx, personId, who.name, now)
  const cookie = await newSession(deps, trx, old, { personId, keyCode: who.key.code, level: who.level }, now)
  return { cookie, personId }
}
