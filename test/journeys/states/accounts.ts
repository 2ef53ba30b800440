import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import type { Visitor } from '../support/browser.ts'
import type { Tour } from './tour.ts'

const korenaar = 'Bakkerij De Korenaar BV'
const email = 'wei.liang@trial.example'
const waitMs = 500
const waitsMax = 60

/** What the trial's outbox shows, once it matches. */
async function arrives(nobody: Visitor, pattern: RegExp): Promise<string> {
  for (let waits = 0; waits < waitsMax; waits++) {
    await nobody.open('/trial/outbox')
    const found = pattern.exec(await nobody.page.locator('main').innerText())?.[1]
    if (found !== undefined) return found
    await nobody.page.waitForTimeout(waitMs)
  }
  throw new Error(`nothing like ${pattern} came`)
}

/** The code that an authenticator app shows now for the key that the page gave. */
function codeNow(key: string): string {
  const bits = [...key.replaceAll(/\s/g, '')]
    .map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'))
    .join('')
  const secret = Uint8Array.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)))
  const moment = Buffer.alloc(8)
  moment.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const mac = createHmac('sha1', secret).update(moment).digest()
  const at = (mac.at(-1) ?? 0) & 0x0f
  return String((mac.readUInt32BE(at) & 0x7fff_ffff) % 1_000_000).padStart(6, '0')
}

const button = (visiting: Visitor) => visiting.page.locator('main form button[type=submit]').first()

async function asksSms(tour: Tour, nobody: Visitor): Promise<{ userName: string; password: string }> {
  const link = await arrives(nobody, /\/activate\?link=([\w-]{43})/)
  await tour.visit(nobody, `/activate?link=${link}`, 'activate', 'filled')
  const userName = /\b([a-z2-9]{4}-[a-z2-9]{4})\b/.exec(await nobody.page.locator('main dd').first().innerText())?.[1]
  assert.ok(userName)
  await nobody.hand.go(button(nobody))
  await tour.see(nobody, 'activate', 'sent')
  await tour.visit(nobody, `/activate?link=${link}`, 'activate', 'over')
  return { userName, password: await arrives(nobody, /Claviger: [^\n]* ([a-z2-9]{4}-[a-z2-9]{4})\./) }
}

async function signsIn(tour: Tour, nobody: Visitor, typed: { userName: string; password: string }): Promise<void> {
  await tour.visit(nobody, '/sign-in/account', 'account-sign-in', 'first')
  await nobody.hand.fill('userName', typed.userName)
  await nobody.hand.fill('password', 'this is not the password')
  await nobody.hand.go(button(nobody))
  await tour.see(nobody, 'account-sign-in', 'errors')
  await nobody.hand.fill('password', typed.password)
  await nobody.hand.go(button(nobody))
  await tour.see(nobody, 'account-sign-in', 'choose')
  await nobody.hand.fill('password', 'too short')
  await nobody.hand.fill('again', 'too short')
  await nobody.hand.go(button(nobody))
  await tour.see(nobody, 'account-sign-in', 'choose-errors')
  const own = 'vier paarden op een dak'
  await nobody.hand.fill('password', own)
  await nobody.hand.fill('again', own)
  await nobody.hand.go(button(nobody))
  await tour.see(nobody, 'account-sign-in', 'app')
  const key = await nobody.page.locator('main code').innerText()
  await nobody.hand.fill('code', '12')
  await nobody.hand.go(button(nobody))
  await tour.see(nobody, 'account-sign-in', 'app-errors')
  await nobody.hand.fill('code', codeNow(key))
  await nobody.hand.go(button(nobody))
  assert.match(new URL(nobody.page.url()).pathname, /^\/(nl|fr|de|en)$/, 'signed in, at the home page')
  assert.ok((await nobody.page.locator('header').innerText()).includes('Wei Liang'))
  await nobody.hand.go(nobody.page.locator('header form button'))
  await nobody.open('/sign-in/account')
  await nobody.hand.fill('userName', typed.userName)
  await nobody.hand.fill('password', own)
  await nobody.hand.go(button(nobody))
  await tour.see(nobody, 'account-sign-in', 'code')
}

/** Somebody without a national number becomes a user, and signs in by the mailed link, the text message and the app. */
export async function accountPages(tour: Tour): Promise<void> {
  const noor = await tour.as('Noor Willems')
  await noor.open(`${tour.at(korenaar)}/groups/employer/users/new`)
  await noor.hand.choose('noNumber', 'none')
  for (const [name, text] of Object.entries({ givenName: 'Wei', familyName: 'Liang', email, phone: '+32475123456' }))
    await noor.hand.fill(name, text)
  await tour.send(noor, 'preview')
  await tour.send(noor, 'confirm')
  const nobody = await tour.nobody()
  await signsIn(tour, nobody, await asksSms(tour, nobody))
  await tour.visit(nobody, '/sign-in/forgotten', 'forgotten', 'asked')
  await nobody.hand.go(button(nobody))
  await tour.see(nobody, 'forgotten', 'errors')
  await nobody.hand.fill('asked', 'nobody@trial.example')
  await nobody.hand.go(button(nobody))
  await tour.see(nobody, 'forgotten', 'sent')
  await tour.visit(nobody, '/confirm-address?link=x', 'confirm-address', 'over')

  const james = await tour.as('James Ward')
  await james.open('/account')
  await james.hand.fill('email', 'james.new@trial.example')
  await james.hand.go(james.page.locator('main form[action$="/account"] button[type=submit]'))
  const link = await arrives(nobody, /\/confirm-address\?link=([\w-]{43})/)
  await tour.visit(nobody, `/confirm-address?link=${link}`, 'confirm-address', 'filled')
  await nobody.hand.go(button(nobody))
  await tour.see(nobody, 'confirm-address', 'done')
  await nobody.close()
}
