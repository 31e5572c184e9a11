import type { Clock } from '../../platform/clock.ts'

/** A subscription message that WeChat has taken: what stands on somebody's phone. */
export interface SentMessage {
  readonly msgId: string
  readonly openid: string
  readonly templateId: string
  readonly page: string
  readonly data: Readonly<Record<string, string>>
  readonly miniprogramState: string | undefined
  readonly lang: string | undefined
  readonly atMs: number
}

/** The receipts, and how much of the day is used up. Nothing is looked for one by one: a hundred thousand must be cheap. */
export interface SentMessages {
  take(message: Omit<SentMessage, 'msgId' | 'atMs'>): SentMessage
  all(): readonly SentMessage[]
  of(openid: string): readonly SentMessage[]
  /** Counts one call of today; false when there are no more. */
  count(): boolean
  today(): { readonly limit: number; readonly used: number }
  /** What may be called a day, from now on. */
  limit(calls: number): void
}

/** 次数限制: 开通支付能力的是3kw/日. */
const usualLimit = 30_000_000

const shanghaiMs = 8 * 3_600_000

export function createSentMessages(clock: Clock): SentMessages {
  const messages: SentMessage[] = []
  const byOpenid = new Map<string, SentMessage[]>()
  // Ids look like WeChat's: whole numbers beyond what a JavaScript number holds.
  let lastId = 1_864_323_726_461_255_680n
  let limit = usualLimit
  let counted = { day: '', used: 0 }

  const today = () => {
    const day = new Date(clock.now().getTime() + shanghaiMs).toISOString().slice(0, 10)
    if (counted.day !== day) counted = { day, used: 0 }
    return counted
  }
  return {
    take: (message) => {
      lastId += 1n
      const taken = { ...message, msgId: String(lastId), atMs: clock.now().getTime() }
      messages.push(taken)
      const theirs = byOpenid.get(message.openid)
      if (theirs) theirs.push(taken)
      else byOpenid.set(message.openid, [taken])
      return taken
    },
    all: () => messages,
    of: (openid) => byOpenid.get(openid) ?? [],
    count: () => {
      const day = today()
      if (day.used >= limit) return false
      day.used += 1
      return true
    },
    today: () => ({ limit, used: today().used }),
    limit: (calls) => {
      limit = calls
    },
  }
}
