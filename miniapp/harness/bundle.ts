import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import vm from 'node:vm'
import type { PageDefinition } from './page-instance.ts'
import type { VirtualTime } from './virtual-time.ts'

export interface AppDefinition {
  onLaunch?: (options: object) => void
  onShow?: (options: object) => void
  [member: string]: unknown
}

export interface Bundle {
  readonly app: AppDefinition
  /** Runs a page's script, once, as WeChat does when the page is first opened. */
  page: (route: string) => PageDefinition
}

export interface BundleWorld {
  readonly dist: string
  readonly wx: Record<string, unknown>
  readonly time: VirtualTime
  getCurrentPages: () => unknown[]
  /** What the bundle writes to its console. */
  said: (level: 'log' | 'warn' | 'error', words: unknown[]) => void
}

/** Runs a compiled mini-program in a world with nothing but what WeChat gives it: no window, process or fetch. */
export function runBundle({ dist, wx, time, getCurrentPages, said }: BundleWorld): Bundle {
  let app: AppDefinition | undefined
  let defined: PageDefinition | undefined
  const pages = new Map<string, PageDefinition>()
  const world = vm.createContext({
    wx,
    App: (definition: AppDefinition) => {
      app = definition
    },
    Page: (definition: PageDefinition) => {
      defined = definition
    },
    Component: () => undefined,
    getApp: () => app,
    getCurrentPages,
    setTimeout: (run: () => void, ms = 0) => time.set(run, ms, false),
    setInterval: (run: () => void, ms = 0) => time.set(run, ms, true),
    clearTimeout: (id: number) => time.clear(id),
    clearInterval: (id: number) => time.clear(id),
    console: {
      log: (...words: unknown[]) => said('log', words),
      info: (...words: unknown[]) => said('log', words),
      warn: (...words: unknown[]) => said('warn', words),
      error: (...words: unknown[]) => said('error', words),
    },
    virtualNow: () => time.now(),
  })
  vm.runInContext(virtualDate, world)
  const load = moduleLoader(dist, world)

  load('app.js')
  if (!app) throw new Error('the bundle did not call App()')
  return {
    app,
    page(route) {
      const known = pages.get(route)
      if (known) return known
      defined = undefined
      load(`${route}.js`)
      if (!defined) throw new Error(`${route}.js did not call Page()`)
      pages.set(route, defined)
      return defined
    },
  }
}

const virtualDate = `
  {
    const now = virtualNow
    delete globalThis.virtualNow
    const RealDate = Date
    globalThis.Date = class Date extends RealDate {
      constructor(...given) {
        if (given.length === 0) super(now())
        else super(...given)
      }
      static now() { return now() }
    }
  }`

/** WeChat's modules: each file a function of its own, `require` by a path relative to it. */
function moduleLoader(dist: string, world: vm.Context): (file: string) => unknown {
  const loaded = new Map<string, { exports: unknown }>()
  const load = (file: string): unknown => {
    const known = loaded.get(file)
    if (known) return known.exports
    const path = join(dist, file)
    if (!existsSync(path)) throw new Error(`the bundle has no ${file}`)
    const module = { exports: {} }
    loaded.set(file, module)
    const run = vm.compileFunction(readFileSync(path, 'utf8'), ['require', 'module', 'exports'], {
      filename: path,
      parsingContext: world,
    })
    const requireFrom = (wanted: string) => load(join(dirname(file), wanted).replace(/(\.js)?$/, '.js'))
    run(requireFrom, module, module.exports)
    return module.exports
  }
  return load
}
