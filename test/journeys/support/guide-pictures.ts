import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { format, resolveConfig } from 'prettier'
import { stringify } from 'yaml'
import { loadPictures, type Picture } from '#catalogue'
import type { Language } from '#kernel'
import { find, usualScreen } from './look.ts'
import { smallPng } from './png.ts'

export type Moment = Picture['moment']
type Taken = Picture & { readonly body: Uint8Array }

/** The trial shows the world of this catalogue, and the pictures stand beside it. */
const catalogue = fileURLToPath(new URL('../../../catalogue/belgium', import.meta.url))

/** As narrow as a page is in its usual layout: it is still read when the picture is on a sheet of paper or a telephone. */
const screen = { width: 680, height: 1000 }
/** Pixels of the picture for one of the page: it is printed, too. */
const scale = 1.5
const heightMax = 880
const margin = 16

const months = (language: Language): string[] =>
  Array.from({ length: 12 }, (_, month) =>
    new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, month, 1)),
  )

/** What stands on a page without what differs from day to day: numbers, dates, references, and the order of the lines. */
export function lastingText(text: string, language: Language): string {
  const month = new RegExp(`(?<=\\d(?:er|\\.)?\\s)(?:${months(language).join('|')})`, 'gi')
  const lines = text
    .replaceAll(month, 'M')
    .replaceAll(/[\w-]*\d[\w-]*/g, '0')
    .split('\n')
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
  return [...new Set(lines)].toSorted().join('\n')
}

const markOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)

/** Which part of a page a picture shows, by selectors. */
export interface PicturePart {
  /** It begins here; else at the top of the page's main part. */
  readonly from?: string
  /** For what cannot be as narrow as the others. */
  readonly width?: number
  /** What only a trial says. */
  readonly without?: string
  /** Whether what stands outside of it may change: only the part itself is held against the picture. */
  readonly alone?: boolean
}

interface Clip {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/**
 * Runs in the page: how much of its main part the picture shows, down to a line that cuts nothing in two. A picture of the
 * whole of a long list would be too small to read.
 */
const cutting = ({ from = 'main', without }: PicturePart): string => `(() => {
  document.activeElement.blur()
  for (const one of document.querySelectorAll(${JSON.stringify(without ?? 'main > none')})) one.style.display = 'none'
  const whole = 'tr, svg, p, label, li, button, .govuk-date-input, .govuk-summary-list__row'
  const box = document.querySelector('main').getBoundingClientRect()
  const begin = document.querySelector(${JSON.stringify(from)}).getBoundingClientRect().top
  const edges = [...document.querySelectorAll('main *')]
    .filter((one) => one.childElementCount === 0 || one.matches(whole))
    .map((one) => one.getBoundingClientRect())
    .filter(({ width, height, top }) => width > 2 && height > 2 && top >= begin - 1)
  const top = Math.min(...edges.map((edge) => edge.top))
  const last = Math.max(...edges.map((edge) => edge.bottom))
  const cuts = (at) => edges.some((edge) => edge.top < at - 1 && edge.bottom > at + 1)
  const good = edges.map((edge) => edge.bottom).filter((at) => at - top <= ${heightMax} && !cuts(at))
  const bottom = last - top <= ${heightMax} ? last : Math.max(...good)
  // Nothing of what comes next is to look in at the lower edge.
  const spaces = edges.map((edge) => edge.top - bottom).filter((space) => space > -1)
  const gap = Math.max(0, Math.min(${margin}, ...spaces.map((space) => space - 1)))
  const [x, y] = [box.left + scrollX - ${margin}, top + scrollY - ${margin}]
  return { x, y, width: box.width + ${2 * margin}, height: bottom + gap - top + ${margin} }
})()`

/** Runs in an empty page: the pixels of a picture, as text. */
const unpacking = (png: string): string => `(async () => {
  const bitmap = await createImageBitmap(await (await fetch('data:image/png;base64,${png}')).blob())
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
  const context = canvas.getContext('2d')
  context.drawImage(bitmap, 0, 0)
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
  let text = ''
  for (let at = 0; at < data.length; at += 8192) text += String.fromCharCode(...data.subarray(at, at + 8192))
  return { width: canvas.width, height: canvas.height, text: btoa(text) }
})()`

async function photograph(page: Page, part: PicturePart): Promise<{ width: number; height: number; body: Uint8Array }> {
  const session = await page.context().newCDPSession(page)
  const { width: wide = screen.width } = part
  await session.send('Emulation.setDeviceMetricsOverride', {
    ...screen,
    width: wide,
    deviceScaleFactor: scale,
    mobile: false,
  })
  const clip = await page.evaluate<Clip>(cutting(part))
  const { data } = await session.send('Page.captureScreenshot', {
    format: 'png',
    captureBeyondViewport: true,
    clip: { ...clip, scale: 1 },
  })
  await session.send('Emulation.clearDeviceMetricsOverride')
  await session.detach()
  await page.setViewportSize(usualScreen)
  const empty = await (page.context().browser() ?? assert.fail('a browser')).newPage()
  const { text, ...size } = await empty.evaluate<{ width: number; height: number; text: string }>(unpacking(data))
  await empty.close()
  return { ...size, body: smallPng({ ...size, rgba: Buffer.from(text, 'base64') }) }
}

/** The guide's pictures in one language, held against the pages that they show. */
export class GuidePictures {
  readonly #language: Language
  readonly #renews: boolean
  readonly #known: ReadonlyMap<string, Taken>
  readonly #passed = new Map<string, Taken>()
  #renewed = 0

  private constructor(language: Language, renews: boolean, known: readonly Taken[]) {
    this.#language = language
    this.#renews = renews
    this.#known = new Map(known.map((one) => [one.file, one]))
  }

  static async of(language: Language, renews: boolean): Promise<GuidePictures> {
    const all = await loadPictures(catalogue)
    return new GuidePictures(
      language,
      renews,
      all.filter((one) => one.language === language),
    )
  }

  /** Looks whether the picture of a step still shows this page; takes it anew when it is asked to. */
  async take(page: Page, step: string, moment: Moment, part: PicturePart = {}): Promise<void> {
    const language = this.#language
    const file = `guide/${language}/${step}-${moment}.png`
    assert.ok(!this.#passed.has(file), `${file} is taken once`)
    const known = this.#known.get(file)
    const shown = part.alone === true && part.from !== undefined ? part.from : 'main'
    const text = markOf(lastingText(await page.locator(shown).innerText(), language))
    if (known?.text === text) return void this.#passed.set(file, known)
    if (this.#renews) {
      // What stands above the heading's own words is no part of them.
      const heading = (await page.locator('h1').innerText()).trim().split('\n')
      const title = (heading.at(-1) ?? '').replaceAll(/\s+/g, ' ').trim()
      this.#passed.set(file, { step, moment, title, text, language, file, ...(await photograph(page, part)) })
      this.#renewed++
    } else {
      const why = known ? 'shows a page that has changed since' : 'is missing'
      find(`${file} ${why}: npm run journeys -- --renew-guide states-${language}`)
    }
    return undefined
  }

  /** After all pages: writes what is new, or finds what no page is like any more. Says how many there are. */
  async close(): Promise<string> {
    const stale = [...this.#known.keys()].filter((file) => !this.#passed.has(file))
    if (this.#renews) await this.#write(stale)
    else for (const file of stale) find(`${file} shows no page of the tour any more, or one that has changed`)
    return `${this.#passed.size} pictures of the guide, ${this.#renewed} taken anew`
  }

  async #write(stale: readonly string[]): Promise<void> {
    const folder = join(catalogue, 'guide', this.#language)
    await mkdir(folder, { recursive: true })
    for (const file of stale) await rm(join(catalogue, file), { force: true })
    for (const { file, body } of this.#passed.values()) await writeFile(join(catalogue, file), body)
    const list = [...this.#passed.values()].map(({ step, moment, title, text, width, height }) => ({
      step,
      moment,
      title,
      text,
      width,
      height,
    }))
    const path = join(folder, 'pictures.yaml')
    await writeFile(path, await format(stringify(list), { ...(await resolveConfig(path)), parser: 'yaml' }))
    assert.equal((await readdir(folder)).length, list.length + 1)
  }
}
