import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'

/** How somebody works a page: with a pointer, or with nothing but a keyboard. */
export type HandKind = 'pointer' | 'keyboard'

export interface Hand {
  /** Follows a link or presses a button, and waits for the page that it leads to. */
  go(what: Locator): Promise<void>
  /** Fills a text field, in place of what is in it. */
  fill(name: string, text: string): Promise<void>
  /** Chooses a radio button, or ticks a box. */
  choose(name: string, value: string): Promise<void>
  /** Chooses from a list that drops down. */
  pick(name: string, value: string): Promise<void>
  /** Opens something folded. */
  unfold(summary: Locator): Promise<void>
}

const fieldOf = (page: Page, name: string): Locator => page.locator(`main [name="${name}"]:not([type=hidden])`)
const choiceOf = (page: Page, name: string, value: string): Locator =>
  page.locator(`main input[name="${name}"][value="${value}"]`)

async function arriving(page: Page, act: () => Promise<void>): Promise<void> {
  // Together: whichever of the two fails first is the fault, and the other one's is no fault of its own.
  await Promise.all([page.waitForEvent('load'), act()])
}

function pointer(page: Page): Hand {
  return {
    go: (what) => arriving(page, () => what.click()),
    fill: (name, text) => fieldOf(page, name).fill(text),
    choose: (name, value) => choiceOf(page, name, value).check(),
    pick: async (name, value) => void (await fieldOf(page, name).selectOption(value)),
    unfold: (summary) => summary.click(),
  }
}

const stopsMax = 250

type Focusable = NonNullable<Awaited<ReturnType<Locator['elementHandle']>>>

const hasFocus = (element: Focusable): Promise<boolean> =>
  element.evaluate((one) => one === one.ownerDocument.activeElement)

/** Whether it stands before what has the focus now: then the way to it is backwards. */
const isBefore = (element: Focusable): Promise<boolean> =>
  element.evaluate((one) => {
    const focused = one.ownerDocument.activeElement
    return focused !== null && focused !== one.ownerDocument.body && (focused.compareDocumentPosition(one) & 2) === 2
  })

/** How an element looks, with the mark that stands for an input of ours: the label's, drawn before it. */
const lookOf = (element: Focusable): Promise<string> =>
  element.evaluate((one) => {
    const view = one.ownerDocument.defaultView
    const parts: [typeof one, string | null][] = [[one, null]]
    if (one.matches('input[type=radio], input[type=checkbox]') && one.nextElementSibling) {
      parts.push([one.nextElementSibling, '::before'])
    }
    const properties = [
      'outlineStyle',
      'outlineWidth',
      'outlineColor',
      'boxShadow',
      'backgroundColor',
      'borderWidth',
    ] as const
    return parts
      .map(([part, pseudo]) => {
        const style = view?.getComputedStyle(part, pseudo)
        return properties.map((property) => style?.[property]).join(' ')
      })
      .join(' / ')
  })

/** Nothing but keys: Tab and Shift+Tab to get somewhere, arrows and Space to choose, Enter to go. Whatever has the focus must show it. */
class Keyboard implements Hand {
  readonly #page: Page
  #last: { element: Focusable; focused: string } | null = null

  constructor(page: Page) {
    this.#page = page
  }

  async go(what: Locator): Promise<void> {
    await this.#reach(what)
    this.#last = null
    await arriving(this.#page, () => this.#page.keyboard.press('Enter'))
  }

  async fill(name: string, text: string): Promise<void> {
    await this.#reach(fieldOf(this.#page, name))
    await this.#page.keyboard.press('Control+a')
    await this.#page.keyboard.press('Delete')
    await this.#page.keyboard.type(text)
  }

  async choose(name: string, value: string): Promise<void> {
    const wanted = choiceOf(this.#page, name, value)
    if ((await wanted.getAttribute('type')) === 'radio') return this.#chooseOne(name, wanted)
    if (await wanted.isChecked()) return undefined
    await this.#reach(wanted)
    await this.#page.keyboard.press('Space')
    assert.ok(await wanted.isChecked(), `Space ticks ${name} ${value}`)
  }

  async pick(name: string, value: string): Promise<void> {
    const list = fieldOf(this.#page, name)
    await this.#reach(list)
    for (let stops = 0; stops < stopsMax && (await list.inputValue()) !== value; stops++) {
      await this.#page.keyboard.press('ArrowDown')
    }
    assert.equal(await list.inputValue(), value, `the arrows lead to ${value}`)
    this.#last = null
  }

  async unfold(summary: Locator): Promise<void> {
    await this.#reach(summary)
    await this.#page.keyboard.press('Enter')
  }

  /** A group of radio buttons is one stop: the arrows go through it, and choose. */
  async #chooseOne(name: string, wanted: Locator): Promise<void> {
    if (await wanted.isChecked()) return
    const group = fieldOf(this.#page, name)
    const checked = this.#page.locator(`main input[name="${name}"]:checked`)
    const isChosen = (await checked.count()) > 0
    await this.#reach(isChosen ? checked : group.and(this.#page.locator(':enabled')).first())
    if (!isChosen) await this.#page.keyboard.press('Space')
    for (let stops = 0; stops < stopsMax && !(await wanted.isChecked()); stops++) {
      await this.#page.keyboard.press('ArrowDown')
    }
    assert.ok(await wanted.isChecked(), `the arrows lead to ${name}`)
    this.#last = null
  }

  async #reach(what: Locator): Promise<void> {
    const wanted = await what.elementHandle()
    assert.ok(wanted, 'what is looked for is there')
    const isRadio = await wanted.evaluate((one) => one.matches('input[type=radio]'))
    for (let stops = 0; stops < stopsMax; stops++) {
      if (await hasFocus(wanted)) return
      // Backwards into a group of radio buttons one comes in at its end: from the top of the page it is always right.
      const key = (await isBefore(wanted)) && !isRadio ? 'Shift+Tab' : 'Tab'
      await this.#page.keyboard.press(key)
      await this.#showsFocus()
    }
    throw new Error(`Tab does not lead to ${String(what)} at ${this.#page.url()}`)
  }

  /** What had the focus and what has it now look different from one another's other state. */
  async #showsFocus(): Promise<void> {
    if (this.#last) {
      const without = await lookOf(this.#last.element)
      const where = await this.#last.element.evaluate((one) => one.outerHTML.slice(0, 200))
      assert.notEqual(this.#last.focused, without, `the focus cannot be seen on ${where}`)
    }
    const focused = (await this.#page.evaluateHandle('document.activeElement')).asElement() as Focusable | null
    const isBody = focused === null || (await focused.evaluate((one) => one === one.ownerDocument.body))
    this.#last = focused && !isBody ? { element: focused, focused: await lookOf(focused) } : null
  }
}

export function handOf(kind: HandKind, page: Page): Hand {
  return kind === 'pointer' ? pointer(page) : new Keyboard(page)
}
