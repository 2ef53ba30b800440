import { end, holds, type Asked, type Rank, type World } from '../reference/index.ts'

/** Something that is so without any operation: the register's word, or what no operation does yet. */
export type Given =
  | {
      what: 'record'
      enterprise: string
      ceased: boolean
      situation: string
      legalForm: string | null
      rszNumber: boolean
      from: number
      until: number | null
    }
  | {
      what: 'representation'
      enterprise: string
      person: string
      function: string
      power: 'alone' | 'jointly' | 'unknown'
      from: number
      until: number | null
    }
  | {
      what: 'role'
      name: string
      enterprise: string
      person: string
      role: string
      context: 'enterprise' | 'civil-servant' | 'self-employed'
      from: number
      until: number | null
    }
  | { what: 'role-stopped' | 'role-resumed'; name: string; at: number }
  | { what: 'office-suspended' | 'office-resumed'; appointment: string; at: number }
  | { what: 'block'; enterprise: string; person: string; capacity: string; by: Rank; from: number }

export type Step = { given: Given } | { asked: Asked }

/** A world's people and enterprises by name, and everything that happens, in the order of time. */
export interface History {
  seed: number
  catalogue: 'small' | 'belgium'
  persons: string[]
  enterprises: string[]
  steps: Step[]
  /** The end: the moment at which the last questions are asked. */
  end: number
}

/** What the reference's world makes of it; false when there is nothing that it could happen to. */
export function happen(world: World, roleRows: Map<string, World['roles'][number]>, given: Given): boolean {
  switch (given.what) {
    case 'record':
      world.records.push(given)
      return true
    case 'representation':
      world.representations.push({ ...given, jointly: given.power === 'jointly' })
      return true
    case 'role': {
      const row = { ...given, stopped: false }
      world.roles.push(row)
      roleRows.set(given.name, row)
      return true
    }
    case 'role-stopped':
    case 'role-resumed': {
      const row = roleRows.get(given.name)
      const stopped = given.what === 'role-stopped'
      if (!row || !holds(row, given.at) || row.stopped === stopped) return false
      const next = { ...row, stopped, from: given.at }
      end(world.roles, row, given.at)
      world.roles.push(next)
      roleRows.set(given.name, next)
      return true
    }
    case 'office-suspended':
    case 'office-resumed': {
      const [before, after] =
        given.what === 'office-suspended' ? (['active', 'suspended'] as const) : (['suspended', 'active'] as const)
      const held = world.appointments.find((one) => one.id === given.appointment && holds(one, given.at))
      if (held?.state !== before) return false
      const next = { ...held, state: after, from: given.at }
      end(world.appointments, held, given.at)
      world.appointments.push(next)
      return true
    }
    case 'block': {
      const there = world.blocks.some(
        (one) =>
          one.enterprise === given.enterprise &&
          one.person === given.person &&
          one.capacity === given.capacity &&
          (one.until === null || one.until > given.from),
      )
      if (!there) world.blocks.push({ ...given, until: null })
      return !there
    }
  }
}
