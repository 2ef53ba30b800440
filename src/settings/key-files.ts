import { generateKeyFile, parseKeyFile, peopleKeys, type KeyRing, type PeopleKeys, type Random } from '#keys'
import { link, mkdir, open, readFile, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { BadSetting } from './settings.ts'

/** The files of keys, each { current, keys }: they live outside the database, and are backed up apart from it. */
export const keyFileNames = ['national-number-cipher', 'national-number-lookup', 'subject', 'form-token'] as const
export type KeyFileName = (typeof keyFileNames)[number]

export interface Keys {
  readonly people: PeopleKeys
  /** Master of the pairwise subjects: each client's key is derived from it. */
  readonly subject: Uint8Array
  /** Binds the form tokens of visitors without a session. */
  readonly formToken: Uint8Array
}

export const keyFilePath = (folder: string, name: KeyFileName): string => join(folder, `${name}.keys.json`)

async function writeWhole(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Makes the key files that are missing, readable by their owner only; those that exist are left as they are. */
export async function makeKeyFiles(folder: string, random: Random): Promise<KeyFileName[]> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const made: KeyFileName[] = []
  for (const name of keyFileNames) {
    const path = keyFilePath(folder, name)
    const whole = `${path}.${Buffer.from(random(6)).toString('hex')}`
    // Written beside and linked: a crash leaves no half file under the name that starts read, and no file is ever overwritten.
    await writeWhole(whole, generateKeyFile(random))
    try {
      await link(whole, path)
      made.push(name)
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault
    } finally {
      await unlink(whole)
    }
  }
  return made
}

async function readRing(folder: string, name: KeyFileName): Promise<KeyRing> {
  const path = keyFilePath(folder, name)
  const text = await readFile(path, 'utf8').catch(() => {
    throw new BadSetting(`KEYS_DIR must hold ${path}: run \`claviger keys\` once, and keep the files safe`)
  })
  const parsed = parseKeyFile(text)
  if (!parsed.ok) throw new BadSetting(`KEYS_DIR: ${path} cannot be used (${parsed.error})`)
  return parsed.value
}

function joined(folder: string, cipher: KeyRing, lookup: KeyRing): PeopleKeys {
  try {
    return peopleKeys(cipher, lookup)
  } catch (fault) {
    throw new BadSetting(`KEYS_DIR: in ${folder} ${fault instanceof Error ? fault.message : 'two files share a key'}`)
  }
}

/** Reads the keys; throws BadSetting naming the file that is missing or malformed. */
export async function readKeys(folder: string): Promise<Keys> {
  const [cipher, lookup, subject, formToken] = await Promise.all([
    readRing(folder, 'national-number-cipher'),
    readRing(folder, 'national-number-lookup'),
    readRing(folder, 'subject'),
    readRing(folder, 'form-token'),
  ])
  const people = joined(folder, cipher, lookup)
  return {
    people,
    subject: subject.key(subject.current),
    formToken: formToken.key(formToken.current),
  }
}
