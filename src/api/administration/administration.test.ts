import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { describeOnBothStores } from '../../../test/support/stores.ts'
import {
  busyWorld,
  serveWorld,
  typed,
  worldIn,
  writtenNumber,
  type Firm,
  type Someone,
  type Told,
  type World,
} from '../../../test/conformance/world.ts'
import { accessOperations } from '#access'
import { appointmentOperations } from '#appointments'
import type { Store } from '#database'
import { holdsNationalNumber, instant, type AssuranceLevel } from '#kernel'
import { parametersIn, type Endpoint } from './endpoint.ts'
import { endpoints } from './index.ts'

/** A world that is served, every answer checked against the documented shape and for numbers. */
async function open(store: Store, make: (store: Store) => Promise<{ world: World }>) {
  const made = await make(store)
  const running = await serveWorld(made.world)
  const tokens = new Map<string, string>()
  const tokenOf = (who: Someone, level: AssuranceLevel = 450): string => {
    const key = `${who.id} ${level}`
    const token = tokens.get(key) ?? running.tokenOf(who, level)
    tokens.set(key, token)
    return token
  }
  const api = async (
    who: Someone | null,
    method: string,
    path: string,
    { body, level, headers = {} }: { body?: unknown; level?: AssuranceLevel; headers?: Record<string, string> } = {},
  ): Promise<Told> => {
    // What happens later is told later.
    if (method !== 'GET') made.world.now = instant(made.world.now + 1000)
    const told = await running.ask(`/api/v1${path}`, {
      method,
      headers: {
        ...(who ? { authorization: `Bearer ${tokenOf(who, level)}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    assert.equal(holdsNationalNumber(told.text), false, `${method} ${path} answers a national number`)
    assert.equal(told.headers['cache-control'], 'no-store')
    checkShape(method, path, told)
    return told
  }
  return { running, api }
}

function endpointAt(method: string, path: string): Endpoint | undefined {
  const plain = path.split('?', 1)[0] ?? ''
  return endpoints.find((endpoint) => {
    const pattern = new RegExp(`^${endpoint.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`)
    return endpoint.method === method && pattern.test(plain)
  })
}

function checkShape(method: string, path: string, told: Told): void {
  const endpoint = endpointAt(method, path)
  if (told.status >= 400) {
    assert.match(told.headers['content-type'] ?? '', /^application\/problem\+json/)
    return
  }
  assert.ok(endpoint, `${method} ${path} is documented`)
  assert.equal(told.status, endpoint.status)
  endpoint.result.parse(told.json())
}

type Item = Readonly<Record<string, unknown>>
const itemsOf = (told: Told): Item[] => {
  assert.equal(told.status, 200, told.text)
  return told.json<{ items: Item[] }>().items
}
const typeOf = (told: Told): string => String(told.json()['type']).replace('urn:problem-type:claviger:', '')
const at = (firm: Firm): string => `/enterprises/${firm.number}`

describeOnBothStores('the administration interface', (openStore) => {
  describe('from the first registration to the last withdrawal', () => {
    let world: World
    let opened: Awaited<ReturnType<typeof open>>
    let an: Someone, bert: Someone, chantal: Someone, dirk: Someone
    let alfa: Firm, torens: Firm
    before(async () => {
      opened = await open(await openStore(), async (store) => {
        world = await worldIn(store)
        return { world }
      })
      an = await world.someone('An', 'Peeters')
      bert = await world.someone('Bert', 'Claes')
      chantal = await world.someone('Chantal', 'Dubois')
      dirk = await world.someone('Dirk', 'Maes')
      alfa = await world.firm(111, an)
      torens = await world.firm(113, chantal, 'jointly', [dirk])
    })
    after(() => opened.running.stop())

    const done = (told: Told): Item => {
      assert.ok(told.status < 300, told.text)
      assert.equal(told.headers['claviger-revision'], told.json()['revision'])
      assert.match(String(told.headers['claviger-revision']), /^v1\./)
      return told.json()
    }
    const acceptOwn = async (who: Someone) => {
      const me = (await opened.api(who, 'GET', '/me')).json<{ tasks: { appointment: string; office: string }[] }>()
      assert.equal(me.tasks.length, 1)
      const [task] = me.tasks
      done(await opened.api(who, 'POST', `${at(alfa)}/appointments/${task?.appointment}/acceptance`))
      return task?.office
    }

    it('a representative registers the enterprise and appoints a chief, who accepts', async () => {
      const { api } = opened
      const unregistered = (await api(an, 'GET', at(alfa))).json()
      assert.deepEqual(
        [unregistered['account'], unregistered['powers']],
        [null, [{ rank: 'legal-representative', scope: '' }]],
      )
      done(await api(an, 'POST', `${at(alfa)}/registration`))
      assert.equal(typeOf(await api(an, 'POST', `${at(alfa)}/registration`)), 'already-registered')
      const chief = { ...typed(bert), nationalNumber: writtenNumber(bert), ground: 'employee' }
      const told = await api(an, 'POST', `${at(alfa)}/offices/chief-access-manager/appointments`, { body: chief })
      assert.equal(done(told)['state'], 'awaiting-activation')
      assert.equal(await acceptOwn(bert), 'chief-access-manager')
      assert.deepEqual((await api(an, 'GET', at(alfa))).json()['account'], { state: 'active', eBox: true })
    })

    it('the chief activates a capacity and appoints an access manager, who creates a user', async () => {
      const { api } = opened
      done(await api(bert, 'PUT', `${at(alfa)}/groups/employer`))
      const manager = { ...typed(chantal), ground: 'employee' }
      done(
        await api(bert, 'POST', `${at(alfa)}/domains/social-security/access-manager/appointments`, { body: manager }),
      )
      assert.equal(await acceptOwn(chantal), 'access-manager')
      const body = { ...typed(dirk), capacity: 'employer', services: ['dimona'], until: '2027-06-30' }
      const told = await api(chantal, 'POST', `${at(alfa)}/users`, { body })
      assert.equal(done(told)['person'], dirk.id)
      assert.equal(told.headers.location, `/api/v1${at(alfa)}/users/${dirk.id}/rights`)
      const [user] = itemsOf(await api(chantal, 'GET', `${at(alfa)}/users`))
      assert.deepEqual([user?.['person'], user?.['name'], user?.['blocked']], [dirk.id, 'Dirk Maes', null])
      assert.match(String(user?.['nationalNumber']), /^\d\d\.\d\d\.\d\d-•••\.••$/)
      assert.equal(user?.['until'], '2027-06-30T22:00:00.000Z')
    })

    it('services are given, blocked, unblocked and withdrawn, and the rights follow at once', async () => {
      const { api } = opened
      const user = `${at(alfa)}/groups/employer/users/${dirk.id}`
      const rightsOf = async () =>
        itemsOf(await api(dirk, 'GET', `${at(alfa)}/users/${dirk.id}/rights`)).map(({ code }) => code)
      assert.deepEqual(await rightsOf(), ['contact-data', 'dimona', 'e-box'])
      done(await api(chantal, 'PUT', `${user}/services/dmfa`, { body: { until: '2026-12-31' } }))
      assert.deepEqual(await rightsOf(), ['contact-data', 'dimona', 'dmfa', 'e-box'])
      done(await api(chantal, 'PUT', `${user}/block`))
      assert.deepEqual(await rightsOf(), [])
      assert.equal(itemsOf(await api(chantal, 'GET', `${at(alfa)}/users`))[0]?.['blocked'], 'group')
      done(await api(chantal, 'DELETE', `${user}/block`))
      done(await api(bert, 'PUT', `${at(alfa)}/users/${dirk.id}/block`))
      assert.equal(itemsOf(await api(chantal, 'GET', `${at(alfa)}/users`))[0]?.['blocked'], 'all-groups')
      done(await api(bert, 'DELETE', `${at(alfa)}/users/${dirk.id}/block`))
      done(await api(chantal, 'DELETE', `${user}/services/dmfa`))
      assert.deepEqual(await rightsOf(), ['contact-data', 'dimona', 'e-box'])
    })

    it('several appointments are made in one go, all of them or none, each problem by its place', async () => {
      const { api } = opened
      const person = { ...typed(dirk), ground: 'employee' }
      const coChief = { office: 'co-chief-access-manager', ...person }
      const nowhere = { office: 'access-manager', domain: 'nowhere', ...person }
      const address = `${at(alfa)}/appointments`
      const refused = await api(bert, 'POST', address, { body: { appointments: [coChief, nowhere, coChief] } })
      assert.equal(typeOf(refused), 'domain-unknown')
      assert.deepEqual(refused.json()['issues'], [
        { in: 'body', pointer: '/appointments/1', code: 'domain-unknown' },
        { in: 'body', pointer: '/appointments/2', code: 'already-in-office' },
      ])
      const malformed = await api(bert, 'POST', address, {
        body: { appointments: [{ ...coChief, immediately: true }] },
      })
      assert.equal(malformed.status, 400)
      const known = itemsOf(await api(bert, 'GET', address)).length
      const made = done(
        await api(bert, 'POST', address, { body: { appointments: [{ ...coChief, from: '2099-01-01' }] } }),
      )
      assert.equal((made['references'] as unknown[]).length, 1)
      const listed = itemsOf(await api(bert, 'GET', address))
      assert.equal(listed.length, known + 1)
      const own = listed.find(({ person: who, state }) => who === dirk.id && state === 'awaiting-activation')
      assert.equal(own?.['begins'], '2098-12-31T23:00:00.000Z')
      assert.equal((own['appointedBy'] as Record<string, unknown>)['person'], bert.id)
      const contact = `${at(alfa)}/appointments/${String(own['appointment'])}/contact`
      done(await api(bert, 'PUT', contact, { body: { email: 'dirk@example.org' } }))
      done(await api(bert, 'DELETE', `${at(alfa)}/appointments/${String(own['appointment'])}`))
    })

    it('a name that differs is confirmed, and an office suspended and given back', async () => {
      const { api } = opened
      const body = { ...typed(dirk), familyName: 'Verlinden', ground: 'employee', until: '2027-06-30' }
      const address = `${at(alfa)}/appointments`
      const made = await api(bert, 'POST', `${at(alfa)}/offices/co-chief-access-manager/appointments`, { body })
      const own = `${address}/${String(done(made)['appointment'])}`
      await acceptOwn(dirk)
      const held = itemsOf(await api(bert, 'GET', address)).find(({ person: who }) => who === dirk.id)
      assert.equal(held?.['state'], 'accepted')
      assert.equal(typeOf(await api(dirk, 'POST', `${own}/name-confirmation`)), 'outside-your-scope')
      done(await api(bert, 'POST', `${own}/name-confirmation`))
      done(await api(bert, 'PUT', `${own}/suspension`))
      assert.equal(typeOf(await api(bert, 'PUT', `${own}/suspension`)), 'already-suspended')
      done(await api(bert, 'DELETE', `${own}/suspension`))
      done(await api(bert, 'DELETE', `${own}/end`))
      done(await api(bert, 'DELETE', own))
    })

    it('somebody stands in: asked, declined, accepted, and what they gave is kept when it ends', async () => {
      const { api } = opened
      const held = itemsOf(await api(bert, 'GET', `${at(alfa)}/appointments`)).find(
        ({ person: who, office }) => who === chantal.id && office === 'access-manager',
      )
      const address = `${at(alfa)}/appointments/${String(held?.['appointment'])}/stand-ins`
      const body = { ...typed(dirk), until: '2026-12-15' }
      const asked = async () =>
        `${at(alfa)}/stand-ins/${String(done(await api(chantal, 'POST', address, { body }))['standIn'])}`
      done(await api(dirk, 'POST', `${await asked()}/refusal`))
      const standIn = await asked()
      assert.equal(typeOf(await api(chantal, 'POST', address, { body })), 'already-stood-in')
      const [task] = (await api(dirk, 'GET', '/me')).json<{ tasks: Item[] }>().tasks
      assert.deepEqual([task?.['task'], standIn.endsWith(String(task?.['standIn']))], ['accept-stand-in', true])
      done(await api(dirk, 'POST', `${standIn}/acceptance`))
      const [listed] = itemsOf(await api(bert, 'GET', `${at(alfa)}/stand-ins`))
      assert.deepEqual([listed?.['state'], listed?.['until']], ['active', '2026-12-15T23:00:00.000Z'])
      const service = `${at(alfa)}/groups/employer/users/${dirk.id}/services/limosa`
      done(await api(dirk, 'PUT', service))
      done(await api(chantal, 'PUT', `${standIn}/kept-grants`, { body: { until: '2027-01-31' } }))
      const ofDirk = `${at(alfa)}/groups/employer/users/${dirk.id}`
      done(await api(chantal, 'POST', `${ofDirk}/continuation`, { body: { service: 'limosa' } }))
      const { reference: blocked } = done(await api(chantal, 'PUT', `${ofDirk}/block`))
      done(await api(chantal, 'POST', `${at(alfa)}/history/${String(blocked)}/undo`))
      assert.equal(typeOf(await api(chantal, 'POST', `${at(alfa)}/history/${String(blocked)}/undo`)), 'already-undone')
      done(await api(bert, 'DELETE', standIn))
      assert.deepEqual(itemsOf(await api(bert, 'GET', `${at(alfa)}/stand-ins`)), [])
      const kept = itemsOf(await api(dirk, 'GET', `${at(alfa)}/users/${dirk.id}/rights`)).map(({ code }) => code)
      assert.ok(kept.includes('limosa'))
      done(await api(chantal, 'DELETE', service))
    })

    it('the emergency stop closes what is done in its name, and is lifted by the representative', async () => {
      const { api } = opened
      done(await api(an, 'PUT', `${at(alfa)}/emergency-stop`))
      assert.equal((await api(bert, 'GET', at(alfa))).json()['emergencyStop'], true)
      assert.deepEqual(itemsOf(await api(dirk, 'GET', `${at(alfa)}/users/${dirk.id}/rights`)), [])
      done(await api(an, 'DELETE', `${at(alfa)}/emergency-stop`))
    })

    it('offices are left, domains and groups closed, users deleted', async () => {
      const { api } = opened
      done(await api(bert, 'DELETE', `${at(alfa)}/groups/employer/users/${dirk.id}`))
      assert.equal((await api(dirk, 'GET', at(alfa))).status, 404)
      const held = itemsOf(await api(chantal, 'GET', `${at(alfa)}/appointments`)).find(
        ({ person }) => person === chantal.id,
      )
      done(await api(chantal, 'POST', `${at(alfa)}/appointments/${String(held?.['appointment'])}/resignation`))
      const group = { ...typed(dirk), ground: 'employee' }
      const ofGroup = `${at(alfa)}/groups/employer/group-manager/appointments`
      const offered = done(await api(bert, 'POST', ofGroup, { body: group }))
      done(await api(bert, 'DELETE', `${at(alfa)}/appointments/${String(offered['appointment'])}`))
      done(await api(bert, 'DELETE', `${at(alfa)}/groups/employer`))
      done(await api(bert, 'DELETE', `${at(alfa)}/domains/finance`))
      done(await api(bert, 'PUT', `${at(alfa)}/domains/mobility`))
      const openDomains = itemsOf(await api(bert, 'GET', `${at(alfa)}/domains`)).filter((domain) => domain['open'])
      assert.deepEqual(
        openDomains.map(({ domain }) => domain),
        ['mobility', 'social-security'],
      )
      assert.equal(
        itemsOf(await api(bert, 'GET', `${at(alfa)}/groups`)).some((one) => one['open']),
        false,
      )
      const refused = await api(bert, 'POST', ofGroup, { body: group })
      assert.deepEqual([refused.status, typeOf(refused)], [409, 'capacity-not-active'])
      const coChief = await api(bert, 'POST', `${at(alfa)}/offices/co-chief-access-manager/appointments`, {
        body: group,
      })
      const { appointment } = done(coChief)
      done(await api(dirk, 'POST', `${at(alfa)}/appointments/${String(appointment)}/refusal`))
      const again = await api(bert, 'POST', `${at(alfa)}/offices/co-chief-access-manager/appointments`, {
        body: group,
      })
      done(await api(bert, 'DELETE', `${at(alfa)}/appointments/${String(done(again)['appointment'])}`))
    })

    it('who represents only jointly proposes; another one confirms or withdraws at the address of the proposal', async () => {
      const { api } = opened
      const registered = done(await api(chantal, 'POST', `${at(torens)}/registration`))
      assert.equal(registered['state'], 'proposed')
      const proposal = `${at(torens)}/proposals/${String(registered['proposal'])}`
      assert.equal(typeOf(await api(chantal, 'POST', `${proposal}/confirmation`)), 'own-proposal')
      done(await api(dirk, 'POST', `${proposal}/confirmation`))
      assert.equal(typeOf(await api(dirk, 'DELETE', proposal)), 'proposal-unknown')
      const chiefs = `${at(torens)}/offices/chief-access-manager/appointments`
      const chief = { ...typed(bert), nationalNumber: writtenNumber(bert), ground: 'employee' }
      const proposed = done(await api(dirk, 'POST', chiefs, { body: chief }))
      assert.deepEqual([proposed['state'], proposed['appointment']], ['proposed', undefined])
      const waits = `${at(torens)}/proposals/${String(proposed['proposal'])}`
      const appointed = done(await api(chantal, 'POST', `${waits}/appointment`))
      assert.equal(appointed['state'], 'awaiting-activation')
      done(await api(chantal, 'PUT', `${at(torens)}/emergency-stop`))
      const lifted = done(await api(chantal, 'DELETE', `${at(torens)}/emergency-stop`))
      done(await api(dirk, 'DELETE', `${at(torens)}/proposals/${String(lifted['proposal'])}`))
    })

    it('a representative takes over, and confirms a manager and a user from before', async () => {
      const { api } = opened
      const domain = `${at(alfa)}/domains/social-security/access-manager/appointments`
      const made = done(await api(bert, 'POST', domain, { body: { ...typed(chantal), ground: 'employee' } }))
      await acceptOwn(chantal)
      done(await api(bert, 'PUT', `${at(alfa)}/groups/employer`))
      done(
        await api(bert, 'POST', `${at(alfa)}/users`, { body: { ...typed(dirk), capacity: 'employer', services: [] } }),
      )
      const chief = { ...typed(an), ground: 'legal-representative', immediately: true }
      done(await api(an, 'POST', `${at(alfa)}/offices/chief-access-manager/appointments`, { body: chief }))
      const office = `${at(alfa)}/appointments/${String(made['appointment'])}/confirmation`
      done(await api(an, 'PUT', office))
      assert.equal(typeOf(await api(an, 'PUT', office)), 'not-on-your-list')
      done(await api(an, 'PUT', `${at(alfa)}/groups/employer/users/${dirk.id}/confirmation`))
    })

    it('the history tells all of it, newest first, page by page, under the references that the writes gave', async () => {
      const { api } = opened
      const told = await api(an, 'PUT', `${at(alfa)}/emergency-stop`)
      const { reference } = done(told)
      const entries: Item[] = []
      let cursor = ''
      do {
        const page = await api(an, 'GET', `${at(alfa)}/history?limit=7${cursor && `&cursor=${cursor}`}`)
        entries.push(...itemsOf(page))
        cursor = String(page.json()['next'] ?? '')
      } while (cursor !== '')
      assert.equal(entries[0]?.['reference'], reference)
      assert.deepEqual(entries[0]?.['actor'], { person: an.id, name: 'An Peeters' })
      assert.equal(new Set(entries.map((entry) => entry['reference'])).size, entries.length)
      const jointly = itemsOf(await api(dirk, 'GET', `${at(torens)}/history?limit=100`))
      const events = new Set([...entries, ...jointly].map(({ event }) => event))
      assert.ok(events.has('proposal-made'))
      // What the register changes first is confirmed in the tests of the pages.
      const ofTheRegister = ['chief-confirmed', 'earlier-rights-confirmed']
      const untold = endpoints.flatMap(({ audit }) => (audit === null || events.has(audit) ? [] : [audit]))
      assert.deepEqual(untold, ofTheRegister)
      const ofDirk = itemsOf(await api(an, 'GET', `${at(alfa)}/history?limit=100&person=${dirk.id}`))
      assert.ok(ofDirk.length > 0 && ofDirk.length < entries.length)
    })

    it('no fault was logged', () => assert.deepEqual(world.log, []))
  })

  describe('with an enterprise at work', () => {
    let busy: Awaited<ReturnType<typeof busyWorld>>
    let opened: Awaited<ReturnType<typeof open>>
    before(async () => {
      opened = await open(await openStore(), async (store) => {
        busy = await busyWorld(store)
        return busy
      })
    })
    after(() => opened.running.stop())

    /** A call of the endpoint for the enterprise that passes its own checks of form. */
    const sample = (endpoint: Endpoint, number: string) => {
      const values: Record<string, string> = {
        enterpriseNumber: number,
        domain: 'social-security',
        capacity: 'employer',
        person: busy.dirk.id,
        service: 'dimona',
        appointment: '0197b3a2-5c1e-7d43-9a1f-3f5f0c6f2a12',
        standIn: '0197b3a2-5c1e-7d43-9a1f-3f5f0c6f2a13',
      }
      const path = parametersIn(endpoint.path).reduce(
        (text, name) => text.replace(`{${name}}`, values[name] ?? name),
        endpoint.path,
      )
      const appointments = [{ office: 'co-chief-access-manager', ...typed(busy.eva), ground: 'employee' }]
      const given = { ground: 'employee', capacity: 'employer', services: [], until: '2099-01-01' }
      const person = { ...typed(busy.eva), ...given, appointments }
      const fields = endpoint.body ? Object.keys(endpoint.body.shape) : []
      const body = Object.fromEntries(Object.entries(person).filter(([name]) => fields.includes(name)))
      return { path, ...(endpoint.body ? { body } : {}) }
    }

    it('a stranger gets one and the same 404 everywhere, whether the enterprise exists or not', async () => {
      const bare = (told: Told): unknown => {
        const { date: _, 'x-request-id': __, ...headers } = told.headers
        const { instance: ___, reference: ____, ...body } = told.json()
        return [told.status, headers, body]
      }
      const unknown = '0999999922'
      const expected = bare(await opened.api(busy.eva, 'GET', `/enterprises/${unknown}`))
      assert.equal((expected as [number])[0], 404)
      for (const endpoint of endpoints.filter(({ path }) => path.includes('{enterpriseNumber}'))) {
        for (const number of [busy.alfa.number, unknown, 'x']) {
          const { path, body } = sample(endpoint, number)
          const told = await opened.api(busy.eva, endpoint.method, path, body === undefined ? {} : { body })
          assert.deepEqual(bare(told), expected, `${endpoint.operationId} of ${number}`)
        }
      }
    })

    it('nobody is let in without a token, or with one that nobody gave', async () => {
      for (const endpoint of endpoints) {
        const { path, body } = sample(endpoint, busy.alfa.number)
        const send = (headers: Record<string, string>) =>
          opened.api(null, endpoint.method, path, { headers, ...(body === undefined ? {} : { body }) })
        assert.equal((await send({})).status, 401, endpoint.operationId)
        const wrong = await send({ authorization: `Bearer ${'A'.repeat(43)}` })
        assert.deepEqual([wrong.status, typeof wrong.headers['www-authenticate']], [401, 'string'])
      }
    })

    it('each reads what lies in their power, and no more', async () => {
      const { an, bert, chantal, dirk } = busy
      const statuses = async (path: string) =>
        Object.fromEntries(
          await Promise.all(
            [an, bert, chantal, dirk].map(async (who) => [
              who.givenName,
              (await opened.api(who, 'GET', `${at(busy.alfa)}${path}`)).status,
            ]),
          ),
        ) as Record<string, number>
      assert.deepEqual(await statuses(''), { An: 200, Bert: 200, Chantal: 200, Dirk: 200 })
      assert.deepEqual(await statuses('/domains'), { An: 200, Bert: 200, Chantal: 200, Dirk: 403 })
      assert.deepEqual(await statuses('/groups'), { An: 200, Bert: 200, Chantal: 200, Dirk: 403 })
      assert.deepEqual(await statuses('/users'), { An: 200, Bert: 200, Chantal: 200, Dirk: 403 })
      assert.deepEqual(await statuses('/users?capacity=taxpayer'), { An: 200, Bert: 200, Chantal: 403, Dirk: 403 })
      assert.deepEqual(await statuses('/history'), { An: 200, Bert: 200, Chantal: 403, Dirk: 403 })
      assert.deepEqual(await statuses(`/users/${dirk.id}/rights`), { An: 200, Bert: 200, Chantal: 200, Dirk: 200 })
      assert.deepEqual(await statuses(`/users/${bert.id}/rights`), { An: 200, Bert: 200, Chantal: 404, Dirk: 403 })
      const read = async (who: Someone, path: string) =>
        itemsOf(await opened.api(who, 'GET', `${at(busy.alfa)}${path}`))
      assert.deepEqual(
        (await read(chantal, '/domains')).map(({ domain }) => domain),
        ['social-security'],
      )
      assert.deepEqual(
        new Set((await read(chantal, '/groups')).map(({ domain }) => domain)),
        new Set(['social-security']),
      )
      assert.ok((await read(an, '/groups')).some(({ capacity }) => capacity === 'taxpayer'))
      const offices = async (who: Someone) =>
        (await read(who, '/appointments')).map(({ office, name }) => `${String(office)} ${String(name)}`).toSorted()
      const both = ['access-manager Chantal Dubois', 'chief-access-manager Bert Claes']
      assert.deepEqual(await offices(dirk), both, 'a user finds who manages them')
      assert.deepEqual(await offices(an), both)
      assert.equal((await read(dirk, '/appointments'))[0]?.['nationalNumber'], null)
    })

    it('why somebody has a right is told as far as the reader’s power goes', async () => {
      const chainOf = async (who: Someone) => {
        const items = itemsOf(await opened.api(who, 'GET', `${at(busy.alfa)}/users/${busy.dirk.id}/rights`))
        const dimona = items.find(({ code }) => code === 'dimona') as {
          level: number
          because: { chain: { name: string }[] }[]
        }
        assert.equal(dimona.level, 400)
        return dimona.because[0]?.chain.map(({ name }) => name)
      }
      const whole = ['An Peeters', 'Bert Claes', 'Chantal Dubois', 'Dirk Maes', 'Dirk Maes']
      for (const who of [busy.an, busy.bert, busy.chantal, busy.dirk]) assert.deepEqual(await chainOf(who), whole)
    })

    it('somebody of another enterprise is nobody here', async () => {
      const { bert, eva, alfa, beta } = busy
      const rights = await opened.api(bert, 'GET', `${at(alfa)}/users/${eva.id}/rights`)
      assert.deepEqual([rights.status, typeOf(rights)], [404, 'user-unknown'])
      const block = await opened.api(bert, 'PUT', `${at(alfa)}/groups/employer/users/${eva.id}/block`)
      assert.deepEqual([block.status, typeOf(block)], [404, 'user-unknown'])
      assert.equal((await opened.api(bert, 'GET', at(beta))).status, 404)
    })

    it('a refusal has its status, its code and a sentence that says what to do', async () => {
      const { chantal, dirk, alfa } = busy
      const user = `${at(alfa)}/groups/employer/users/${dirk.id}`
      const cases: [Told, number, string][] = [
        [await opened.api(chantal, 'PUT', `${at(alfa)}/domains/mobility`), 403, 'outside-your-scope'],
        [await opened.api(chantal, 'PUT', `${user}/services/nothing`), 404, 'service-unknown'],
        [await opened.api(chantal, 'PUT', `${user}/services/intervat`), 422, 'service-not-offered'],
        [await opened.api(chantal, 'DELETE', `${user}/services/dmfa`), 409, 'not-given'],
        [
          await opened.api(chantal, 'PUT', `${user}/services/dmfa`, { body: { until: '2020-01-01' } }),
          422,
          'period-in-the-past',
        ],
      ]
      for (const [told, status, code] of cases) {
        assert.deepEqual([told.status, typeOf(told)], [status, code])
        assert.ok(String(told.json()['detail']).length > 20)
        assert.match(String(told.json()['reference']), /^[0-9a-f-]{36}$/)
      }
    })

    it('a level too low is told with the level that is needed', async () => {
      const { chantal, dirk, an, alfa } = busy
      const weak = await opened.api(an, 'POST', `${at(alfa)}/registration`, { level: 200 })
      assert.equal(weak.status, 401)
      assert.match(weak.headers['www-authenticate'] ?? '', /insufficient_user_authentication.*level:450/)
      const give = await opened.api(chantal, 'PUT', `${at(alfa)}/groups/employer/users/${dirk.id}/services/chaman`, {
        level: 200,
      })
      assert.deepEqual([give.status, typeOf(give), give.json()['levelNeeded']], [403, 'level-too-low', 450])
    })

    it('what was sent wrongly is listed field by field, never with its value', async () => {
      const { chantal, dirk, alfa } = busy
      const issuesOf = async (body: unknown) => {
        const told = await opened.api(chantal, 'POST', `${at(alfa)}/users`, { body })
        assert.deepEqual([told.status, typeOf(told)], [400, 'input-invalid'], told.text)
        return told.json<{ issues: { in: string; pointer: string; code: string }[] }>().issues
      }
      const issues = await issuesOf({
        nationalNumber: '85073003327',
        givenName: 7,
        capacity: 'No Such Form',
        services: ['dimona', 'UPPER'],
        until: '2026-02-30',
        [dirk.number]: true,
        'a/b~c': 1,
      })
      const found = new Map(issues.map(({ pointer, code }) => [pointer, code]))
      assert.equal(found.get('/givenName'), 'wrong-type')
      assert.equal(found.get('/familyName'), 'required')
      assert.equal(found.get('/capacity'), 'code-form')
      assert.equal(found.get('/services/1'), 'code-form')
      assert.equal(found.get('/[number]'), 'unknown-field')
      assert.equal(found.get('/a~1b~0c'), 'unknown-field')
      for (const pointer of ['/nationalNumber', '/until']) assert.match(found.get(pointer) ?? '', /^[a-z]+(-[a-z]+)+$/)
      for (const body of [[], 'text', 7, null])
        assert.ok((await issuesOf(JSON.stringify(body))).length > 0, JSON.stringify(body))
      for (const query of ['limit=0', 'limit=101', 'limit=x', 'cursor=x', 'more=1', 'limit=1&limit=2']) {
        const told = await opened.api(chantal, 'GET', `${at(alfa)}/users?${query}`)
        assert.deepEqual([told.status, typeOf(told)], [400, 'input-invalid'], query)
      }
      const extra = await opened.api(chantal, 'PUT', `${at(alfa)}/groups/employer/users/${dirk.id}/block`, {
        body: { person: dirk.id },
      })
      assert.equal(extra.status, 400, 'what stands in the address is not sent again')
      assert.equal((await opened.api(chantal, 'POST', `${at(alfa)}/users`, { body: '{' })).status, 400)
    })

    it('the list of users is whole, however small its pages', async () => {
      const { world, chantal, alfa, bert } = busy
      const made = new Set([busy.dirk.id])
      for (let count = 0; count < 5; count++) {
        const who = await world.someone(`Given${'abcde'[count]}`, 'Name')
        made.add(who.id)
        await world.does(chantal, alfa, accessOperations.createUser, {
          ...typed(who),
          capacity: 'employer',
          services: [],
        })
      }
      const seen: string[] = []
      let cursor: string | null = null
      let pages = 0
      do {
        const told: Told = await opened.api(
          bert,
          'GET',
          `${at(alfa)}/users?limit=2${cursor === null ? '' : `&cursor=${cursor}`}`,
        )
        seen.push(...itemsOf(told).map(({ person }) => String(person)))
        cursor = told.json<{ next: string | null }>().next
        pages += 1
      } while (cursor !== null)
      assert.equal(pages, 3)
      assert.deepEqual(seen.toSorted(), [...made].toSorted())
    })

    it('somebody who is offered an office sees it, and nothing that only managers see', async () => {
      const { world, bert, alfa } = busy
      const newcomer = await world.someone('Nora', 'Nieuw')
      await world.does(bert, alfa, appointmentOperations.appointCoChief, { ...typed(newcomer), ground: 'employee' })
      const me = (await opened.api(newcomer, 'GET', '/me')).json<{
        tasks: Item[]
        enterprises: Item[]
        nationalNumber: string
      }>()
      assert.equal(me.tasks[0]?.['office'], 'co-chief-access-manager')
      assert.deepEqual(
        me.enterprises.map(({ enterpriseNumber, powers }) => [enterpriseNumber, powers]),
        [[alfa.number, []]],
      )
      assert.match(me.nationalNumber, /•••/)
      assert.equal((await opened.api(newcomer, 'GET', `${at(alfa)}/history`)).status, 403)
      assert.equal((await opened.api(newcomer, 'GET', `${at(alfa)}/users`)).status, 403)
    })

    it('no fault was logged', () => assert.deepEqual(busy.world.log, []))
  })
})
