import { constants } from 'node:fs'
import { access, mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { Refusal } from './refusal.ts'

const ownerOnly = { folder: 0o700, file: 0o600 } as const

/** The folder of `--out`, made where it is missing. Throws Refusal when none is named, and what the system says when it cannot be written. */
export async function letterFolder(out: string | undefined): Promise<string> {
  if (out === undefined) throw new Refusal('letters take --out <folder>: say where the letters go')
  const folder = resolve(out)
  await mkdir(folder, { recursive: true, mode: ownerOnly.folder })
  await access(folder, constants.W_OK)
  return folder
}

// The names make the paths: nothing but a day and a reference may stand in them.
const taken = z.looseObject({
  letters: z.array(z.object({ file: z.string().regex(/^[\w-]+\.pdf$/), pdf: z.base64() })),
})

/** Writes the letters that were taken, and gives back what is printed in their place. */
export async function writeLetters(folder: string, answer: unknown): Promise<unknown> {
  const { letters, ...left } = taken.parse(answer)
  for (const { file, pdf } of letters) {
    await writeFile(join(folder, file), Buffer.from(pdf, 'base64'), { mode: ownerOnly.file })
  }
  return { folder, written: letters.map(({ file }) => file), ...left }
}
