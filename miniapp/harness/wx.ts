import { apiNames } from './api-names.ts'
import type { Server, WeappRequest } from './network.ts'
import { type PicturesChosen, phonePictures } from './wx-pictures.ts'

/** What every asynchronous function of `wx` takes. */
export interface WxOptions {
  success?: (result: object) => void
  fail?: (error: { errMsg: string; errCode?: number }) => void
  complete?: (result: object) => void
  [name: string]: unknown
}

export interface WxCall {
  readonly name: string
  readonly options: Readonly<Record<string, unknown>>
}

/** How the phone, the person and WeChat behave. */
export interface Phone {
  readonly server: Server
  /** The code `wx.login` gives. */
  loginCode: () => string
  /** The code behind the phone button; undefined: the person did not want to tell the number. */
  phoneCode: () => string | undefined
  /** What the person does with the payment sheet. Await WeChat's callback in it where the order matters. */
  pay: (
    params: Readonly<Record<string, unknown>>,
  ) => Promise<'ok' | 'cancel' | 'fail'> | 'ok' | 'cancel' | 'fail'
  /** The person's answer to `wx.showModal`. */
  confirm: (question: Readonly<Record<string, unknown>>) => boolean
  /** What the camera reads; undefined: the person gave up. */
  scan: () => string | undefined
  /** The file the person takes from a conversation; undefined: none. */
  pickFile: () => { name: string; bytes: Uint8Array } | undefined
  /** What the person does when asked for pictures. */
  takePictures: (asked: Readonly<Record<string, unknown>>) => PicturesChosen
  /** The answer to each template of `wx.requestSubscribeMessage`, or the error code it fails with. */
  subscribe: (templateIds: readonly string[]) => Readonly<Record<string, string>> | number
  /** Functions that this WeChat is too old to know. */
  readonly lacks: readonly string[]
  /** WeChat's own font setting, in px. */
  readonly fontSizeSetting: number
  readonly storage: Map<string, string>
}

export interface Hooks {
  record: (call: WxCall) => void
  /** Whether a press is being worked on at this very moment: some questions are only asked then. */
  isPressing: () => boolean
  /** Work under way outside the mini-program, for which the page must be waited for. */
  waitFor: (work: Promise<void>) => void
  later(run: () => void): void
  readonly navigation: Readonly<Record<string, (options: WxOptions) => void>>
}

type Wx = Record<string, unknown>

class WxError extends Error {
  readonly errCode: number | undefined

  constructor(message: string, errCode?: number) {
    super(message)
    this.errCode = errCode
  }
}

/** The `wx` of a phone. What our pages use is done; any other function of WeChat's is there, and refuses to be called. */
export function createWx(phone: Phone, hooks: Hooks): Wx {
  const names = apiNames()
  const pictures = phonePictures(phone.takePictures)
  const wx: Wx = Object.fromEntries(names.map((name) => [name, notDone(name)]))
  const answer = (name: string, options: WxOptions, outcome: object | Error) =>
    hooks.later(() => {
      const result = outcome instanceof Error ? failure(name, outcome) : { errMsg: `${name}:ok`, ...outcome }
      if (outcome instanceof Error) options.fail?.(failure(name, outcome))
      else options.success?.(result)
      options.complete?.(result)
    })
  const done = (name: string, work: (options: WxOptions) => object | Error | Promise<object | Error>) => {
    wx[name] = (options: WxOptions = {}) => {
      hooks.record({ name, options: JSON.parse(JSON.stringify(options)) })
      const outcome = work(options)
      if (outcome instanceof Promise) hooks.waitFor(outcome.then((result) => answer(name, options, result)))
      else answer(name, options, outcome)
      return { abort: () => undefined }
    }
  }

  done('request', (options) => request(phone.server, options))
  done('login', () => ({ code: phone.loginCode() }))
  done('requestPayment', async (options) => {
    const outcome = await phone.pay(options)
    return outcome === 'ok' ? {} : new Error(outcome === 'cancel' ? 'cancel' : 'payment failed')
  })
  done('showModal', (options) => {
    const yes = phone.confirm(options)
    return { confirm: yes, cancel: !yes }
  })
  done('requestSubscribeMessage', ({ tmplIds }) => {
    if (!hooks.isPressing()) return new WxError('can only be invoked by user TAP gesture.')
    const answer = phone.subscribe((Array.isArray(tmplIds) ? tmplIds : []).map(String))
    return typeof answer === 'number' ? new WxError('refused', answer) : answer
  })
  done('scanCode', () => {
    const result = phone.scan()
    return result === undefined ? new Error('cancel') : { result, scanType: 'QR_CODE' }
  })
  done('chooseMessageFile', () => {
    const file = phone.pickFile()
    if (!file) return new Error('cancel')
    return { tempFiles: [{ name: file.name, size: file.bytes.byteLength, path: `wxfile://${file.name}` }] }
  })
  for (const [name, work] of Object.entries(pictures.functions)) done(name, work)
  done('downloadFile', ({ url }) => ({ statusCode: 200, tempFilePath: `wxfile://${String(url)}` }))
  for (const name of [
    'openDocument',
    'shareFileMessage',
    'openSetting',
    'pageScrollTo',
    'setClipboardData',
    'showToast',
    'hideToast',
    'showLoading',
    'hideLoading',
    'setNavigationBarTitle',
    'makePhoneCall',
  ]) {
    done(name, () => ({}))
  }
  for (const [name, go] of Object.entries(hooks.navigation)) {
    done(name, (options) => {
      try {
        go(options)
        return {}
      } catch (error) {
        return error instanceof Error ? error : new Error(String(error))
      }
    })
  }
  const read = (path: string) => pictures.bytesAt(path) ?? phone.pickFile()?.bytes
  return Object.assign(wx, synchronous(phone, hooks, new Set(names), read))
}

function synchronous(
  phone: Phone,
  hooks: Hooks,
  names: ReadonlySet<string>,
  read: (path: string) => Uint8Array | undefined,
): Wx {
  const { storage, fontSizeSetting } = phone
  const size = { windowWidth: 390, windowHeight: 844, screenWidth: 390, screenHeight: 844, pixelRatio: 3 }
  const listen = [...names]
    .filter((name) => /^(on|off)[A-Z]/.test(name))
    .map((name) => [name, () => undefined])
  return {
    ...Object.fromEntries(listen),
    getStorageSync: (key: string) => JSON.parse(storage.get(key) ?? '""'),
    setStorageSync: (key: string, value: unknown) => void storage.set(key, JSON.stringify(value)),
    removeStorageSync: (key: string) => void storage.delete(key),
    getAppBaseInfo: () => ({ SDKVersion: '3.10.0', language: 'zh_CN', theme: 'light', fontSizeSetting }),
    getWindowInfo: () => ({ ...size, statusBarHeight: 47, safeArea: { top: 47, bottom: 810 } }),
    getDeviceInfo: () => ({ platform: 'ios', system: 'iOS 18.0', model: 'iPhone 16' }),
    getSystemInfoSync: () => ({ ...size, platform: 'ios', SDKVersion: '3.10.0' }),
    canIUse: (what: string) => {
      const [name = ''] = what.split('.')
      return names.has(name) && !phone.lacks.includes(name)
    },
    getFileSystemManager: () => ({
      readFile: ({
        filePath,
        success,
      }: {
        filePath: string
        success: (file: { data: ArrayBuffer }) => void
      }) => hooks.later(() => success({ data: new Uint8Array(read(filePath) ?? []).buffer })),
    }),
    createSelectorQuery: () => selectorQuery(hooks),
    nextTick: (run: () => void) => hooks.later(run),
  }
}

/** Nothing is laid out here: whatever is asked for is as large as a button and stands at the top. */
function selectorQuery(hooks: Hooks): object {
  const rect = { left: 0, top: 0, right: 390, bottom: 48, width: 390, height: 48 }
  const asked: object[] = []
  const fields = () => {
    asked.push(rect)
    return query
  }
  const node = { boundingClientRect: fields, scrollOffset: fields, fields, node: fields }
  const query = {
    in: () => query,
    select: () => node,
    selectAll: () => node,
    selectViewport: () => node,
    exec: (tell?: (results: object[]) => void) => hooks.later(() => tell?.(asked)),
  }
  return query
}

const failure = (name: string, error: Error) => ({
  errMsg: `${name}:fail ${error.message}`,
  ...(error instanceof WxError && error.errCode !== undefined && { errCode: error.errCode }),
})

const notDone = (name: string) => () => {
  throw new Error(`wx.${name} was called, and this harness does not do it`)
}

async function request(server: Server, options: WxOptions): Promise<object | Error> {
  const { url = '', method = 'GET', header = {}, data } = options
  const [origin = ''] = /^https?:\/\/[^/]+/.exec(String(url)) ?? []
  const sent: WeappRequest = {
    method: String(method),
    origin,
    path: String(url).slice(origin.length),
    header: Object.fromEntries(
      Object.entries(header as object).map(([name, value]) => [name, String(value)]),
    ),
    body: isBuffer(data)
      ? new Uint8Array(data)
      : data === undefined
        ? undefined
        : JSON.parse(JSON.stringify(data)),
  }
  try {
    const { status, body } = await server(sent)
    return { statusCode: status, data: body, header: {} }
  } catch {
    return new Error('network is not available')
  }
}

/** An ArrayBuffer made inside the bundle's own world is no instance of ours. */
const isBuffer = (data: unknown): data is ArrayBuffer =>
  Object.prototype.toString.call(data) === '[object ArrayBuffer]'
