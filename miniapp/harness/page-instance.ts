import type { NodeData } from './view-tree.ts'

/** What a bundle hands to `Page`: Taro's lifecycle functions and its one event handler. */
export interface PageDefinition {
  readonly data?: object
  onLoad?: (options: Record<string, string>) => void
  onShow?: () => void
  onReady?: () => void
  onHide?: () => void
  onUnload?: () => void
  eh?: (event: object) => void
  [member: string]: unknown
}

export interface PageInstance extends PageDefinition {
  readonly route: string
  readonly options: Readonly<Record<string, string>>
  data: { root?: { cn?: readonly NodeData[] } }
  setData(update: Record<string, unknown>, done?: () => void): void
}

export interface PageSetting {
  readonly route: string
  readonly options: Record<string, string>
  later: (run: () => void) => void
  /** Told the size of each piece of data that crosses to the view. */
  sent: (bytes: number) => void
}

/** A page on the stack. What it sets is cloned through JSON, as on the way from the logic to the view. */
export function createPage(
  definition: PageDefinition,
  { route, options, later, sent }: PageSetting,
): PageInstance {
  const page: PageInstance = {
    ...definition,
    route,
    options,
    data: JSON.parse(JSON.stringify(definition.data ?? {})),
    setData(update, done) {
      const crossing = JSON.stringify(update)
      sent(Buffer.byteLength(crossing))
      for (const [path, value] of Object.entries(JSON.parse(crossing))) setPath(page.data, path, value)
      if (done) later(done)
    },
  }
  return page
}

/** Sets `root.cn.[0].cn[1].v` in nested objects and lists. */
function setPath(data: object, path: string, value: unknown): void {
  const steps = path.match(/[^.[\]]+/g) ?? []
  const last = steps.pop()
  if (last === undefined) throw new Error(`setData got an empty path`)
  let target = data as Record<string, unknown>
  for (const [at, step] of steps.entries()) {
    target[step] ??= /^\d+$/.test(steps[at + 1] ?? last) ? [] : {}
    target = target[step] as Record<string, unknown>
  }
  target[last] = value
}
