import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { colourCss } from './colours.ts'

/** A font file and the path under which it is served. */
export type FontFile = { path: string; file: string }

export type Styles = {
  css: string
  /** Of the whole sheet: part of its address, so that it may be cached for ever. */
  hash: string
  /** The path at which `css` is to be served. */
  path: string
  fonts: FontFile[]
}

const fontFamily = 'Source Sans 3 Variable'
const fontStack = `"${fontFamily}",system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif`

/** The subsets that the four languages and the names of people need; each is loaded only when a page uses it. */
const subsets = ['latin', 'latin-ext'] as const

function readOf(specifier: string): string {
  return readFileSync(fileURLToPath(import.meta.resolve(specifier)), 'utf8')
}

function shortHash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16)
}

/**
 * The package's sheet without its typeface, which is licensed for one site only, and without the rules that load the
 * crest from an address that we do not serve. Throws when a later version would bring either back.
 */
function packageCss(): string {
  const css = readOf('govuk-frontend/dist/govuk/govuk-frontend.min.css')
    .replace(/^\uFEFF?@charset "[^"]*";/, '')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/@font-face\{[^}]*\}/g, '')
    .replace(/[^{}]*\{[^{}]*url\([^{}]*\}/g, '')
    .replaceAll('GDS Transport,arial,sans-serif', 'var(--claviger-font)')
    // The package prints in another typeface, because its own may not be embedded; ours may.
    .replaceAll('font-family:sans-serif', 'font-family:var(--claviger-font)')
    .replace(/\n+/g, '')
  if (/GDS Transport|url\(|@import/.test(css)) throw new Error('govuk-frontend brings a typeface or a file of its own')
  return css
}

function fontFace(subset: (typeof subsets)[number], sheet: string): { css: string; font: FontFile } {
  const name = `source-sans-3-${subset}-wght-normal.woff2`
  const face = sheet.split('@font-face').find((part) => part.includes(name))
  const range = face?.match(/unicode-range:\s*([^;]+);/)?.[1]
  if (!range) throw new Error(`No unicode range for ${name}`)
  const file = fileURLToPath(import.meta.resolve(`@fontsource-variable/source-sans-3/files/${name}`))
  const path = `/assets/fonts/source-sans-3-${subset}-${shortHash(readFileSync(file))}.woff2`
  const css =
    `@font-face{font-family:"${fontFamily}";font-style:normal;font-display:swap;font-weight:200 900;` +
    `src:url(${path}) format("woff2");unicode-range:${range}}`
  return { css, font: { path, file } }
}

const ownSheets = ['package', 'frame', 'lists', 'diagram', 'media'] as const

/** Our own sheets in their order, without comments and line ends. */
function ownCss(): string {
  return ownSheets
    .map((name) => readFileSync(fileURLToPath(new URL(`./css/${name}.css`, import.meta.url)), 'utf8'))
    .join('')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s*\n\s*/g, ' ')
    .trim()
}

/** Builds the one stylesheet: fonts, GOV.UK Frontend, our colours, our own rules. Reads files; call it once at start. */
export function buildStyles(): Styles {
  const sheet = readOf('@fontsource-variable/source-sans-3/wght.css')
  const faces = subsets.map((subset) => fontFace(subset, sheet))
  const css = [
    '@charset "UTF-8";',
    '/* Contains GOV.UK Frontend, MIT licence, copyright Crown Copyright (Government Digital Service). */',
    ...faces.map((face) => face.css),
    packageCss(),
    `:root{--claviger-font:${fontStack}}`,
    colourCss(),
    ownCss(),
  ].join('\n')
  const hash = shortHash(css)
  return { css, hash, path: `/assets/claviger-${hash}.css`, fonts: faces.map((face) => face.font) }
}
