import { accessOperations } from '#access'
import { appointmentOperations } from '#appointments'
import { recordEntry } from '#audit'
import { inTransaction } from '#database'
import { enterpriseOperations } from '#enterprises'
import { makeRszNumber, type AssuranceLevel, type EnterpriseNumber, type Instant, type PersonId } from '#kernel'
import { perform, type Actor, type Operation, type PerformDeps } from '#operations'
import { personForNationalNumber, rememberName, updateAccount } from '#people'
import type { Email, NamePart } from '#kernel'
import { enterEnterprise, enterRepresentation } from '#register'
import { trialEnterprises, trialPersons, type TrialPerson } from './world.ts'

const day = 24 * 60 * 60 * 1000
const entryDaysBefore = 3650
const seedDaysBefore = 260

/** The fictional register and its people, in one transaction: their enterprises, functions, names and addresses. */
async function enterRegister(deps: PerformDeps, now: Instant): Promise<ReadonlyMap<string, PersonId>> {
  const from = (now - entryDaysBefore * day) as Instant
  const { value } = await inTransaction(deps.store, async (trx) => {
    const ids = new Map<string, PersonId>()
    for (const person of trialPersons.toSorted((a, b) => (a.nationalNumber < b.nationalNumber ? -1 : 1))) {
      const id = await personForNationalNumber(trx, deps.keys, person.nationalNumber, deps.newId, now)
      const name = { givenName: person.givenName as NamePart, familyName: person.familyName as NamePart }
      await rememberName(trx, id, name, now)
      await updateAccount(trx, id, { email: person.email as Email, language: person.language })
      ids.set(person.code, id)
    }
    for (const [index, described] of trialEnterprises.entries()) {
      const { number, name, kind, legalForm, status, address, hasStaff } = described
      const description = {
        number,
        name,
        kind,
        legal_form: legalForm,
        situation: '000',
        status,
        address,
        rsz_number: hasStaff ? makeRszNumber(1_471_015 + index) : null,
      }
      const ports = { now, newId: deps.newId }
      const enterprise = await enterEnterprise(trx, description, from, ports)
      for (const { person, functionCode, power } of described.representatives) {
        await enterRepresentation(trx, { enterprise, person: personOf(ids, person), functionCode, power }, from, ports)
      }
    }
    await recordEntry(
      trx,
      { event: 'register-imported', via: 'import', facts: [], details: { enterprises: trialEnterprises.length } },
      { now, newId: deps.newId, random: deps.random },
    )
    return ids
  })
  return value
}

function personOf(ids: ReadonlyMap<string, PersonId>, code: string): PersonId {
  const id = ids.get(code)
  if (!id) throw new Error(`no trial person ${code}`)
  return id
}

/** Who did what, told in order: each step is a real operation, so the trial has a real history. */
class Story {
  readonly #deps: PerformDeps
  readonly #ids: ReadonlyMap<string, PersonId>
  #at: number

  constructor(deps: PerformDeps, ids: ReadonlyMap<string, PersonId>, at: Instant) {
    this.#at = at
    this.#ids = ids
    this.#deps = { ...deps, clock: { now: () => this.#at as Instant } }
  }

  /** Days pass before the next step. */
  after(days: number): this {
    this.#at += days * day
    return this
  }

  async does<I, R>(
    who: string,
    where: EnterpriseNumber,
    operation: Operation<I, R>,
    raw: Record<string, unknown> = {},
    level: AssuranceLevel = 450,
  ): Promise<R> {
    this.#at += 9 * 60 * 1000
    const actor: Actor = {
      person: personOf(this.#ids, who),
      level,
      key: level === 450 ? 'itsme' : 'mobile-code',
      via: 'cli',
    }
    const done = await perform(this.#deps, operation, where, actor, operation.input.parse(raw))
    if (!done.allowed) throw new Error(`the trial's story stops: ${who}, ${operation.code}: ${done.reason}`)
    return done.result
  }
}

function named(code: string): Record<string, unknown> {
  const found = trialPersons.find((person) => person.code === code) as TrialPerson
  const { nationalNumber, givenName, familyName, email } = found
  return { nationalNumber, givenName, familyName, email }
}

async function korenaar(story: Story, number: EnterpriseNumber): Promise<void> {
  const { registerEnterprise, activateCapacity, activateDomain } = enterpriseOperations
  const { appointChief, acceptAppointment, appointCoChief, appointAccessManager, appointGroupManager } =
    appointmentOperations
  const { createUser, blockUser, giveService } = accessOperations
  await story.does('els-claes', number, registerEnterprise)
  const chief = await story.does('els-claes', number, appointChief, { ...named('an-peeters'), ground: 'employee' })
  await story.after(2).does('an-peeters', number, acceptAppointment, { appointment: chief.appointment })
  await story.does('an-peeters', number, activateDomain, { domain: 'mobility' })
  for (const capacity of ['employer', 'taxpayer']) {
    await story.does('an-peeters', number, activateCapacity, { capacity })
  }
  const offices = [
    [appointCoChief, 'bart-jacobs', {}],
    [appointAccessManager, 'noor-willems', { domain: 'social-security' }],
  ] as const
  for (const [operation, who, scope] of offices) {
    const raw = { ...named(who), ground: 'employee', ...scope }
    const { appointment } = await story.after(1).does('an-peeters', number, operation, raw)
    await story.after(1).does(who, number, acceptAppointment, { appointment })
  }
  const group = { ...named('lucas-de-smet'), ground: 'employee', capacity: 'employer' }
  const groupManager = await story.does('noor-willems', number, appointGroupManager, group)
  const { appointment } = groupManager
  await story.after(1).does('lucas-de-smet', number, acceptAppointment, { appointment })
  const users = [
    ['tom-maes', ['dimona', 'dmfa']],
    ['mehdi-amrani', ['dimona']],
    ['ines-renard', ['limosa']],
  ] as const
  for (const [who, services] of users) {
    const raw = { ...named(who), capacity: 'employer', services: [...services] }
    const { person } = await story.does('noor-willems', number, createUser, raw)
    if (who === 'mehdi-amrani') {
      await story.after(30).does('noor-willems', number, blockUser, { capacity: 'employer', person })
    }
    if (who === 'ines-renard') {
      await story.does('noor-willems', number, giveService, { capacity: 'employer', person, service: 'dimona' })
    }
  }
  const accountant = { ...named('greta-heinen'), ground: 'employee', domain: 'finance' }
  await story.after(200).does('an-peeters', number, appointAccessManager, accountant)
}

async function lambert(story: Story, number: EnterpriseNumber): Promise<void> {
  await story.does('claire-lambert', number, enterpriseOperations.registerEnterprise)
  const raw = { ...named('hugo-dubois'), ground: 'employee' }
  await story.does('claire-lambert', number, appointmentOperations.appointChief, raw)
}

/** When the story of the fictional world begins, told at the present `now`. */
export const storyStart = (now: Instant): Instant => (now - seedDaysBefore * day) as Instant

/** Fills an empty store with the fictional world. `now` is the present: the story ends shortly before it. */
export async function seedTrialWorld(deps: PerformDeps, now: Instant): Promise<void> {
  const start = storyStart(now)
  const ids = await enterRegister(deps, start)
  const numberOf = (code: string) => {
    const found = trialEnterprises.find((enterprise) => enterprise.code === code)
    if (!found) throw new Error(`no trial enterprise ${code}`)
    return found.number
  }
  const story = new Story(deps, ids, start)
  await korenaar(story, numberOf('korenaar'))
  await lambert(story.after(5), numberOf('lambert'))
}
