import { createSecretKey, type KeyObject } from 'node:crypto'
import type { Clock } from '../clock.ts'
import { asObject, asText, type JsonObject, parseJson } from './json-shape.ts'
import { openResource, type SealedResource } from './open-resource.ts'
import { type PaidOrder, readPaidOrder } from './paid-order.ts'
import { type RefundRecord, readRefund } from './refund-record.ts'
import { parseVerificationKeys } from './verification-keys.ts'
import { type HeaderOf, type SignatureFault, signatureFault } from './verify-signature.ts'
import { isFor, type Reader, readNamed } from './whose-money.ts'

/** Headers as a gateway hands them over, in whatever case. */
export type RequestHeaders = Readonly<Record<string, string | readonly string[] | undefined>>

/**
 * What a call to the notify URL turns out to be. Only `paid`, `refund` and `other-event` are proven to come from WeChat.
 * - `undecryptable`: signed by WeChat but sealed with another key: our APIv3 key is wrong. Answer 500, so that the
 *   notice comes again once the key is right, and raise the alarm.
 * - `malformed`: signed, and not what the documentation describes.
 * - `other-merchant`: signed, and about another merchant under the same service provider than the one asked.
 * - `refund`: a refund has ended, well or not; `mchid` is the merchant that the notice names. It may come before the
 *   notice of the payment.
 * - `other-event`: a genuine notice that is about neither. Acknowledge it.
 */
export type Notification =
  | { readonly kind: 'paid'; readonly eventId: string; readonly order: PaidOrder }
  | {
      readonly kind: 'refund'
      readonly eventId: string
      readonly mchid: string
      readonly spMchid?: string
      readonly refund: RefundRecord
    }
  | { readonly kind: 'other-event'; readonly eventId: string; readonly eventType: string }
  | { readonly kind: NotificationRefusal }

export type NotificationRefusal = SignatureFault | 'undecryptable' | 'malformed' | 'other-merchant'

export type ReadNotification = (headers: RequestHeaders, rawBody: Uint8Array) => Notification

export interface NotificationConfig {
  readonly merchant: Reader
  readonly verificationKeys: ReadonlyMap<string, string>
  readonly clock: Clock
}

/** Real notices are about 1 KiB. */
const maxNoticeBytes = 262_144

/**
 * Makes the reader of payment and refund notices. All keys are parsed here, once; throws when one cannot be. The reader touches
 * no network and loads no other library, so that a function that only takes notices starts quickly.
 * 微信支付 APIv3 "支付通知", "退款结果通知", read 2026-11.
 */
export function createNotificationReader(config: NotificationConfig): ReadNotification {
  const keys = parseVerificationKeys(config.verificationKeys)
  const apiV3Key = createSecretKey(config.merchant.apiV3Key, 'utf8')
  return (headers, rawBody) => {
    if (rawBody.byteLength > maxNoticeBytes) return { kind: 'malformed' }
    const fault = signatureFault(keys, headerOf(headers), rawBody, config.clock.now())
    if (fault) return { kind: fault }
    const notice = readGenuine(apiV3Key, rawBody)
    const named = notice.kind === 'paid' ? notice.order : notice.kind === 'refund' ? notice : undefined
    return named && !isFor(config.merchant, named) ? { kind: 'other-merchant' } : notice
  }
}

function readGenuine(apiV3Key: KeyObject, rawBody: Uint8Array): Notification {
  const notice = asObject(parseJson(Buffer.from(rawBody.buffer, rawBody.byteOffset, rawBody.byteLength)))
  const eventId = asText(notice?.id, 64)
  const eventType = asText(notice?.event_type, 64)
  if (!eventId || !eventType) return { kind: 'malformed' }
  const about = subjects.get(eventType)
  if (!about) return { kind: 'other-event', eventId, eventType }

  const resource = asObject(notice?.resource)
  const sealed = readSealed(resource)
  if (!sealed || resource?.original_type !== about) return { kind: 'malformed' }
  const plain = openResource(apiV3Key, sealed)
  if (!plain) return { kind: 'undecryptable' }
  const told = asObject(parseJson(plain))
  if (about === 'refund') return readRefundNotice(eventId, eventType, told)
  const order = told?.trade_state === 'SUCCESS' ? readPaidOrder(told) : undefined
  return order ? { kind: 'paid', eventId, order } : { kind: 'malformed' }
}

/** What an event is about, as its resource must say too (original_type). */
const subjects: ReadonlyMap<string, 'transaction' | 'refund'> = new Map([
  ['TRANSACTION.SUCCESS', 'transaction'],
  ['REFUND.SUCCESS', 'refund'],
  ['REFUND.ABNORMAL', 'refund'],
  ['REFUND.CLOSED', 'refund'],
] as const)

function readRefundNotice(eventId: string, eventType: string, told: JsonObject | undefined): Notification {
  const named = readNamed(told)
  const refund = readRefund(told, told?.refund_status)
  return named && refund && eventType === `REFUND.${refund.state}`
    ? { kind: 'refund', eventId, ...named, refund }
    : { kind: 'malformed' }
}

/** The sealed part of a notice, or undefined when it is not an AEAD_AES_256_GCM one. Associated data may be absent. */
function readSealed(resource: JsonObject | undefined): SealedResource | undefined {
  const ciphertext = asText(resource?.ciphertext, maxNoticeBytes)
  const nonce = asText(resource?.nonce, 12)
  const associatedData = resource?.associated_data ?? ''
  if (resource?.algorithm !== 'AEAD_AES_256_GCM' || !ciphertext) return undefined
  if (nonce?.length !== 12 || typeof associatedData !== 'string') return undefined
  return { ciphertext, nonce, associatedData }
}

/** Gateways differ in the case of header names; lower case, the usual one, is tried first. */
function headerOf(headers: RequestHeaders): HeaderOf {
  return (name) => {
    const found = Object.hasOwn(headers, name)
      ? headers[name]
      : Object.entries(headers).find(([each]) => each.toLowerCase() === name)?.[1]
    return typeof found === 'string' ? found : found?.length === 1 ? found[0] : undefined
  }
}
