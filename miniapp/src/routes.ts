/** The only place that knows the pages' addresses. A link is made by a function named after the page it leads to. */
const pages = {
  home: 'pages/home/index',
  settings: 'pages/settings/index',
  privacy: 'pages/privacy/index',
} as const

/** For app.config.ts: the main package, first page first. */
export const mainPages: string[] = Object.values(pages)

export const toHome = (): string => address(pages.home)
export const toSettings = (): string => address(pages.settings)

/** 隐私说明. With `ask`, the page asks for consent and goes back when it is given. */
export const toPrivacy = (params: { ask?: boolean } = {}): string =>
  address(pages.privacy, { ask: params.ask ? 1 : undefined })

function address(page: string, params: Readonly<Record<string, string | number | undefined>> = {}): string {
  const pairs = Object.entries(params).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(String(value))}`],
  )
  return pairs.length > 0 ? `/${page}?${pairs.join('&')}` : `/${page}`
}
