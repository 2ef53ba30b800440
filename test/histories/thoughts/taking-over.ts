import { holds, holdsOrWill, type Asked } from '../../reference/index.ts'
import type { Draft } from '../generate.ts'

/** A chief looks at what there was before them: mostly the chief, mostly at what others have, now and then at what is none of it. */
export function takesOver({ chance, world, now }: Draft, asked: Asked): void {
  const here = world.appointments.filter((one) => one.enterprise === asked.enterprise && holds(one, now))
  const chief = here.find(({ office, state }) => office === 'chief-access-manager' && state === 'active')
  if (!chief || chance.is(0.1)) return
  asked.actor = chief.person
  if (asked.level < 400 && chance.is(0.8)) asked.level = 450
  const pick = <T extends { made: number; by: string; person: string }>(all: T[]): T | undefined => {
    const others = all.filter(({ person }) => person !== chief.person)
    const below = others.filter(({ made, by }) => made < chief.from && by !== chief.person)
    const since = others.filter(({ made, by }) => made >= chief.from && by !== chief.person)
    const own = others.filter(({ made, by }) => made < chief.from && by === chief.person)
    const wanted = chance.pick([below, below, below, since, since, own, all])
    const from = wanted.length > 0 ? wanted : below.length > 0 ? below : all
    return from.length > 0 ? chance.pick(from) : undefined
  }
  if (asked.code === 'confirm-office') {
    const one = pick(here.filter(({ office }) => office !== 'chief-access-manager' || chance.is(0.1)))
    if (one) asked.appointment = one.id
    return
  }
  const one = pick(world.memberships.filter((user) => user.enterprise === asked.enterprise && holdsOrWill(user, now)))
  if (one) Object.assign(asked, { capacity: one.capacity, person: one.person })
}
