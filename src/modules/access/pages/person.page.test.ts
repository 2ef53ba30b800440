import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { inTransaction } from '#database'
import { formatNationalNumber, instant, maskNationalNumber } from '#kernel'
import { rememberName } from '#people'
import type { NamePart } from '#kernel'
import type { Right } from '#rights'
import { Keeping, Uses } from '#uses'
import { freshStore } from '../../../../test/support/stores.ts'
import { worldOn, type World } from '../../../../test/support/world.ts'
import {
  browserOn,
  linksOf,
  validInEveryLanguage,
  wordsOf,
  type Browser,
} from '../../../../test/support/access-pages.ts'

type Enterprise = ReturnType<World['enterprise']>

describe('What a person may do', () => {
  let there: World
  let bakery: Enterprise
  let twin: Enterprise
  let browser: Browser
  const ends: (() => unknown)[] = []

  before(async () => {
    there = worldOn(await freshStore({ after: (end) => void ends.push(end as () => unknown) }, 'postgres'))
    there.person('an', { email: 'an@trial.example' })
    there.person('lucas', { email: 'lucas.o@trial.example' })
    bakery = there
      .enterprise({ name: 'Bakery' })
      .withRepresentative('els')
      .withChief('an')
      .withCoChief('bart')
      .withAccessManager('noor', 'social-security')
      .withAccessManager('greta', 'finance')
      .withGroupManager('lucas', 'employer')
      .withCapacity('employer')
      .withCapacity('taxpayer')
      .withUser('tom', 'employer', ['dimona'], { from: -10, until: 40 })
      .withUser('tom', 'taxpayer', ['intervat'])
      .withBlock('tom', 'taxpayer', 'access-manager')
      .withUser('petra', 'employer', ['dmfa'], { from: 5 })
      .withUser('rik', 'employer', ['dmfa'], { from: -50, until: -3 })
      .withUser('wim', 'employer', ['dimona'])
      .withOffice('access-manager', 'candidate', { scope: 'mobility', state: 'awaiting-activation' })
    twin = there.enterprise({ name: 'Twin' }).withChief('sam').withCapacity('employer').withUser('vera', 'employer')
    there.person('stranger')
    await there.settle()
    browser = browserOn(there.deps)
  })
  after(async () => {
    for (const end of ends) await end()
  })

  const eye = (who: string) => `/persons/${there.person(who)}`
  const look = (who: string, path: string, where = bakery) => browser.get(there.person(who), where.number, path)
  const words = async (who: string, path: string) => wordsOf(await look(who, path))

  test('a right that was given says on which day it was last used, or that no use was noted', async () => {
    const uses = new Uses(() => 'Europe/Brussels')
    const right: Right = { kind: 'authorisation', code: 'dimona', scope: 'employer' }
    const day = uses.dayAt(instant(Date.parse('2026-10-05T10:00:00Z')))
    const keeping = new Keeping({
      store: there.deps.store,
      take: (limit) => uses.take(limit),
      uses,
      onFault: assert.ifError,
    })
    const tom = there.person('tom')
    assert.match(await words('an', eye('tom')), /Dimona 31 December 2026 given by [^,]+, [\w ]+ no use noted/)
    uses.note({ enterprise: bakery.id, person: tom, right, day })
    await keeping.stop()
    assert.match(await words('an', eye('tom')), /Dimona 31 December 2026 given by [^,]+, [\w ]+ 5 October 2026/)
    assert.match(await words('tom', eye('tom')), /5 October 2026/)
    assert.doesNotMatch(await words('an', eye('wim')), /5 October 2026/)
  })

  test('who is over the enterprise sees every right of a person, with its end and its reason', async () => {
    for (const who of ['els', 'an', 'bart', 'tom']) {
      const said = await words(who, eye('tom'))
      assert.match(
        said,
        /Employer ContactData 31 December 2026 every user of the group has it Employer Dimona 31 December 2026 given by/,
      )
      assert.match(
        said,
        /Given, but does not work now Group Online service Why Taxpayer Intervat blocked in this group/,
      )
      assert.match(said, /Blocks blocked in the group Taxpayer since 21 November 2025/)
    }
    assert.match(await words('an', eye('tom')), /Managed by Lucas Janssens, .*An Janssens/)
  })

  test('a manager of some groups sees what lies in them, and nothing of the rest', async () => {
    for (const who of ['noor', 'lucas']) {
      const said = await words(who, eye('tom'))
      assert.match(said, /Dimona/)
      assert.doesNotMatch(said, /Taxpayer|Intervat/, who)
      assert.match(said, /There may be more/)
    }
    const greta = await words('greta', eye('tom'))
    assert.match(greta, /Intervat blocked in this group/)
    assert.doesNotMatch(greta, /Dimona/)
  })

  test('whom one does not manage is not found, like somebody who does not exist', async () => {
    const unknown = await look('an', '/persons/00000000-0000-4000-8000-000000000000')
    assert.equal(unknown.kind, 'not-found')
    const pairs = [
      ['greta', 'petra'],
      ['greta', 'lucas'],
      ['lucas', 'rik'],
      ['lucas', 'an'],
      ['tom', 'petra'],
      ['petra', 'tom'],
      ['stranger', 'tom'],
      ['sam', 'tom'],
      ['an', 'vera'],
      ['an', 'stranger'],
      ['candidate', 'tom'],
    ] as const
    for (const [viewer, person] of pairs)
      assert.deepEqual(await look(viewer, eye(person)), unknown, `${viewer} at ${person}`)
    assert.deepEqual(await look('an', '/persons/nobody'), unknown)
    assert.deepEqual(await look('sam', eye('tom'), twin), unknown)
  })

  test('a planned right says when it begins, and one that has ended is gone', async () => {
    assert.match(await words('lucas', eye('petra')), /Employer DmfA begins on 26 November 2026/)
    const former = await words('an', eye('rik'))
    assert.match(former, /Nothing now\./)
    assert.doesNotMatch(former, /DmfA/)
  })

  test('the national number is shown to chief and co-chiefs, masked, and to nobody else', async () => {
    const number = there.numberOf('tom')
    for (const who of ['an', 'bart']) assert.ok((await words(who, eye('tom'))).includes(maskNationalNumber(number)))
    for (const who of ['els', 'noor', 'lucas', 'tom']) {
      assert.doesNotMatch(await words(who, eye('tom')), /National register number|•/, who)
    }
    for (const who of ['els', 'an', 'noor', 'tom']) {
      const { text } = await look(who, eye('tom'))
      assert.ok(!text.includes(number) && !text.includes(formatNationalNumber(number)))
    }
  })

  test('a sign-in before the enterprise knew the person is not told, a later one is', async () => {
    const { store } = there.deps
    const signsIn = (who: string, at: number) =>
      inTransaction(store, (trx) =>
        rememberName(
          trx,
          there.person(who),
          { givenName: 'Wim' as NamePart, familyName: 'Janssens' as NamePart },
          instant(at),
        ),
      )
    await signsIn('wim', there.days(-1))
    assert.match(await words('an', eye('wim')), /Last sign-in not since this enterprise knows the person/)
    await signsIn('wim', there.now + 1)
    assert.match(await words('an', eye('wim')), /Last sign-in 21 November 2026/)
    assert.doesNotMatch(await words('lucas', eye('wim')), /Last sign-in/)
  })

  test('the pages are valid in four languages, of somebody with rights, with offices and with nothing', async () => {
    for (const person of ['tom', 'an', 'lucas', 'els', 'petra', 'rik']) {
      await validInEveryLanguage((language) =>
        browser.get(there.person('an'), bakery.number, eye(person), { language }),
      )
    }
    for (const who of ['tom', 'an', 'els', 'lucas', 'candidate']) {
      await validInEveryLanguage((language) =>
        browser.get(there.person(who), bakery.number, '/my-rights', { language }),
      )
    }
  })

  test('blocking for all groups is for chief and co-chiefs, names what stops and what stays, and can be lifted', async () => {
    const block = `${eye('wim')}/block`
    for (const who of ['els', 'noor', 'lucas', 'tom', 'stranger', 'sam']) {
      assert.equal((await look(who, block)).kind, 'not-found', who)
      const posted = await browser.post(there.person(who), bakery.number, block, { step: 'confirm' })
      assert.equal(posted.kind, 'not-found', who)
    }
    assert.ok(linksOf(await look('an', eye('wim'))).some((href) => href.endsWith('/block')))
    for (const who of ['els', 'noor', 'lucas']) {
      assert.ok(!linksOf(await look(who, eye('wim'))).some((href) => href.endsWith('/block')), who)
    }
    const preview = await words('bart', block)
    assert.match(preview, /Wim Janssens may no longer use for this enterprise: .*Dimona/)
    assert.match(preview, /keeps any office and any legal representation/)
    assert.match(preview, /You block as co-chief access manager/)
    await validInEveryLanguage((language) => browser.get(there.person('bart'), bakery.number, block, { language }))
    assert.equal((await browser.post(there.person('an'), bakery.number, block, { step: 'confirm' })).kind, 'redirect')
    assert.equal(await there.reason('wim', bakery, 'dimona'), 'deny: blocked')
    const blocked = await look('an', eye('wim'))
    assert.match(wordsOf(blocked), /blocked for all groups since 21 November 2026, by An Janssens/)
    assert.ok(linksOf(blocked).some((href) => href.endsWith('/unblock')))
    assert.ok(
      !linksOf(await look('bart', eye('wim'))).some((href) => href.endsWith('/unblock')),
      'a lower office does not lift it',
    )
    const back = `${eye('wim')}/unblock`
    assert.match(await words('an', back), /Wim Janssens may use again for this enterprise: .*Dimona/)
    assert.equal((await browser.post(there.person('an'), bakery.number, back, { step: 'confirm' })).kind, 'redirect')
    assert.equal(await there.reason('wim', bakery, 'dimona'), 'permit: authorisation')
  })

  test('somebody reads their own rights, why, who manages them and who could give the rest', async () => {
    const mine = await look('tom', '/my-rights')
    const said = wordsOf(mine)
    assert.match(said, /User of the group Employer, since 11 November 2026/)
    assert.match(
      said,
      /Dimona given by Somebody outside the story Janssens, 21 November 2026 Employer 31 December 2026/,
    )
    assert.match(said, /Whom do I ask\? .* Lucas Janssens Group manager \(Employer\) No contact details are known/)
    assert.match(said, /An Janssens Chief access manager/)
    assert.doesNotMatch(said, /@trial\.example/, 'their own account is nobody else’s business')
    assert.match(
      said,
      /Limosa Lucas Janssens \(group manager\) Report who comes from abroad to work in Belgium for a time\./,
    )
  })

  test('with a weak sign-in the page says what asks a stronger one, and leads there', async () => {
    const mine = await browser.get(there.person('wim'), bakery.number, '/my-rights', { level: 200 })
    assert.match(
      wordsOf(mine),
      /What asks a stronger sign-in .*Dimona Security code by mobile app Sign in more strongly for Dimona/,
    )
    assert.ok(linksOf(mine).some((href) => href.startsWith('/en/sign-in?to=') && href.endsWith('level=400')))
  })

  test('whoever has only been asked to accept an office learns nothing of the others yet', async () => {
    const said = await words('candidate', '/my-rights')
    assert.match(said, /nothing yet/)
    assert.doesNotMatch(said, /Janssens/)
    assert.equal((await look('stranger', '/my-rights')).kind, 'not-found')
  })

  test('under an emergency stop the pages say so and show no right', async () => {
    const shop = there
      .enterprise()
      .withChief('cas')
      .withCapacity('employer')
      .withUser('ute', 'employer', ['dimona'])
      .stopped()
    await there.settle()
    const mine = wordsOf(await look('ute', '/my-rights', shop))
    assert.match(mine, /emergency stop.*You may use nothing for this enterprise now/)
    const seen = wordsOf(await look('cas', eye('ute'), shop))
    assert.match(seen, /emergency stop.*Nothing now\./)
    assert.doesNotMatch(seen, /Dimona/)
  })
})
