import { html, raw } from './html.ts'
import { light } from './colours.ts'
import type { Html } from './html.ts'

/** A ring, and on it one key: one stroke, on a field of 32 by 32. */
const strokes = '<circle cx="15.5" cy="9.5" r="7"/><path d="M15.5 16.5V30h8M15.5 24h6"/>'

/** The mark in the colour of the text around it; decoration, since the word Claviger stands beside it. */
export function mark(): Html {
  return html`<svg
    class="claviger-mark"
    xmlns="http://www.w3.org/2000/svg"
    viewBox="0 0 32 32"
    width="32"
    height="32"
    fill="none"
    stroke="currentColor"
    stroke-width="3"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    ${raw(strokes)}
  </svg>`
}

/** The content of favicon.svg: the mark in white on key blue, so that it stands on light and on dark tabs. */
export const faviconSvg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">' +
  `<rect width="32" height="32" rx="6" fill="${light.keyFill}"/>` +
  '<g transform="translate(3.2 3.2) scale(0.8)" fill="none" stroke="#fff" stroke-width="3.6" stroke-linecap="round" ' +
  `stroke-linejoin="round">${strokes}</g></svg>\n`

export const faviconPath = '/favicon.svg'
