/** The colours of the pages, by what they are for. Light and dark have the same names. */
export type Palette = {
  ink: string
  /** Text of second rank: hints, captions. */
  quiet: string
  paper: string
  wash: string
  /** Separators only; borders of inputs are ink. */
  line: string
  key: string
  keyHover: string
  visited: string
  /** Behind white words: buttons, the current page. */
  keyFill: string
  keyFillHover: string
  onKeyFill: string
  keyTint: string
  brass: string
  brassTint: string
  green: string
  greenTint: string
  red: string
  redTint: string
  redFill: string
  redFillHover: string
  greyTint: string
  focus: string
  onFocus: string
}

export const light: Palette = {
  ink: '#14202e',
  quiet: '#4a5664',
  paper: '#ffffff',
  wash: '#f4f6f8',
  line: '#b6bfc9',
  key: '#1f4e8c',
  keyHover: '#14335c',
  visited: '#54319f',
  keyFill: '#1f4e8c',
  keyFillHover: '#173c6d',
  onKeyFill: '#ffffff',
  keyTint: '#e4edf8',
  brass: '#8a6100',
  brassTint: '#fdf4dd',
  green: '#1d6b3f',
  greenTint: '#e3f3e9',
  red: '#a8201a',
  redTint: '#fbe9e7',
  redFill: '#a8201a',
  redFillHover: '#821813',
  greyTint: '#e8ecf0',
  focus: '#ffcf33',
  onFocus: '#14202e',
}

export const dark: Palette = {
  ink: '#e8edf3',
  quiet: '#aab6c3',
  paper: '#111922',
  wash: '#19232e',
  line: '#465463',
  key: '#8dbbf4',
  keyHover: '#b9d6fa',
  visited: '#c3aef5',
  keyFill: '#3670bd',
  keyFillHover: '#2c5d9f',
  onKeyFill: '#ffffff',
  keyTint: '#1b3453',
  brass: '#e6b95c',
  brassTint: '#3a2e12',
  green: '#74cf98',
  greenTint: '#14352a',
  red: '#ff958c',
  redTint: '#44201f',
  redFill: '#c2403a',
  redFillHover: '#a5322d',
  greyTint: '#26323e',
  focus: '#ffcf33',
  onFocus: '#14202e',
}

type Pair = readonly [foreground: keyof Palette, background: keyof Palette]

/** Pairs in which the first is read as text on the second: a contrast of at least 4.5 (WCAG 2.2, 1.4.3). */
export const textPairs: readonly Pair[] = [
  ...(['ink', 'quiet', 'key', 'keyHover', 'visited', 'brass', 'green', 'red'] as const).flatMap((text): Pair[] => [
    [text, 'paper'],
    [text, 'wash'],
  ]),
  ['onKeyFill', 'keyFill'],
  ['onKeyFill', 'keyFillHover'],
  ['onKeyFill', 'redFill'],
  ['onKeyFill', 'redFillHover'],
  ['key', 'keyTint'],
  ['brass', 'brassTint'],
  ['green', 'greenTint'],
  ['red', 'redTint'],
  ['ink', 'greyTint'],
  ['onFocus', 'focus'],
]

/** Pairs in which the first is a border, a shape or a filled control on the second: at least 3 (WCAG 2.2, 1.4.11). */
export const shapePairs: readonly Pair[] = [
  ['ink', 'paper'],
  ['key', 'paper'],
  ['brass', 'paper'],
  ['green', 'paper'],
  ['red', 'paper'],
  ['quiet', 'paper'],
  ['keyFill', 'paper'],
  ['redFill', 'paper'],
]

function customProperties(palette: Palette): string {
  const own = Object.entries(palette).map(
    ([name, colour]) => `--claviger-${name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}:${colour}`,
  )
  const packages: Readonly<Record<string, keyof Palette>> = {
    brand: 'key',
    text: 'ink',
    'inverse-text': 'onKeyFill',
    'template-background': 'wash',
    'body-background': 'paper',
    'secondary-text': 'quiet',
    focus: 'focus',
    'focus-text': 'onFocus',
    error: 'red',
    success: 'green',
    border: 'line',
    'input-border': 'ink',
    hover: 'line',
    link: 'key',
    'link-visited': 'visited',
    'link-hover': 'keyHover',
    'link-active': 'ink',
    'surface-background': 'wash',
    'surface-text': 'ink',
    'surface-border': 'line',
  }
  const theirs = Object.entries(packages).map(([name, colour]) => `--govuk-${name}-colour:${palette[colour]}`)
  return [...own, ...theirs].join(';')
}

/** The custom properties of both palettes; paper is always printed with the light one. */
export function colourCss(): string {
  return (
    `:root{color-scheme:light;${customProperties(light)}}` +
    `@media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;${customProperties(dark)}}}`
  )
}
