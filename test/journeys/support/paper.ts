import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'

/** Where the sheets go: out of version control. */
const sheets = fileURLToPath(new URL('../../.artifacts/paper/', import.meta.url))

/** Prints the page as a browser does: every picture is on paper, and the sheets are neither few nor many. */
export async function onPaper(page: Page, name: string): Promise<void> {
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true, printBackground: false })
  mkdirSync(sheets, { recursive: true })
  writeFileSync(`${sheets}${name}.pdf`, pdf)
  const objects = pdf.toString('latin1')
  const count = (pattern: RegExp) => (objects.match(pattern) ?? []).length
  const shown = await page.locator('main img').count()
  const steps = await page.locator('main .claviger-guide__step').count()
  const [printed, pages] = [count(/\/Subtype\s*\/Image\b/g), count(/\/Type\s*\/Page\b/g)]
  assert.ok(printed >= shown, `${name} prints ${printed} of ${shown} pictures`)
  assert.ok(pages >= 2 && pages <= steps + 2, `${name} is ${pages} sheets for ${steps} steps`)
}
