/** As much of a browser as a sign-in needs: cookies with their paths, redirects, one form. */
export class Browser {
  readonly #cookies = new Map<string, { name: string; value: string; path: string }>()

  async send(url: string, form?: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
    const { origin, pathname } = new URL(url)
    const cookie = [...this.#cookies.values()]
      .filter(({ path }) => pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ')
    const response = await fetch(url, {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { cookie, ...(form ? { origin } : {}), ...headers },
      ...(form ? { body: new URLSearchParams(form) } : {}),
    })
    for (const line of response.headers.getSetCookie()) this.#keep(line)
    return response
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split(/; */)
    const [name = '', ...value] = pair.split('=')
    const path = attributes.find((one) => /^path=/i.test(one))?.slice(5) ?? '/'
    if (value.join('=') === '') this.#cookies.delete(`${name} ${path}`)
    else this.#cookies.set(`${name} ${path}`, { name, value: value.join('='), path })
  }

  /** Follows redirects up to the first page, or up to the first address that begins with `end`. */
  async follow(url: string, end: string): Promise<{ url: string; response: Response | null }> {
    for (let hops = 0; hops < 10; hops++) {
      if (url.startsWith(end)) return { url, response: null }
      const response = await this.send(url)
      const location = response.headers.get('location')
      if (location === null) return { url, response }
      url = new URL(location, url).href
    }
    throw new Error('redirected too often')
  }
}
