import { instant } from '#kernel'
import { recordEntry } from '#audit'
import { inTransaction } from '#database'
import { personById } from '#people'
import type { AssuranceLevel, PersonId } from '#kernel'
import type { SignedIn } from '#http'
import type { SignInDeps } from '../deps.ts'
import { findToken } from '../queries.ts'
import { isFresh } from '../rules.ts'
import { hashOf, newSecret } from '../secrets.ts'
import { insertToken } from '../store.ts'

type TokenDeps = Pick<SignInDeps, 'store' | 'clock' | 'newId' | 'random'>

export type NewAccessToken = {
  readonly personId: PersonId
  readonly level: AssuranceLevel
  readonly keyCode: string
  readonly validityMs: number
}

/** Makes a token for the administration interface and gives its text, which is nowhere to be read again (S7). */
export async function createAccessToken(deps: TokenDeps, input: NewAccessToken): Promise<string> {
  const { personId, level, keyCode, validityMs } = input
  const token = newSecret(deps.random)
  const now = deps.clock.now()
  const expiresAt = instant(now + validityMs)
  await inTransaction(deps.store, async (trx) => {
    await insertToken(trx, hashOf(token) as Uint8Array, { personId, level, keyCode, createdAt: now, expiresAt })
    const act = { event: 'access-token-created', subjectId: personId, key: keyCode, level, via: 'cli' } as const
    await recordEntry(trx, { ...act, facts: [], details: { until: expiresAt } }, { ...deps, now })
  })
  return token
}

/** Who a token speaks for, until it expires; null for every other text. */
export async function loadAccessToken(
  deps: Pick<TokenDeps, 'store' | 'clock'>,
  token: string,
): Promise<SignedIn | null> {
  const tokenHash = hashOf(token)
  const found = tokenHash && (await findToken(deps.store.reader, tokenHash))
  const now = deps.clock.now()
  if (!found || now >= found.expiresAt) return null
  const person = await personById(deps.store.reader, found.personId)
  return {
    person: { id: found.personId, givenName: person?.givenName ?? null, familyName: person?.familyName ?? null },
    level: found.level,
    key: found.keyCode,
    signedInAt: found.createdAt,
    fresh: isFresh(found.createdAt, now),
  }
}
