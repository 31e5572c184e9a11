import { setTimeout as wait } from 'node:timers/promises'
import Type, { type Static } from 'typebox'
import { ApiError } from './api-error.ts'
import { createCountdown } from './countdown.ts'
import { type Answer, bodyBytes, type Exchange, requestId } from './exchange.ts'
import { errcodeAnswer } from './open-platform-answer.ts'
import type { World } from './world.ts'

/**
 * What may go wrong with the next calls of an interface.
 * - before anything is done: `hang`, `reset-before`, `500`, `502html`, `429`, `202`, `errcode` (open platform), `not-enough` (refunds:
 *   the merchant's account is empty)
 * - after the work is done: `reset-after`, `slow` (by `delayMs`), `garbled` (signed, but no JSON)
 * - only the signature of the answer: `tamper-response`, `stale-response`, `unsigned`, `unknown-serial`, `signtest`
 */
const actions = [
  'hang',
  'reset-before',
  '500',
  '502html',
  '429',
  '202',
  'errcode',
  'not-enough',
  'reset-after',
  'slow',
  'garbled',
  'tamper-response',
  'stale-response',
  'unsigned',
  'unknown-serial',
  'signtest',
] as const

export const Fault = Type.Object({
  /** A part of `METHOD /path`, or `POST / SendSms`; an empty text matches every call. */
  match: Type.String(),
  action: Type.Enum(actions),
  times: Type.Optional(Type.Integer({ minimum: 1 })),
  delayMs: Type.Optional(Type.Integer({ minimum: 0, maximum: 60_000 })),
  errcode: Type.Optional(Type.Integer()),
  /** Hits one call of so many, the last of them; each unless said otherwise. */
  every: Type.Optional(Type.Integer({ minimum: 1 })),
})
export type Fault = Static<typeof Fault>

export interface Faults {
  add(fault: Fault): void
  /** The fault that hits this call, used up by it. */
  take(exchange: Exchange): Fault | undefined
  reset(): void
}

export function createFaults(): Faults {
  const faults = createCountdown<Fault & { readonly isNext: () => boolean }>()
  return {
    add: (fault) => faults.add({ ...fault, isNext: lastOf(fault.every ?? 1) }),
    take: (exchange) => {
      const called = nameOf(exchange)
      return faults.take(({ match, isNext }) => called.includes(match) && isNext())
    },
    reset: () => faults.reset(),
  }
}

function lastOf(every: number): () => boolean {
  let calls = 0
  return () => ++calls % every === 0
}

/** 腾讯云 has one path for everything, and names the interface in a header. */
const nameOf = ({ method, path, headers }: Exchange): string =>
  [method, path, headers['x-tc-action']].filter((part) => part !== undefined).join(' ')

/** How a call ends on the wire: with an answer, with a broken connection, or never. */
export type Ending = Answer | 'hang' | 'reset'

const json = { 'content-type': 'application/json; charset=utf-8' }
const slowMs = 4_900

/** Carries a call out the way its fault wants it. */
export async function carryOut(fault: Fault | undefined, work: () => Answer): Promise<Ending> {
  switch (fault?.action) {
    case 'hang':
      return 'hang'
    case 'reset-before':
      return 'reset'
    case '500':
      return { status: 500, headers: json, body: { code: 'SYSTEM_ERROR', message: '系统异常，请稍后重试' } }
    case '502html':
      return { status: 502, headers: { 'content-type': 'text/html' }, body: '<html>502 Bad Gateway</html>' }
    case '429':
      return {
        status: 429,
        headers: { ...json, 'Request-ID': requestId(268447840) },
        body: { code: 'FREQUENCY_LIMITED', message: '频率限制，请降低请求接口频率' },
      }
    case '202':
      return { status: 202, headers: { ...json, 'Request-ID': requestId(0) }, body: {} }
    case 'errcode':
      return errcodeAnswer(fault.errcode ?? -1, fault.errcode === undefined ? 'system error' : 'error')
    case 'not-enough':
      return new ApiError(403, 'NOT_ENOUGH', '基本账户余额不足，请充值后重新发起').answer()
    case 'reset-after':
      work()
      return 'reset'
    case 'slow': {
      const answer = work()
      await wait(fault.delayMs ?? slowMs)
      return answer
    }
    case 'garbled':
      return { ...work(), body: '<html>' }
    default:
      return work()
  }
}

/** Signs every 2xx, 204 included, but a bill's file, unless the fault spoils that. */
export function signed(world: World, asked: string | undefined, answer: Answer, fault?: Fault): Answer {
  if (answer.status >= 300 || answer.unsigned || fault?.action === 'unsigned') return answer
  const { clock, signer } = world
  const body = bodyBytes(answer)
  const staleMs = fault?.action === 'stale-response' ? 301_000 : 0
  const signature = signer.sign(signer.answerSerial(asked), body, new Date(clock.now().getTime() - staleMs))
  if (fault?.action === 'unknown-serial') signature['Wechatpay-Serial'] = '__proto__'
  if (fault?.action === 'signtest') {
    signature['Wechatpay-Signature'] = `WECHATPAY/SIGNTEST/${signature['Wechatpay-Signature']}`
  }
  const spoiled = fault?.action === 'tamper-response' ? Buffer.concat([body, Buffer.from(' ')]) : body
  return {
    ...answer,
    headers: { ...(body.length > 0 && json), ...answer.headers, ...signature },
    body: spoiled,
  }
}
