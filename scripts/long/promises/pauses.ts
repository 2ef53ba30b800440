const tickMs = 50
const heldUpMs = 400

/** Notices when this process was stopped, or kept from running: whatever it measured meanwhile says nothing. */
export class Pauses {
  #last = performance.now()
  #newest = Number.NEGATIVE_INFINITY
  readonly #tick = setInterval(() => this.#look(), tickMs).unref()

  #look(): void {
    const now = performance.now()
    if (now - this.#last > tickMs + heldUpMs) this.#newest = now
    this.#last = now
  }

  /** Whether there was one since. */
  since(from: number): boolean {
    this.#look()
    return this.#newest >= from
  }

  end(): void {
    clearInterval(this.#tick)
  }
}
