import { isoOf } from '#kernel'
import { queuedLetters, takeLetters } from '#notices'
import { z } from 'zod'
import type { House } from './house.ts'

const takeInput = z.strictObject({ again: z.boolean().default(false) })

async function list(house: House): Promise<unknown> {
  const letters = await queuedLetters(house)
  const told = letters.map(({ madeAt, takenAt, ...letter }) => ({
    ...letter,
    madeAt: isoOf(madeAt),
    takenAt: takenAt === null ? null : isoOf(takenAt),
  }))
  const waiting = letters.filter(({ takenAt }) => takenAt === null)
  return { waiting: waiting.length, unaddressed: waiting.filter(({ addressed }) => !addressed).length, letters: told }
}

/** The PDFs as base64: the answer may come from a running server, and its files belong to whoever asked. */
async function take(house: House, args: unknown): Promise<unknown> {
  const { letters, ...left } = await takeLetters(house, takeInput.parse(args))
  const files = letters.map(({ file, pdf }) => ({ file, pdf: Buffer.from(pdf).toString('base64') }))
  return { letters: files, ...left }
}

/** The operator's letter queue (N12). */
export const letterCommands = { 'letters list': list, 'letters take': take }
