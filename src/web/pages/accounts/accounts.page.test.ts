import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accountSending } from '#accounts'
import { accessPages } from '#access'
import { appointmentPages } from '#appointments'
import type { PageDeps } from '#operations'
import { describePages, PageVisits } from '../../../../test/support/page-visits.ts'
import { belgium, type World } from '../../../../test/support/world.ts'
import { TrialMessages } from '../../trial-messages.ts'
import type { WebDeps } from '../../web-deps.ts'
import { accountPage } from '../account.page.ts'
import { accountPages, accountPageTexts } from './index.ts'

const webDeps = (deps: PageDeps): WebDeps => ({
  ...deps,
  signIn: undefined as never,
  render: () => ({ subject: 'Subject', body: '' }),
  trial: false,
  secureCookies: false,
  guides: [],
})

const good = 'vier paarden op een dak'
const hidden = (markup: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(markup)?.[1] ?? ''

function base32(text: string): Uint8Array {
  const bits = [...text.replaceAll(/\s/g, '')]
    .map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'))
    .join('')
  return Uint8Array.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)))
}

async function appCode(secret: Uint8Array, now: number): Promise<string> {
  const { createHmac } = await import('node:crypto')
  const moment = Buffer.alloc(8)
  moment.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)))
  const mac = createHmac('sha1', secret).update(moment).digest()
  const at = (mac.at(-1) ?? 0) & 15
  return String((mac.readUInt32BE(at) & 0x7fff_ffff) % 1_000_000).padStart(6, '0')
}

async function sendAll(world: World): Promise<TrialMessages> {
  const messages = new TrialMessages(world.deps.clock)
  const common = { publicUrl: 'https://access.example', defaultLanguage: 'en' as const, limit: 50 }
  const report = await accountSending.send({ ...world.deps, mailer: messages.mailer, sms: messages.sms, ...common })
  assert.deepEqual(report.faults, [])
  return messages
}

const pagesOf = (deps: PageDeps) => {
  const web = webDeps(deps)
  return [...accountPages(web), ...accountPage(web), ...appointmentPages(deps), ...accessPages(deps)]
}

describePages('signing in without a national number', pagesOf, (ground) => {
  const person = { nationalNumber: '', noNumber: 'none', givenName: 'Wei', familyName: 'Liang' }
  const reached = { ...person, email: 'wei.liang@harbour.example', phone: '+32475123456' }

  test('P11 somebody without a number is appointed: the form asks an address and a phone, the preview says what it is', async () => {
    const { world, pages } = ground()
    const where = world.enterprise({ name: 'Harbour' }).withRepresentative('els').withChief('an')
    const address = `/enterprises/${where.number}/co-chiefs/new`
    const form = await pages.inEveryLanguage('an', address)
    assert.match(form.text, /Has this person no national register number\?/)
    const unreached = await pages.inEveryLanguage('an', address, {
      form: { ...person, ground: 'employee', email: '', phone: '', step: 'preview' },
    })
    assert.equal(unreached.status, 422)
    assert.match(unreached.text, /enter both an e-mail address and a phone number/)
    assert.match(unreached.markup, /value="Liang"/)
    const preview = await pages.inEveryLanguage('an', address, {
      form: { ...reached, ground: 'employee', step: 'preview' },
    })
    assert.match(preview.text, /Wei Liang \(without a national register number\), for Harbour/)
    const before = await world.deps.store.reader.selectFrom('account_message').selectAll().execute()
    assert.equal(before.length, 0, 'a preview sends nothing')
    const done = await pages.visit('an', address, { form: { ...reached, ground: 'employee', step: 'confirm' } })
    assert.equal(done.kind, 'redirect')
  })

  test('P12 P13 P14 P15 the whole way, page by page, in four languages; what was typed stays, the password never', async () => {
    const { world, pages } = ground()
    const mailed = (await sendAll(world)).all.find(({ to }) => to === reached.email)
    const userName = /user name: (\S+)/.exec(mailed?.text ?? '')?.[1] ?? ''
    const link = /https:\/\/access\.example\/en(\/activate\?link=[\w-]+)/.exec(mailed?.text ?? '')?.[1] ?? ''
    const shown = await pages.inEveryLanguage('tom', link)
    assert.match(shown.text, /ends in 456/)
    assert.ok(shown.text.includes(userName))
    assert.equal((await pages.inEveryLanguage('tom', '/activate?link=x')).status, 422)
    const asked = await pages.visit('tom', '/activate', { form: { link: hidden(shown.markup, 'link') } })
    assert.match(asked.text, /The text message is on its way/)
    assert.equal((await pages.visit('tom', link)).status, 422, 'used')
    const [sms] = (await sendAll(world)).all
    assert.equal(sms?.to, reached.phone)
    const provisional = /([a-z2-9]{4}-[a-z2-9]{4})/.exec(sms?.text ?? '')?.[1] ?? ''

    await pages.inEveryLanguage('tom', '/sign-in/account?to=%2Fen%2Faccount')
    const post = (form: Record<string, string>) => pages.visit('tom', '/sign-in/account', { form })
    const wrong = await post({ step: 'password', userName, password: 'a wrong password' })
    assert.equal(wrong.status, 422)
    assert.ok(wrong.markup.includes(`value="${userName}"`), 'the user name stays')
    assert.ok(!wrong.markup.includes('a wrong password'))
    const unknown = await post({ step: 'password', userName: 'abcd-efgh', password: 'a wrong password' })
    assert.equal(unknown.markup.replaceAll('abcd-efgh', ''), wrong.markup.replaceAll(userName, ''), 'the same page')
    const choose = await post({ step: 'password', userName, password: provisional, to: '/en/account' })
    assert.match(choose.text, /Choose your own password/)
    const token = hidden(choose.markup, 'token')
    const short = await pages.inEveryLanguage('tom', '/sign-in/account', {
      form: { step: 'choose-password', token, password: 'too short', again: 'too short' },
    })
    assert.equal(short.status, 422)
    assert.ok(!short.markup.includes('too short"'), 'a password is not shown again')
    const app = await post({ step: 'choose-password', token, password: good, again: good, to: '/en/account' })
    assert.match(app.text, /Set up your authenticator app/)
    const secret = base32(/<code>([A-Z2-7 ]+)<\/code>/.exec(app.markup)?.[1] ?? '')
    const appToken = hidden(app.markup, 'token')
    const empty = await pages.inEveryLanguage('tom', '/sign-in/account', {
      form: { step: 'set-up-app', token: appToken, code: ' ' },
    })
    assert.match(empty.text, /Enter the six digits/)
    const done = await post({
      step: 'set-up-app',
      token: appToken,
      code: await appCode(secret, world.now),
      to: '/en/account',
    })
    assert.equal(done.to, '/en/account')
    world.passes({ minutes: 1 })
    await world.settle()
    const code = await post({ step: 'password', userName, password: good, to: 'https://evil.example' })
    assert.match(code.text, /Type the code of your app/)
    const codeToken = hidden(code.markup, 'token')
    assert.match((await post({ step: 'app-code', token: codeToken, code: '1' })).text, /Each code works once/)
    const end = await post({
      step: 'app-code',
      token: codeToken,
      code: await appCode(secret, world.now),
      to: 'https://evil.example',
    })
    assert.equal(end.to, '/en', 'S5: a sign-in leads nowhere else')
    assert.match((await post({ step: 'app-code', token: codeToken, code: '123456' })).text, /Start again/)
  })

  test('P16 forgotten: one answer for everybody', async () => {
    const { pages } = ground()
    await pages.inEveryLanguage('tom', '/sign-in/forgotten')
    const answers = []
    for (const asked of [reached.email, 'nobody@harbour.example', "' or 1=1 --", '\u0000'])
      answers.push((await pages.visit('tom', '/sign-in/forgotten', { form: { asked } })).markup)
    assert.equal(new Set(answers).size, 1)
    assert.match(answers[0] ?? '', /Look in your mailbox/)
    assert.equal((await pages.inEveryLanguage('tom', '/sign-in/forgotten', { form: { asked: ' ' } })).status, 422)
  })

  test('P11 a user without a number is created, and the catalogue’s other kind of form is as it was', async () => {
    const { world, pages } = ground()
    const where = world.enterprise({ name: 'Quay' }).withRepresentative('els').withChief('an').withCapacity('employer')
    const address = `/enterprises/${where.number}/groups/employer/users/new`
    const form = { ...reached, email: 'li@harbour.example', services: [], step: 'preview' }
    const preview = await pages.inEveryLanguage('an', address, { form })
    assert.match(preview.text, /Wei Liang, without a national register number/)
    assert.equal((await pages.visit('an', address, { form: { ...form, step: 'confirm' } })).kind, 'redirect')
    const found = (await sendAll(world)).all.filter(({ to }) => to === 'li@harbour.example')
    assert.equal(found.length, 1)
  })

  test('N13 one’s own page says which address is confirmed, mails the link, and the link confirms it', async () => {
    const { world, pages } = ground()
    world.person('maya')
    await world.settle()
    const fields = { email: 'maya@harbour.example', phone: '', language: 'en', notices: 'yes' }
    assert.equal((await pages.visit('maya', '/account', { form: fields })).to, '/en/account?saved=1')
    const page = await pages.inEveryLanguage('maya', '/account')
    assert.match(page.text, /maya@harbour\.example your own not confirmed/)
    const sent = await pages.visit('maya', '/account/address-link', { form: { email: 'maya@harbour.example' } })
    assert.equal(sent.to, '/en/account?sent=1')
    assert.match((await pages.inEveryLanguage('maya', sent.to)).text, /We have mailed you the link/)
    const other = await pages.visit('maya', '/account/address-link', { form: { email: reached.email } })
    assert.equal(other.kind, 'not-found')
    const mail = (await sendAll(world)).all.find(({ to }) => to === 'maya@harbour.example')
    const link = /\/en(\/confirm-address\?link=[\w-]+)/.exec(mail?.text ?? '')?.[1] ?? ''
    const asked = await pages.inEveryLanguage('tom', link)
    assert.match(asked.text, /Do you read what is sent to maya@harbour\.example\?/)
    const done = await pages.visit('tom', '/confirm-address', { form: { link: hidden(asked.markup, 'link') } })
    assert.match(done.text, /Your address is confirmed/)
    assert.equal((await pages.inEveryLanguage('tom', link)).status, 422)
    assert.match((await pages.visit('maya', '/account')).text, /maya@harbour\.example your own confirmed/)
    world.passes({ minutes: 1 })
    await pages.visit('maya', '/account', { form: { ...fields, email: 'maya@elsewhere.example' } })
    assert.match((await pages.visit('maya', '/account')).text, /maya@elsewhere\.example your own not confirmed/)
    const told = await world.deps.store.reader
      .selectFrom('notice')
      .select(['kind', 'address'])
      .where('receiver_id', '=', world.person('maya'))
      .execute()
    assert.deepEqual(told, [{ kind: 'own-address-changed', address: 'maya@harbour.example' }])
  })

  test('P11 where the catalogue has no key of accounts there is no page for them and no box in the forms', async () => {
    const { world } = ground()
    const keys = new Map([...belgium.keys].map(([code, key]) => [code, { ...key, account: false }] as const))
    const without = (deps: PageDeps) => pagesOf({ ...deps, catalogue: () => ({ ...belgium, keys }) })
    const pages = new PageVisits(world, without)
    for (const path of ['/sign-in/account', '/sign-in/forgotten', '/activate?link=x']) {
      assert.equal((await pages.visit('tom', path)).kind, 'not-found', path)
      assert.equal((await pages.visit('tom', path, { form: { asked: 'a', step: 'password' } })).kind, 'not-found', path)
    }
    const where = world.enterprise({ name: 'Pier' }).withRepresentative('els').withChief('an')
    const form = await pages.visit('an', `/enterprises/${where.number}/co-chiefs/new`)
    assert.doesNotMatch(form.markup, /noNumber/)
  })

  test('the words of every step are there in four languages, and none is another’s', () => {
    const all = Object.values(accountPageTexts).map((texts) => JSON.stringify(texts))
    assert.equal(new Set(all).size, 4)
  })
})
