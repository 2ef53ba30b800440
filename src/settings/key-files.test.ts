import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { keyFileNames, keyFilePath, makeKeyFiles, readKeys } from './key-files.ts'
import { BadSetting } from './settings.ts'

const random = (sizeBytes: number) => new Uint8Array(randomBytes(sizeBytes))

function folderOf(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'claviger-keys-'))
  t.after(() => rmSync(folder, { recursive: true }))
  return join(folder, 'keys')
}

const isBad = (about: RegExp) => (fault: unknown) => fault instanceof BadSetting && about.test(fault.message)

test('Every key file is made once, for its owner only, and each with keys of its own', async (t) => {
  const folder = folderOf(t)
  assert.deepEqual(await makeKeyFiles(folder, random), [...keyFileNames])
  assert.equal(statSync(folder).mode & 0o777, 0o700)
  for (const name of keyFileNames) assert.equal(statSync(keyFilePath(folder, name)).mode & 0o777, 0o600)
  assert.equal(readdirSync(folder).length, keyFileNames.length)
  const { people, subject, formToken } = await readKeys(folder)
  const all = [people.cipher.key(people.cipher.current), people.lookup.key(people.lookup.current), subject, formToken]
  for (const key of all) assert.equal(key.length, 32)
  assert.equal(new Set(all.map((key) => Buffer.from(key).toString('hex'))).size, 4)
})

test('What is there is left as it is; only what is missing is made', async (t) => {
  const folder = folderOf(t)
  await makeKeyFiles(folder, random)
  const before = readFileSync(keyFilePath(folder, 'subject'), 'utf8')
  rmSync(keyFilePath(folder, 'form-token'))
  assert.deepEqual(await makeKeyFiles(folder, random), ['form-token'])
  assert.deepEqual(await makeKeyFiles(folder, random), [])
  assert.equal(readFileSync(keyFilePath(folder, 'subject'), 'utf8'), before)
})

test('A file that is missing or malformed is named, with what to do, and never quoted', async (t) => {
  const folder = folderOf(t)
  await assert.rejects(readKeys(folder), isBad(/KEYS_DIR must hold .*\.keys\.json: run `claviger keys`/))
  await makeKeyFiles(folder, random)
  for (const text of ['', '{', '{}', '{"current":"secret-part","keys":{}}', '["secret-part"]']) {
    writeFileSync(keyFilePath(folder, 'national-number-lookup'), text)
    await assert.rejects(readKeys(folder), (fault) => {
      assert.ok(isBad(/national-number-lookup\.keys\.json cannot be used \(key-file-[a-z-]+\)/)(fault), String(fault))
      assert.ok(!String(fault).includes('secret-part'))
      return true
    })
  }
})

test('The cipher and the look-up of national numbers never share a key', async (t) => {
  const folder = folderOf(t)
  await makeKeyFiles(folder, random)
  writeFileSync(
    keyFilePath(folder, 'national-number-lookup'),
    readFileSync(keyFilePath(folder, 'national-number-cipher')),
  )
  await assert.rejects(readKeys(folder))
})

test('A folder that cannot be written is a fault, and no key is made anywhere else', async (t) => {
  const folder = folderOf(t)
  await makeKeyFiles(folder, random)
  rmSync(keyFilePath(folder, 'subject'))
  writeFileSync(`${folder}-file`, '')
  await assert.rejects(makeKeyFiles(`${folder}-file`, random))
  assert.ok(!readdirSync(folder).includes('subject.keys.json'))
})
