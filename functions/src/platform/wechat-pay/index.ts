import { type CloseResult, closeOrder } from './close-order.ts'
import { type WechatPayConfig, wechatPayHost } from './config.ts'
import { createDownloads } from './download.ts'
import { type BillAnswer, type BillWanted, fetchBill } from './fetch-bill.ts'
import { type PayParams, signPayParams } from './pay-params.ts'
import { type PrepayOrder, type PrepayResult, prepay } from './prepay.ts'
import { type OrderState, queryOrder } from './query-order.ts'
import { queryRefund, type RefundAnswer } from './query-refund.ts'
import { createNotificationReader, type ReadNotification } from './read-notification.ts'
import { type RefundOrder, type RefundResult, refund } from './refund.ts'
import type { SigningClient } from './signed-calls.ts'
import { createTransport } from './transport.ts'
import { parseVerificationKeys } from './verification-keys.ts'
import { paidIn } from './whose-money.ts'

export { BillInterrupted, type InterruptedWhy } from './bill-interrupted.ts'
export { type ConfigProblem, checkWechatPayConfig } from './check-config.ts'
export type { CloseResult } from './close-order.ts'
export type { DirectMerchant, Merchant, PartnerMerchant, WechatPayConfig } from './config.ts'
export type { BillAnswer, BillWanted } from './fetch-bill.ts'
export type { CallFailure, UnknownWhy } from './outcomes.ts'
export type { PaidOrder } from './paid-order.ts'
export type { PayParams } from './pay-params.ts'
export type { PrepayOrder, PrepayResult } from './prepay.ts'
export type { OrderState } from './query-order.ts'
export type { RefundAnswer } from './query-refund.ts'
export {
  createNotificationReader,
  type Notification,
  type NotificationConfig,
  type NotificationRefusal,
  type ReadNotification,
  type RequestHeaders,
} from './read-notification.ts'
export type { RefundOrder, RefundResult, TakenRefund } from './refund.ts'
export type { RefundRecord } from './refund-record.ts'
export { requireWechatHost } from './wechat-hosts.ts'
export { bookedUnder } from './whose-money.ts'

/**
 * WeChat Pay, JSAPI (微信支付 APIv3 "JSAPI支付"), for a direct merchant (直连商户) or one under a service provider (服务商). Calls resolve to a
 * closed union and reject only for a caller's fault (an order outside WeChat's limits). No call is ever repeated here:
 * the caller stores what it intends, calls, stores the outcome, and repeats with identical values.
 */
export interface WechatPay {
  /** 下单. */
  prepay(order: PrepayOrder): Promise<PrepayResult>
  /** Signs a stored prepay id for the phone once more. The id itself lives two hours. */
  payParams(prepayId: string): Promise<PayParams>
  /** 查询. The only thing, besides a notice, that says whether an order was paid. */
  query(outTradeNo: string): Promise<OrderState>
  /** 关单. */
  close(outTradeNo: string): Promise<CloseResult>
  /** 申请退款. */
  refund(order: RefundOrder): Promise<RefundResult>
  /** 查询单笔退款. The only thing, besides a notice, that says whether the payer has the money back. */
  queryRefund(outRefundNo: string): Promise<RefundAnswer>
  /** 申请账单 and 下载账单. */
  fetchBill(wanted: BillWanted): Promise<BillAnswer>
  /** 支付通知, 退款结果通知: proves who sent it, opens it, checks its shape. */
  readNotification: ReadNotification
}

/** Long enough for WeChat's slow moments, short enough for a person who waits. */
const defaultTimeoutMs = 6_000

/**
 * Makes the port of one merchant. Throws when a verification key cannot be read. The signing library is loaded at the
 * first call that needs it, so that reading notices never pays for it.
 */
export function createWechatPay(config: WechatPayConfig): WechatPay {
  const { merchant, clock } = config
  const { baseUrl = wechatPayHost, timeoutMs = defaultTimeoutMs } = config
  const keys = parseVerificationKeys(config.verificationKeys)
  const send = createTransport({ baseUrl, keys, clock, timeoutMs })
  const open = createDownloads(baseUrl, timeoutMs)
  let loading: Promise<SigningClient> | undefined
  const signingClient = (): Promise<SigningClient> => {
    loading ??= import('./signing-client.ts').then((library) =>
      library.createSigningClient(merchant, clock, send, open),
    )
    return loading
  }
  return {
    prepay: async (order) => prepay(await signingClient(), config, order),
    payParams: async (prepayId) => signPayParams(await signingClient(), clock, paidIn(merchant), prepayId),
    query: async (outTradeNo) => queryOrder(await signingClient(), merchant, outTradeNo),
    close: async (outTradeNo) => closeOrder(await signingClient(), outTradeNo),
    refund: async (order) => refund(await signingClient(), config.refundNotifyUrl, order),
    queryRefund: async (outRefundNo) => queryRefund(await signingClient(), outRefundNo),
    fetchBill: async (wanted) => fetchBill(await signingClient(), wanted),
    readNotification: createNotificationReader(config),
  }
}
