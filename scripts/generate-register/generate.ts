import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Changes, type ChangeSet } from './changes.ts'
import type { ChangeKind, RepresentationKind } from './holdings.ts'
import { columns, rowsIn, tables, truthOf, type Entity, type Table } from './entry.ts'
import {
  createSupplement,
  employerRow,
  Representations,
  type FunctionKind,
  type SupplementFiles,
} from './supplement.ts'
import { Folder, LineFile, writeCodes, writeMeta, type Written } from './files.ts'
import { fullExtract } from './numbers.ts'
import { belgium, Register } from './register.ts'
import { zipFolder } from './zip.ts'

export const enterprisesMin = 100
export const enterprisesMax = belgium.enterprises
export const updatesMax = 52

export type Progress = { set: string; done: number; total: number }

export type GenerateOptions = {
  /** Made when it does not exist; refused when it is not empty. */
  folder: string
  /** 100 to 1,938,238. */
  enterprises: number
  /** The same seed and size give the same bytes. */
  seed: string
  /** How many update sets follow the full set; none by default. */
  updates?: number
  /** One archive a set instead of a folder. */
  zip?: boolean
  /** The functions that the supplement may name; no supplement without them. */
  functions?: readonly FunctionKind[]
  /** activity.csv too: by far the largest file. */
  activities?: boolean
  /** Beside each set a file of what the register must then say. */
  truth?: boolean
  onProgress?: (progress: Progress) => void
}

export type GeneratedSet = {
  /** The folder, or the archive, inside the folder given. */
  name: string
  extract: number
  content: 'register' | 'supplement'
  files: Written
  /** Bytes of the archive; null for a folder. */
  archive: number | null
  /** How often each kind of change happened; empty in the full set. */
  kinds: ReadonlyMap<ChangeKind | RepresentationKind, number>
}

/** The folder given holds something, or is no folder. */
export class FolderInUse extends Error {}

async function claim(folder: string): Promise<void> {
  const found = await stat(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (found !== null && !found.isDirectory())
    throw new FolderInUse(`${folder} is a file: give a folder that is new or empty`)
  if (found !== null && (await readdir(folder)).length > 0) {
    throw new FolderInUse(`${folder} is not empty: give a folder that is new or empty`)
  }
  await mkdir(folder, { recursive: true })
}

/**
 * Writes a register into a folder: `full`, `update-141` …, with representations `supplement`, `supplement-141` …, with truth
 * `truth-140.jsonl` …. Throws FolderInUse, RangeError for counts outside their bounds, and whatever the disk throws.
 */
export async function generateRegister(options: GenerateOptions): Promise<readonly GeneratedSet[]> {
  const { enterprises, updates = 0 } = options
  if (!Number.isInteger(enterprises) || enterprises < enterprisesMin || enterprises > enterprisesMax) {
    throw new RangeError(`a register has ${enterprisesMin} to ${enterprisesMax} enterprises, not ${enterprises}`)
  }
  if (!Number.isInteger(updates) || updates < 0 || updates > updatesMax) {
    throw new RangeError(`0 to ${updatesMax} updates can follow, not ${updates}`)
  }
  await claim(options.folder)
  return new Generation(options).run()
}

class Generation {
  readonly #options: GenerateOptions
  readonly #register: Register
  readonly #representations: Representations | null
  readonly #tables: readonly Table[]
  readonly #made: GeneratedSet[] = []

  constructor(options: GenerateOptions) {
    this.#options = options
    const { enterprises, seed, activities = false, functions } = options
    this.#register = new Register({ enterprises, seed, activities })
    this.#representations = functions === undefined ? null : new Representations(this.#register, functions)
    this.#tables = tables.filter((table) => table !== 'activity' || activities)
  }

  async run(): Promise<readonly GeneratedSet[]> {
    await this.#full()
    const changes = new Changes(this.#register, this.#representations)
    const { updates = 0, onProgress } = this.#options
    for (let k = 1; k <= updates; k += 1) {
      onProgress?.({ set: `update-${fullExtract + k}`, done: k - 1, total: updates })
      await this.#update(fullExtract + k, changes.next(fullExtract + k))
      onProgress?.({ set: `update-${fullExtract + k}`, done: k, total: updates })
    }
    return this.#made
  }

  async #folder(name: string): Promise<Folder> {
    await mkdir(join(this.#options.folder, name))
    return new Folder(join(this.#options.folder, name))
  }

  async #truthFile(extract: number): Promise<LineFile | null> {
    return this.#options.truth === true ? LineFile.create(join(this.#options.folder, `truth-${extract}.jsonl`)) : null
  }

  async #finish(folder: Folder, set: Omit<GeneratedSet, 'files' | 'archive'>): Promise<void> {
    const files = await folder.close()
    if (this.#options.zip !== true) {
      this.#made.push({ ...set, files, archive: null })
      return
    }
    const path = join(this.#options.folder, set.name)
    this.#options.onProgress?.({ set: `${set.name}.zip`, done: 0, total: 1 })
    const archive = await zipFolder(path, `${path}.zip`)
    await rm(path, { recursive: true })
    this.#options.onProgress?.({ set: `${set.name}.zip`, done: 1, total: 1 })
    this.#made.push({ ...set, name: `${set.name}.zip`, files, archive })
  }

  async #full(): Promise<void> {
    const folder = await this.#folder('full')
    await writeMeta(folder, fullExtract, 'register', 'full')
    await writeCodes(folder)
    const files = new Map<Table, LineFile>()
    for (const table of this.#tables) files.set(table, await folder.create(`${table}.csv`, columns[table]))
    const truth = await this.#truthFile(fullExtract)
    const beside = await this.#openSupplement()
    const { enterprises, establishments, branches } = this.#register
    const total = enterprises + establishments + branches
    const add = (entity: Entity): void => {
      for (const [table, file] of files) for (const row of rowsIn(table, entity)) file.add(row)
      truth?.add(`${JSON.stringify(truthOf(entity, 'active'))}\n`)
    }
    const relieve = async (i: number, before: number): Promise<void> => {
      if ((i & 1023) !== 0) return
      await folder.relieve()
      await beside?.folder.relieve()
      if (truth?.isFull === true) await truth.flush()
      if ((i & 8191) === 0) this.#options.onProgress?.({ set: 'full', done: before + i, total })
    }
    for (let i = 0; i < enterprises; i += 1) {
      const enterprise = this.#register.enterprise(i)
      add(enterprise)
      if (beside !== null) this.#represent(i, enterprise, beside.files)
      await relieve(i, 0)
    }
    for (let j = 0; j < establishments; j += 1) {
      add(this.#register.establishment(j))
      await relieve(j, enterprises)
    }
    for (let k = 0; k < branches; k += 1) {
      add(this.#register.branch(k))
      await relieve(k, enterprises + establishments)
    }
    this.#options.onProgress?.({ set: 'full', done: total, total })
    await truth?.close()
    await this.#finish(folder, { name: 'full', extract: fullExtract, content: 'register', kinds: new Map() })
    if (beside !== null) {
      await this.#finish(beside.folder, {
        name: 'supplement',
        extract: fullExtract,
        content: 'supplement',
        kinds: new Map(),
      })
    }
  }

  async #openSupplement(): Promise<{ folder: Folder; files: SupplementFiles } | null> {
    if (this.#representations === null) return null
    const folder = await this.#folder('supplement')
    await writeMeta(folder, fullExtract, 'supplement', 'full')
    return { folder, files: await createSupplement(folder, []) }
  }

  #represent(
    i: number,
    enterprise: ReturnType<Register['enterprise']>,
    { functions, employers }: SupplementFiles,
  ): void {
    const from = this.#representations
    if (from === null) return
    for (const row of from.functionsOf(i, enterprise)) functions.add(from.functionRow(enterprise.number, row))
    const employer = from.employerOf(i, enterprise)
    if (employer !== null) employers.add(employerRow(enterprise.number, employer))
  }

  async #update(extract: number, changes: ChangeSet): Promise<void> {
    const folder = await this.#folder(`update-${extract}`)
    await writeMeta(folder, extract, 'register', 'update')
    await writeCodes(folder)
    await changes.rows.write(folder, this.#tables)
    const truth = await this.#truthFile(extract)
    for (const each of changes.truths) truth?.add(`${JSON.stringify(each)}\n`)
    await truth?.close()
    await this.#finish(folder, { name: `update-${extract}`, extract, content: 'register', kinds: changes.kinds })
    if (this.#representations !== null) await this.#supplement(extract, changes, this.#representations)
  }

  /** All functions and the employer's number of every enterprise of which any of that changed: they replace what stood there. */
  async #supplement(extract: number, { numbers, represented }: ChangeSet, from: Representations): Promise<void> {
    const folder = await this.#folder(`supplement-${extract}`)
    await writeMeta(folder, extract, 'supplement', 'update')
    const { functions, employers } = await createSupplement(folder, numbers)
    for (const holding of represented.toSorted((a, b) => (a.enterprise.number < b.enterprise.number ? -1 : 1))) {
      const { number } = holding.enterprise
      for (const row of holding.functions) functions.add(from.functionRow(number, row))
      if (holding.employer !== null) employers.add(employerRow(number, holding.employer))
      await folder.relieve()
    }
    await this.#finish(folder, { name: `supplement-${extract}`, extract, content: 'supplement', kinds: new Map() })
  }
}
