import { open, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isLanguage, languages, type Language } from '#kernel'
import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'

/** What of a page a picture shows: a page to read, a form with something filled in, or what it says before one confirms. */
const moments = ['page', 'form', 'preview'] as const

const listed = z.strictObject({
  /** A step of the guide. */
  step: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  moment: z.enum(moments),
  /** The heading of the page. */
  title: z.string().min(1).max(200),
  width: z.int().min(200).max(2000),
  height: z.int().min(100).max(3000),
  /** The start of the SHA-256 of what stood on the page. */
  text: z.string().regex(/^[0-9a-f]{16}$/),
})

/** A picture of a page as the guide shows it; sizes in pixels of the file. */
export type Picture = z.infer<typeof listed> & { readonly language: Language; readonly file: string }

type Problem = { readonly file: string; readonly line: number; readonly message: string }
type Listed = Picture & { readonly line: number }

const folderName = 'guide'
const listName = 'pictures.yaml'
const bytesMax = 100 * 1024

const renewal = 'renew the pictures of the guide'

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  })
}

/** The list of one language; what is wrong with a line goes to `problems`. */
async function listOf(folder: string, language: Language, problems: Problem[]): Promise<Listed[]> {
  const file = `${folderName}/${language}/${listName}`
  const lines = new LineCounter()
  const document = parseDocument(await readFile(join(folder, file), 'utf8'), {
    lineCounter: lines,
    prettyErrors: false,
  })
  const problem = (offset: number, message: string) =>
    problems.push({ file, line: Math.max(1, lines.linePos(offset).line), message })
  const [fault] = [...document.errors, ...document.warnings]
  if (fault || !isSeq(document.contents)) {
    problem(fault?.pos[0] ?? 0, `holds no list: ${renewal}`)
    return []
  }
  const found: Listed[] = []
  for (const node of document.contents.items) {
    const offset = isNode(node) ? (node.range?.[0] ?? 0) : 0
    const read = listed.safeParse(isMap(node) || isScalar(node) ? node.toJS(document) : null)
    if (!read.success) {
      const [issue] = read.error.issues
      problem(offset, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'is wrong'}: ${renewal}`)
      continue
    }
    const name = `${read.data.step}-${read.data.moment}.png`
    const own = `${folderName}/${language}/${name}`
    if (found.some((one) => one.file === own)) problem(offset, `${name} is listed twice: keep one line`)
    else found.push({ ...read.data, language, file: own, line: lines.linePos(offset).line })
  }
  return found
}

const pngBegin = Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1')

/** What is wrong with the file of a picture, by its length and its first bytes (PNG 3rd edition, 5.2 and 11.2.1). */
async function faultOf(folder: string, { file, width, height }: Picture): Promise<string | null> {
  const handle = await open(join(folder, file))
  try {
    const { size } = await handle.stat()
    if (size > bytesMax) return `${file} has ${size} bytes, at most ${bytesMax}: show less of the page`
    const head = Buffer.alloc(24)
    await handle.read(head, 0, head.length, 0)
    if (!head.subarray(0, pngBegin.length).equals(pngBegin)) return `${file} is no PNG: ${renewal}`
    const [wide, high] = [head.readUInt32BE(16), head.readUInt32BE(20)]
    if (wide === width && high === height) return null
    return `${file} is ${wide} × ${high} and not ${width} × ${height}: ${renewal}`
  } finally {
    await handle.close()
  }
}

async function inLanguage(folder: string, language: Language, problems: Problem[]): Promise<Picture[]> {
  const file = `${folderName}/${language}/${listName}`
  const names = await namesIn(join(folder, folderName, language))
  if (names.length === 0) return []
  if (!names.includes(listName)) {
    problems.push({ file, line: 1, message: `is missing: ${renewal}` })
    return []
  }
  const before = problems.length
  const pictures = await listOf(folder, language, problems)
  // What a wrong line was to name would be said to be in no list: the list first.
  if (problems.length > before) return []
  const good: Picture[] = []
  for (const { line, ...picture } of pictures) {
    const isThere = names.includes(picture.file.split('/').at(-1) ?? '')
    const fault = isThere ? await faultOf(folder, picture) : `${picture.file} is missing: ${renewal}`
    if (fault === null) good.push(picture)
    else problems.push({ file, line, message: fault })
  }
  const known = new Set([listName, ...pictures.map((one) => one.file.split('/').at(-1))])
  for (const name of names.filter((one) => !known.has(one))) {
    const message = `is in no list: remove it, or name it in ${listName}`
    problems.push({ file: `${folderName}/${language}/${name}`, line: 1, message })
  }
  return good
}

/**
 * The pictures of the guide in a catalogue's folder, without their content, in the order of their lists; and what is wrong
 * with them, which has the same form as a fault of the other files. A catalogue need not have any.
 */
export async function readPictures(folder: string): Promise<{ pictures: Picture[]; problems: Problem[] }> {
  const problems: Problem[] = []
  for (const name of await namesIn(join(folder, folderName))) {
    if (isLanguage(name)) continue
    const message = `is no language: rename it to one of ${languages.join(', ')}`
    problems.push({ file: `${folderName}/${name}`, line: 1, message })
  }
  const pictures: Picture[] = []
  for (const language of languages) pictures.push(...(await inLanguage(folder, language, problems)))
  return { pictures, problems }
}

/** The pictures of the guide with their content, of a catalogue that `loadCatalogue` accepted. */
export async function loadPictures(folder: string): Promise<(Picture & { readonly body: Uint8Array })[]> {
  const { pictures } = await readPictures(folder)
  return Promise.all(
    pictures.map(async (picture) => ({ ...picture, body: await readFile(join(folder, picture.file)) })),
  )
}
