import { randomBytes } from 'node:crypto'
import Type, { type Static } from 'typebox'
import { createCountdown } from './countdown.ts'
import type { EmulatorKeys } from './keys.ts'
import { post } from './post-notice.ts'
import { echoQuery, messageText, type Spoiled, type Told, writePush } from './push-message.ts'
import type { VirtualClock } from './virtual-clock.ts'

/** 消息推送配置 of the console. */
export const PushSettings = Type.Object({
  /** Null: nothing is pushed. */
  url: Type.Union([Type.String(), Type.Null()]),
  format: Type.Optional(Type.Enum(['json', 'xml'])),
  /** Whether answers that were kept, so that no dialog appeared, are pushed as well: the documents do not say. */
  keptAnswers: Type.Optional(Type.Boolean()),
})
export type PushSettings = Static<typeof PushSettings>

/** What goes wrong with the next pushes. */
export const PushFault = Type.Object({
  fault: Type.Enum(['drop', 'duplicate', 'bad-signature', 'foreign', 'other-key', 'plain']),
  times: Type.Optional(Type.Integer({ minimum: 1 })),
})
export type PushFault = Static<typeof PushFault>

/** What becomes of the next messages that were taken, where they do not arrive. */
export const Arrival = Type.Object({
  errorCode: Type.Integer(),
  errorStatus: Type.Optional(Type.String()),
  times: Type.Optional(Type.Integer({ minimum: 1 })),
})
export type Arrival = Static<typeof Arrival>

/** One push, and what was answered each time it was sent; null: nothing. */
export interface Pushed {
  readonly event: Told['kind']
  readonly openid: string
  readonly text: string
  readonly answers: (number | null)[]
}

export interface Pusher {
  set(settings: PushSettings): void
  push(told: Told): void
  /** Tries the address, as the console does before it takes it. */
  tryAddress(): Promise<boolean>
  failNext(fault: PushFault): void
  failArrival(arrival: Arrival): void
  /** The last thousand. */
  all(): readonly Pushed[]
  reset(): void
}

/** How long after a message was taken its result is pushed. */
const resultAfterMs = 1_000
/** Results of one tenth of a second go out together: an agenda of a hundred thousand would be slow. */
const togetherMs = 100
const atOnce = 16
/** 回复 success or nothing within five seconds; otherwise three more times. */
const retries = 3
const retryAfterMs = 5_000
const remembered = 1_000

interface Entry {
  readonly told: Told
  readonly pushed: Pushed
}

export function createPusher({ keys, clock }: { keys: EmulatorKeys; clock: VirtualClock }): Pusher {
  let settings: PushSettings = { url: null }
  const faults = createCountdown<PushFault>()
  const arrivals = createCountdown<Arrival>()
  let history: Pushed[] = []
  const due = new Map<number, Entry[]>()

  const plan = (entry: Entry, dueAtMs: number): void => {
    const already = due.get(dueAtMs)
    if (already) already.push(entry)
    else {
      due.set(dueAtMs, [entry])
      clock.at(dueAtMs, () => sendDue(dueAtMs))
    }
  }

  async function sendDue(dueAtMs: number): Promise<void> {
    const entries = due.get(dueAtMs) ?? []
    due.delete(dueAtMs)
    // One walk through the list, shared by several: each takes the next.
    const walk = entries.values()
    const worker = async (): Promise<void> => {
      for (const entry of walk) await send(entry)
    }
    await Promise.all(Array.from({ length: atOnce }, worker))
  }

  async function send({ told, pushed }: Entry): Promise<void> {
    const fault = faults.take()?.fault
    const copies = fault === 'duplicate' ? 3 : 1
    const answers = await Promise.all(Array.from({ length: copies }, () => deliver(told, pushed.text, fault)))
    pushed.answers.push(...answers.map((answer) => answer?.status ?? null))
    const taken = answers.some((answer) => answer?.status === 200 && ['success', ''].includes(answer.text))
    if (taken || pushed.answers.length > retries) return
    plan({ told, pushed }, clock.now().getTime() + retryAfterMs)
  }

  async function deliver(told: Told, text: string, fault: PushFault['fault'] | undefined) {
    const { url, format = 'json' } = settings
    if (url === null || fault === 'drop') return null
    const push = writePush(keys, { url, format, openid: told.openid }, text, clock.now(), spoiledBy(fault))
    return post(push.url, push)
  }

  const tell = (told: Told): void => {
    const now = clock.now()
    const text = messageText(told, now, settings.format ?? 'json')
    const pushed: Pushed = { event: told.kind, openid: told.openid, text, answers: [] }
    history.push(pushed)
    if (history.length > 2 * remembered) history = history.slice(-remembered)
    const resultAtMs = Math.ceil((now.getTime() + resultAfterMs) / togetherMs) * togetherMs
    plan({ told, pushed }, told.kind === 'sent' ? resultAtMs : now.getTime())
  }

  return {
    set: (changed) => {
      settings = { ...settings, ...changed }
    },
    push: (told) => {
      if (settings.url === null) return
      if (told.kind === 'popup' && told.withoutDialog && settings.keptAnswers === false) return
      tell(told.kind === 'sent' ? { ...told, ...arrivals.take() } : told)
    },
    tryAddress: async () => {
      if (settings.url === null) return false
      const echostr = String(randomBytes(8).readBigUInt64BE())
      const response = await fetch(`${settings.url}?${echoQuery(keys, echostr, clock.now()).toString()}`)
      return response.status === 200 && (await response.text()) === echostr
    },
    failNext: (fault) => faults.add(fault),
    failArrival: (arrival) => arrivals.add(arrival),
    all: () => history.slice(-remembered),
    reset: () => {
      faults.reset()
      arrivals.reset()
    },
  }
}

function spoiledBy(fault: PushFault['fault'] | undefined): Spoiled {
  switch (fault) {
    case 'bad-signature':
      return { signature: true }
    case 'foreign':
      return { appid: 'wx0000000000000000' }
    case 'other-key':
      return { aesKey: randomBytes(32).toString('base64').slice(0, 43) }
    case 'plain':
      return { plain: true }
    default:
      return {}
  }
}
