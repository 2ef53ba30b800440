import type { Fact, FactBodies } from '#database'
import { dayOf, type Instant } from '#kernel'
import type { Actor, NoticeDraft, Place, Scene, Unit } from '#operations'
import { personsAbove } from '../office-above.ts'

/** A18: what the office above is told of an office; whoever acts and the holder are left out. */
export async function officeAbove(
  unit: Unit,
  place: Place & { readonly actor?: Actor },
  office: Pick<Fact<'appointment'>, 'office' | 'scope' | 'by_person' | 'person_id'>,
  kind: string,
  details: Readonly<Record<string, string>> = { office: office.office, scope: office.scope },
): Promise<NoticeDraft[]> {
  const receivers = await personsAbove(unit, place, office, place.actor ? [place.actor.person] : [])
  return receivers.map((receiver) => ({ receiver, kind, weight: 'office', details }))
}

/** A19: the first day of an office that begins later, for the history and for whoever is told. */
export function beginning(unit: Unit, begins: Instant | null): Readonly<Record<string, string>> {
  return begins === null || begins <= unit.now ? {} : { from: dayOf(begins, unit.catalogue.meta.zone) }
}

/** A20: who goes with immediate effect is told, and so is the office above, for the seat is empty until somebody accepts. */
export async function clearedNotices(
  unit: Unit,
  scene: Scene,
  cleared: readonly Fact<'appointment'>[],
  details: Readonly<Record<string, string>>,
): Promise<NoticeDraft[]> {
  const notices: NoticeDraft[] = []
  for (const found of cleared) {
    if (found.person_id !== null && found.person_id !== scene.actor.person)
      notices.push({ receiver: found.person_id, kind: 'replaced-at-once', weight: 'office', details })
    notices.push(...(await officeAbove(unit, scene, found, 'emptied-below')))
  }
  return notices
}

/** Whoever loses a seat to somebody else hears of it. */
export function replacedNotices(
  replaced: readonly FactBodies['appointment'][],
  details: Readonly<Record<string, string>>,
): NoticeDraft[] {
  return replaced.flatMap(({ person_id }) =>
    person_id === null ? [] : [{ receiver: person_id, kind: 'replaced', weight: 'office', details }],
  )
}

/** A19: the holder who was to go, and stays because whoever was to come does not, hears of it. */
export function keptNotices(scene: Scene, kept: Fact<'appointment'> | null): NoticeDraft[] {
  if (kept === null || kept.person_id === null || kept.person_id === scene.actor.person) return []
  const details = { office: kept.office, scope: kept.scope }
  return [{ receiver: kept.person_id, kind: 'goes-on', weight: 'office', details }]
}
