/** One page as a browser without scripts gets it. */
export interface Page {
  readonly status: number
  readonly text: string
  readonly location: URL | undefined
  readonly cookie: string | undefined
}

export interface PageVisitor {
  get(path: string, query: Record<string, string>, cookie?: string): Promise<Page>
  /** Presses a button of a page: the form's hidden fields, what is ticked besides, and the button's own name and value. */
  press(
    path: string,
    page: Page,
    button: readonly [name: string, value: string],
    ticked?: readonly (readonly [name: string, value: string])[],
  ): Promise<Page>
}

/** Visits the emulator's pages over real HTTP. */
export function pageVisitor(url: string): PageVisitor {
  async function open(path: string, init: RequestInit): Promise<Page> {
    const response = await fetch(url + path, { redirect: 'manual', ...init })
    const location = response.headers.get('location')
    return {
      status: response.status,
      text: await response.text(),
      location: location ? new URL(location) : undefined,
      cookie: response.headers.get('set-cookie') ?? undefined,
    }
  }
  return {
    get: (path, query, cookie = '') =>
      open(`${path}?${new URLSearchParams(query).toString()}`, { headers: { cookie } }),
    press: (path, page, [name, value], ticked = []) => {
      const form = new URLSearchParams()
      for (const [, each = '', held = ''] of page.text.matchAll(
        /type="hidden" name="([^"]*)" value="([^"]*)"/g,
      ))
        form.set(each, plain(held))
      for (const [each, held] of ticked) form.append(each, held)
      form.set(name, value)
      return open(path, { method: 'POST', body: form })
    },
  }
}

const plain = (text: string): string =>
  text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
