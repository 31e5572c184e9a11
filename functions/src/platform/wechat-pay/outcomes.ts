import { asObject, asText, parseJson } from './json-shape.ts'
import type { SignatureFault } from './verify-signature.ts'

/**
 * What a call to WeChat Pay may end in besides its own good answers.
 * - `rejected`: WeChat said no to this request. It says nothing final about the order: only a query does.
 * - `rate-limited`: try later, with backoff and jitter.
 * - `unknown-outcome`: the request may or may not have been carried out. Query before anything else; never start
 *   again under a new number.
 * - `accepted`: still being worked on; repeat the identical request.
 * - `config`: our keys, ids or permissions are wrong. A person must act; no retry helps.
 */
export type CallFailure =
  | ({ readonly kind: 'rejected' | 'config'; readonly code: string; readonly message: string } & Traced)
  | ({ readonly kind: 'unknown-outcome'; readonly why: UnknownWhy } & Traced)
  | ({ readonly kind: 'rate-limited' | 'accepted' } & Traced)

export type UnknownWhy = 'timeout' | 'network' | 'server-error' | 'unreadable-answer' | SignatureFault

/** WeChat's Request-ID; its last part is WeChat's inner error number. The one thing to log of every failure. */
export interface Traced {
  readonly requestId: string | undefined
}

const configCodes: ReadonlySet<string> = new Set([
  'SIGN_ERROR',
  'NO_AUTH',
  'MCH_NOT_EXISTS',
  'APPID_MCHID_NOT_MATCH',
])

/** 受理关系不存在, 子商户号必填, 子商户号与服务商户号相同: told by the inner number only. */
const noSuchPartner = /-(268443701|268443704|268443705)$/

/** Two names are documented for the same thing. */
const rateCodes: ReadonlySet<string> = new Set(['RATELIMIT_EXCEEDED', 'FREQUENCY_LIMITED'])

export const unknownOutcome = (why: UnknownWhy, requestId?: string): CallFailure => ({
  kind: 'unknown-outcome',
  why,
  requestId,
})

/**
 * The meaning of an answer that is not 2xx. Such answers are not signed. A 4xx that does not carry WeChat's
 * `{code, message}` was perhaps given by something in between, so it proves nothing.
 */
export function failureOf(status: number, body: Buffer, requestId?: string): CallFailure {
  if (status === 429) return { kind: 'rate-limited', requestId }
  if (status < 400 || status >= 500) return unknownOutcome('server-error', requestId)
  if (body.length === 0 && (status === 404 || status === 405)) {
    return { kind: 'config', code: `HTTP_${status}`, message: 'no such API at this address', requestId }
  }
  const error = asObject(parseJson(body))
  const code = asText(error?.code, 64)
  if (!code) return unknownOutcome('unreadable-answer', requestId)
  if (rateCodes.has(code)) return { kind: 'rate-limited', requestId }
  const message = typeof error?.message === 'string' ? error.message.slice(0, 200) : ''
  const isConfig = configCodes.has(code) || noSuchPartner.test(requestId ?? '')
  return { kind: isConfig ? 'config' : 'rejected', code, message, requestId }
}

/** 该订单已支付: two spellings are on record, and two inner numbers. */
export const saysPaid = (failure: CallFailure): boolean =>
  failure.kind === 'rejected' &&
  (['ORDERPAID', 'ORDER_PAID'].includes(failure.code) ||
    /-(268449538|268498689)$/.test(failure.requestId ?? ''))

/** 订单不存在, 退款单不存在. */
export const saysUnknownOrder = (failure: CallFailure): boolean =>
  failure.kind === 'rejected' &&
  ['ORDER_NOT_EXIST', 'ORDERNOTEXIST', 'RESOURCE_NOT_EXISTS'].includes(failure.code)

export const saysCode = (failure: CallFailure, code: string): boolean =>
  failure.kind === 'rejected' && failure.code === code

/** Against a rule of the trade (INVALID_REQUEST); which one, WeChat says in words only. */
export const saysWords = (failure: CallFailure, words: RegExp): boolean =>
  failure.kind === 'rejected' && failure.code === 'INVALID_REQUEST' && words.test(failure.message)
