import type { Opened } from './download.ts'
import type { Reply } from './transport.ts'

/** The order as 微信支付 APIv3 "JSAPI下单" names it. */
export interface JsapiOrder {
  readonly description: string
  readonly out_trade_no: string
  readonly time_expire: string
  readonly notify_url: string
  readonly amount: { readonly total: number; readonly currency: string }
  readonly payer: { readonly openid: string }
  readonly attach?: string
}

/** The refund as 微信支付 APIv3 "申请退款" names it. */
export interface DomesticRefund {
  readonly transaction_id: string
  readonly out_refund_no: string
  readonly notify_url: string
  readonly amount: { readonly refund: number; readonly total: number; readonly currency: string }
  readonly reason?: string
}

/** What we ask of WeChat Pay, built and signed: for a direct merchant, or for one under a service provider. */
export interface SigningClient {
  jsapi(order: JsapiOrder): Promise<Reply>
  query(outTradeNo: string): Promise<Reply>
  close(outTradeNo: string): Promise<Reply>
  refund(order: DomesticRefund): Promise<Reply>
  queryRefund(outRefundNo: string): Promise<Reply>
  /** 申请交易账单 of all trades of a day, packed. */
  tradeBill(date: string): Promise<Reply>
  /** 申请资金账单 of the basic account of a day, packed. A sub-merchant's account is not shown to its provider. */
  fundFlowBill?(date: string): Promise<Reply>
  /** 下载账单. */
  openBill(url: string): Promise<Opened>
  /** SHA256-RSA with the merchant's private key, base64. */
  sign(text: string): string
}
