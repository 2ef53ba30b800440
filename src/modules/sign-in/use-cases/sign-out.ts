import { recordEntry } from '#audit'
import { inTransaction } from '#database'
import type { SignInDeps } from '../deps.ts'
import { hashOf } from '../secrets.ts'
import { deleteSession, lockSession } from '../store.ts'

/** S10: signing out ends the session at once, with every sign-in under way in it. Done twice, it changes nothing more. */
export async function signOut(deps: SignInDeps, input: { readonly cookie: string | null }): Promise<void> {
  const idHash = input.cookie === null ? null : hashOf(input.cookie)
  if (!idHash) return
  const now = deps.clock.now()
  await inTransaction(deps.store, async (trx) => {
    const session = await lockSession(trx, idHash)
    if (!session) return
    await deleteSession(trx, idHash)
    if (!session.signedIn) return
    const { personId, keyCode, level } = session.signedIn
    const act = { event: 'signed-out', actorId: personId, key: keyCode, level, via: 'page' } as const
    await recordEntry(trx, { ...act, facts: [], details: {} }, { now, newId: deps.newId, random: deps.random })
  })
}
