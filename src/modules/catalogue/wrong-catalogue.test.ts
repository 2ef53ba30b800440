import assert from 'node:assert/strict'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { loadCatalogue } from './load.ts'
import type { Finding, WrongCatalogue } from './test-support/wrong-catalogue.ts'
import { wrongFields } from './test-support/wrong-fields.ts'
import { wrongFiles } from './test-support/wrong-files.ts'
import { wrongKinds } from './test-support/wrong-kinds.ts'
import { wrongPictures } from './test-support/wrong-pictures.ts'
import { wrongReferences } from './test-support/wrong-references.ts'

const belgium = join(import.meta.dirname, '../../../catalogue/belgium')
const folders: string[] = []
after(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))))

async function mutated({ file, entry, from, to }: WrongCatalogue): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'wrong-catalogue-'))
  folders.push(folder)
  // The pictures are many and large: only a fault of theirs needs them.
  const isNeeded = (path: string) => file.startsWith('guide') || !path.startsWith(join(belgium, 'guide'))
  await cp(belgium, folder, { recursive: true, filter: isNeeded })
  const path = join(folder, file)
  if (to === null) await rm(path)
  else if (from === null) await writeFile(path, to)
  else {
    const text = await readFile(path, 'utf8')
    const start = startOf(text, entry)
    const changed = text.slice(start).replace(from, () => to)
    assert.notEqual(changed, text.slice(start), `nothing to change: ${from}`)
    await writeFile(path, text.slice(0, start) + changed)
  }
  return folder
}

function startOf(text: string, entry: string | undefined): number {
  const start = entry === undefined ? 0 : text.search(new RegExp(`^- \\{? ?(code|level): '?${entry}(?![\\w-])`, 'm'))
  assert.notEqual(start, -1, `no entry ${entry}`)
  return start
}

/** Where the words stand: in the entry, when one is named, or after it. */
function placeOf(text: string, entry: string | undefined, words: string): number {
  const place = text.indexOf(words, startOf(text, entry))
  assert.notEqual(place, -1, `no “${words}” to be found`)
  return place
}

async function lineOf(folder: string, wrong: WrongCatalogue, { file, entry, line }: Finding): Promise<number> {
  if (line === 1) return 1
  const text = await readFile(join(folder, file ?? wrong.file), 'utf8')
  const place = placeOf(text, entry ?? (file === undefined ? wrong.entry : undefined), line)
  return text.slice(0, place).split('\n').length
}

function refuses(wrong: WrongCatalogue): void {
  test(wrong.kind, async () => {
    const folder = await mutated(wrong)
    const loaded = await loadCatalogue(folder)
    assert.ok(!loaded.ok, 'the wrong catalogue was accepted')
    const expected = await Promise.all(
      wrong.findings.map(async (one) => `${one.file ?? wrong.file}:${await lineOf(folder, wrong, one)}`),
    )
    const found = loaded.problems.map(({ file, line }) => `${file}:${line}`)
    assert.deepEqual(found.toSorted(), expected.toSorted(), JSON.stringify(loaded.problems, null, 2))
    wrong.findings.forEach(({ cure }, index) => {
      const here = loaded.problems.filter(({ file, line }) => `${file}:${line}` === expected[index])
      assert.ok(
        here.some(({ message }) => message.includes(cure)),
        `no “${cure}” in ${JSON.stringify(here)}`,
      )
    })
  })
}

describe('C8 a wrong file names itself, the line and the cure:', () => wrongFiles.forEach(refuses))
describe('C8 a wrong field names its file, the line and the cure:', () => wrongFields.forEach(refuses))
describe('C8 a wrong entry names its file, the line and the cure:', () => wrongKinds.forEach(refuses))
describe('C8 a contradiction names its file, the line and the cure:', () => wrongReferences.forEach(refuses))
describe('C15 a wrong picture of the guide names its file, the line and the cure:', () =>
  wrongPictures.forEach(refuses))

test('C8 at least fifty kinds of wrong catalogues are told apart, each by its own words', () => {
  const kinds = [...wrongFiles, ...wrongFields, ...wrongKinds, ...wrongReferences, ...wrongPictures]
  assert.ok(kinds.length >= 50, `${kinds.length} kinds`)
  assert.equal(new Set(kinds.map(({ kind }) => kind)).size, kinds.length)
  const cures = new Set(kinds.flatMap(({ findings }) => findings.map(({ cure }) => cure)))
  assert.ok(cures.size >= 50, `${cures.size} cures`)
})
