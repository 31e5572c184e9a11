import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runBundle } from './bundle.ts'
import { httpServer, type Server } from './network.ts'
import { createPage, type PageInstance } from './page-instance.ts'
import { PageStack } from './page-stack.ts'
import { readTemplates } from './templates.ts'
import { type Element, everyElement, findSaying, linesOf, viewTree } from './view-tree.ts'
import { VirtualTime } from './virtual-time.ts'
import { createWx, type Phone, type WxCall } from './wx.ts'

export interface LaunchOptions extends Partial<Omit<Phone, 'server'>> {
  /** The folder of the compiled mini-program, such as `miniapp/dist/weapp`. */
  dist: string
  /** Who answers requests: a function, or the address of a server that listens. */
  server: Server | string
  /** The page to open instead of the first, with its query. */
  open?: string
  now?: Date
}

/** Timers due sooner than this belong to one act of the person; later ones (polls, toasts) wait for `pass`. */
const actMs = 400

const defaultNow = new Date('2026-11-23T02:00:00Z')

/** Starts the compiled mini-program, as WeChat would, and waits until its first page has come to rest. */
export async function launchWeapp(options: LaunchOptions): Promise<Weapp> {
  const weapp = new Weapp(options)
  await weapp.launch(options.open)
  return weapp
}

/** A running mini-program, to be read and used as a person does: by what is written on it. */
export class Weapp {
  /** Every call of a function of `wx`, in order. */
  readonly calls: WxCall[] = []
  /** What the bundle wrote to its console as warning or error: nothing, when all is well. */
  readonly complaints: string[] = []
  /** The largest piece of data that crossed to the view at once. */
  largestSetDataBytes = 0

  private readonly time: VirtualTime
  private readonly stack: PageStack
  private readonly bundle
  private readonly templates
  private readonly underWay = new Set<Promise<void>>()
  private readonly phone: Phone
  private readonly firstPage: string
  private pressing = false

  constructor({ dist, server, now = defaultNow, ...given }: LaunchOptions) {
    this.time = new VirtualTime(now.getTime())
    const later = (run: () => void) => void this.time.set(run, 0, false)
    const phone: Phone = {
      loginCode: () => 'login-code',
      phoneCode: () => 'phone-code',
      pay: () => 'ok',
      confirm: () => true,
      scan: () => undefined,
      pickFile: () => undefined,
      takePictures: () => 'cancel',
      subscribe: (templateIds) => Object.fromEntries(templateIds.map((id) => [id, 'accept'])),
      lacks: [],
      fontSizeSetting: 17,
      storage: new Map(),
      ...given,
      server: typeof server === 'string' ? httpServer(server) : server,
    }
    this.stack = new PageStack((route, query) =>
      createPage(this.bundle.page(route), {
        route,
        options: query,
        later,
        sent: (bytes) => {
          this.largestSetDataBytes = Math.max(this.largestSetDataBytes, bytes)
        },
      }),
    )
    const wx = createWx(phone, {
      record: (call) => this.calls.push(call),
      isPressing: () => this.pressing,
      waitFor: (work) => this.waitFor(work),
      later,
      navigation: this.stack.navigation,
    })
    this.phone = phone
    this.templates = readTemplates(dist)
    this.firstPage = JSON.parse(readFileSync(join(dist, 'app.json'), 'utf8')).pages[0]
    this.bundle = runBundle({
      dist,
      wx,
      time: this.time,
      getCurrentPages: () => [...this.stack.pages],
      said: (level, words) => {
        if (level !== 'log') this.complaints.push(words.map(String).join(' '))
      },
    })
  }

  async launch(address = `/${this.firstPage}`): Promise<void> {
    const launched = { path: address.replace(/^\//, '').split('?')[0], query: {}, scene: 1001 }
    this.bundle.app.onLaunch?.(launched)
    this.bundle.app.onShow?.(launched)
    this.stack.open(address)
    await this.settle()
  }

  /** The address of the page in sight, without its query. */
  get path(): string {
    return this.top.route
  }

  /** The words of the page in sight, one line for each block. */
  get lines(): string[] {
    return linesOf(this.elements)
  }

  /** The elements of the page in sight. */
  get elements(): Element[] {
    return viewTree(this.top.data.root?.cn ?? [], this.templates)
  }

  /** The innermost element that says this. Throws when the page does not. */
  find(words: string): Element {
    const found = findSaying(this.elements, words)
    if (!found) throw new Error(`nothing on ${this.path} says “${words}”. It says:\n${this.lines.join('\n')}`)
    return found
  }

  has(words: string): boolean {
    return findSaying(this.elements, words) !== undefined
  }

  /** Opens a page on top, as a link would. */
  async open(address: string): Promise<void> {
    this.stack.navigation.navigateTo({ url: address })
    await this.settle()
  }

  async back(): Promise<void> {
    this.stack.navigation.navigateBack({})
    await this.settle()
  }

  /** Presses what says this. Buttons that ask WeChat for something are answered as a willing person would. */
  async tap(words: string): Promise<void> {
    const pressed = nearest(this.find(words), (element) => element.events.has('tap'))
    if (!pressed) throw new Error(`“${words}” on ${this.path} cannot be pressed`)
    const asks = pressed.attributes['open-type']
    if (asks === 'getPhoneNumber') this.emit(pressed, 'getphonenumber', { code: this.phone.phoneCode() })
    if (asks === 'agreePrivacyAuthorization') this.emit(pressed, 'agreeprivacyauthorization', {})
    this.pressing = true
    for (let element: Element | undefined = pressed; element; element = element.parent) {
      if (element.events.has('tap')) this.emit(element, 'tap', {})
    }
    this.pressing = false
    await this.settle()
  }

  /** Writes into the field with this label. */
  async type(label: string, value: string): Promise<void> {
    this.emit(this.labelled(label, ['input', 'textarea']), 'input', { value, cursor: value.length })
    await this.settle()
  }

  /** Turns the wheel with this label to its n-th choice, or to a date. */
  async choose(label: string, value: number | string): Promise<void> {
    this.emit(this.labelled(label, ['picker']), 'change', { value })
    await this.settle()
  }

  /** Moves the slider with this label to a number: told while it moves, and again when it is let go. */
  async slide(label: string, value: number): Promise<void> {
    this.emit(this.labelled(label, ['slider']), 'changing', { value })
    await this.settle()
    this.emit(this.labelled(label, ['slider']), 'change', { value })
    await this.settle()
  }

  /** Lets time pass, with all that falls due in it. */
  async pass(ms: number): Promise<void> {
    await this.time.pass(ms, () => this.rest(), true)
  }

  /** Waits until requests are answered and the page has been drawn. */
  async settle(): Promise<void> {
    await this.time.pass(actMs, () => this.rest(), false)
  }

  private get top(): PageInstance {
    const top = this.stack.pages.at(-1)
    if (!top) throw new Error('no page is open')
    return top
  }

  private labelled(label: string, tags: readonly string[]): Element {
    for (const element of everyElement(this.elements)) {
      const says = element.attributes['aria-label']
      if (tags.includes(element.tag) && typeof says === 'string' && says.startsWith(label)) return element
    }
    throw new Error(`no ${tags.join(' or ')} on ${this.path} is labelled “${label}”`)
  }

  private emit({ id }: Element, type: string, detail: object): void {
    const target = { id, dataset: { sid: id } }
    this.top.eh?.({ type, detail, target, currentTarget: target, timeStamp: this.time.now() })
  }

  private waitFor(work: Promise<void>): void {
    const tracked = work.finally(() => this.underWay.delete(tracked))
    this.underWay.add(tracked)
  }

  /** Until nothing is left to wait for: every promise has had its turn, every request its answer. */
  private async rest(): Promise<void> {
    do {
      await Promise.all(this.underWay)
      await new Promise((resolve) => setImmediate(resolve))
    } while (this.underWay.size > 0)
  }
}

function nearest(from: Element, fits: (element: Element) => boolean): Element | undefined {
  for (let element: Element | undefined = from; element; element = element.parent) {
    if (fits(element)) return element
  }
  return undefined
}
