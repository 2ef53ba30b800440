import { holds, type Asked } from '../../reference/index.ts'
import { dayNear } from '../chance.ts'
import type { Draft } from '../generate.ts'

/** Somebody is to stand in for the holder of an office, does, or did. */
export function inPlaceOf({ chance, world, persons, now }: Draft, asked: Asked, name: string): void {
  const { code, enterprise } = asked
  if (code === 'propose-stand-in') {
    const seated = world.appointments.filter(
      (one) => one.enterprise === enterprise && one.state === 'active' && holds(one, now),
    )
    const one = seated.length > 0 && chance.is(0.9) ? chance.pick(seated) : world.appointments.at(-1)
    Object.assign(asked, { name, appointment: one?.id ?? 'a999999', person: chance.pick(persons) })
    if (one && chance.is(0.92)) asked.actor = one.person
    if (chance.is(0.15)) asked.misspelt = true
    if (chance.is(0.2)) asked.from = dayNear(chance, now, -1, 30)
    asked.until = dayNear(chance, now, -1, chance.is(0.8) ? 90 : 120)
    return
  }
  const all = world.standIns.filter((one) => one.enterprise === enterprise && holds(one, now))
  const states = code === 'keep-grants-of-stand-in' ? ['active'] : code === 'end-stand-in' ? null : ['proposed']
  const fitting = all.filter(({ state }) => states === null || states.includes(state))
  const one = fitting.length > 0 && chance.is(0.9) ? chance.pick(fitting) : world.standIns.at(-1)
  asked.standIn = one?.id ?? 'a999999'
  if (code === 'keep-grants-of-stand-in' && chance.is(0.4)) asked.until = dayNear(chance, now, -1, 90)
  if (!one || chance.is(0.1)) return
  if (code === 'keep-grants-of-stand-in') asked.actor = one.holder
  else if (code !== 'end-stand-in') asked.actor = one.person
  else if (chance.is(0.6)) asked.actor = chance.pick([one.holder, one.person])
}

/** Whoever stands in gives something, now and then for longer than they stand in. */
export function asStandIn({ chance, world, now }: Draft, asked: Asked): void {
  const active = world.standIns.filter(
    (one) => one.enterprise === asked.enterprise && one.state === 'active' && holds(one, now),
  )
  if (active.length === 0 || !chance.is(0.4)) return
  asked.actor = chance.pick(active).person
  if (chance.is(0.5)) asked.until = dayNear(chance, now, 20, 120)
}
