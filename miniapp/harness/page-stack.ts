import type { PageInstance } from './page-instance.ts'
import type { WxOptions } from './wx.ts'

/** WeChat keeps at most ten pages. */
const deepest = 10

/** The pages that lie on one another, and the ways between them. */
export class PageStack {
  readonly pages: PageInstance[] = []
  private readonly create: (route: string, query: Record<string, string>) => PageInstance

  readonly navigation = {
    navigateTo: ({ url }: WxOptions) => {
      if (this.pages.length >= deepest) throw new Error('webview count limit exceed')
      this.pages.at(-1)?.onHide?.()
      this.open(String(url))
    },
    redirectTo: ({ url }: WxOptions) => {
      this.close()
      this.open(String(url))
    },
    reLaunch: ({ url }: WxOptions) => {
      while (this.pages.length > 0) this.close()
      this.open(String(url))
    },
    navigateBack: ({ delta = 1 }: WxOptions) => {
      for (let left = Number(delta); left > 0 && this.pages.length > 1; left--) this.close()
      this.pages.at(-1)?.onShow?.()
    },
  }

  constructor(create: (route: string, query: Record<string, string>) => PageInstance) {
    this.create = create
  }

  open(url: string): void {
    const [route = '', query = ''] = url.replace(/^\//, '').split('?')
    const page = this.create(route, Object.fromEntries(new URLSearchParams(query)))
    this.pages.push(page)
    page.onLoad?.({ ...page.options })
    page.onShow?.()
    page.onReady?.()
  }

  private close(): void {
    this.pages.pop()?.onUnload?.()
  }
}
