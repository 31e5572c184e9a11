import { wechatTime } from '../wechat-pay/wechat-time.ts'
import type { AskWithToken } from './access-token.ts'
import { failureOfErrcode, type MpFailure, ridIn } from './outcomes.ts'

/** 发货信息 of one payment: what was bought is a service, there from the moment it is paid. */
export interface Shipping {
  /** 微信支付订单号. */
  readonly transactionId: string
  /** Of who paid, as WeChat told it with the payment; not of whose bill it was. */
  readonly openid: string
  /** 商品描述: the payer reads it. WeChat takes 120 characters; the rest is cut off. */
  readonly description: string
  readonly at: Date
}

/**
 * What becomes of shipping information.
 * - `done`: taken; WeChat settles the money in its time.
 * - `already`: WeChat had it before, or takes no further change. As good as done.
 * - `not-yet`: WeChat does not know the payment here. A fresh one takes a while: repeat for half an hour, then tell somebody.
 * - `refused`: this payment cannot be reported: given back, or not of this payer. No retry helps.
 * - `unavailable`: WeChat was not reached, is busy or has had enough of us, or did not say. Repeat later; twice does no harm.
 * - `config`: our id, secret, permission or request is wrong. A person must act.
 */
export type MpShipped =
  | { readonly kind: 'done' }
  | ({ readonly kind: 'already' | 'not-yet' | 'refused' | 'config' } & Refused)
  | { readonly kind: 'unavailable'; readonly rid: string | undefined }

interface Refused {
  readonly errcode: number
  readonly rid: string | undefined
}

const kinds: ReadonlyMap<number, 'already' | 'not-yet' | 'refused' | 'unavailable'> = new Map([
  [10060001, 'not-yet'],
  [10060002, 'already'],
  [10060003, 'already'],
  [10060023, 'already'],
  [10060004, 'refused'],
  [10060031, 'refused'],
  [10060012, 'unavailable'],
  [10060019, 'unavailable'],
] as const)

const descriptionMax = 120
/** By transaction id. */
const byTransactionId = 2
/** 虚拟商品, 统一发货. */
const virtual = 3
const atOnce = 1

/** 小程序发货信息管理 "发货信息录入" (upload_shipping_info), read 2026-11. */
export async function uploadShipping(askWithToken: AskWithToken, shipping: Shipping): Promise<MpShipped> {
  const { transactionId, openid, description, at } = shipping
  const reply = await askWithToken({
    path: '/wxa/sec/order/upload_shipping_info',
    body: {
      order_key: { order_number_type: byTransactionId, transaction_id: transactionId },
      logistics_type: virtual,
      delivery_mode: atOnce,
      shipping_list: [{ item_desc: Array.from(description).slice(0, descriptionMax).join('') }],
      upload_time: wechatTime(at),
      payer: { openid },
    },
  })
  if (reply.kind === 'no-token') return shippedOf(reply.failure)
  if (reply.kind !== 'answer') return shippedOf(reply)
  const { errcode, json } = reply
  if (errcode === 0) return { kind: 'done' }
  const kind = kinds.get(errcode)
  if (!kind) return shippedOf(failureOfErrcode(errcode, json.errmsg))
  const rid = ridIn(json.errmsg)
  return kind === 'unavailable' ? { kind, rid } : { kind, errcode, rid }
}

/** A failure that is not about shipping. */
const shippedOf = (failure: MpFailure): MpShipped =>
  failure.kind === 'config'
    ? failure
    : { kind: 'unavailable', rid: 'rid' in failure ? failure.rid : undefined }
