import { createPublicKey } from 'node:crypto'
import Pay from 'wechatpay-node-v3'
import type { Clock } from '../clock.ts'
import type { Merchant } from './config.ts'
import { newNonce } from './nonce.ts'
import type { Reply, Send } from './transport.ts'

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

/** What is built and signed by `wechatpay-node-v3`. Only this file knows the library. */
export interface SigningClient {
  jsapi(order: JsapiOrder): Promise<Reply>
  query(outTradeNo: string): Promise<Reply>
  close(outTradeNo: string): Promise<Reply>
  refund(order: DomesticRefund): Promise<Reply>
  queryRefund(outRefundNo: string): Promise<Reply>
  /** SHA256-RSA with the merchant's private key, base64. */
  sign(text: string): string
}

/** The library, told the time by our clock: its own `new Date()` would not follow a test or an emulator. */
class ClockedPay extends Pay {
  readonly #clock: Clock

  constructor(merchant: Merchant, clock: Clock) {
    super({
      appid: merchant.appid,
      mchid: merchant.mchid,
      serial_no: merchant.merchantSerial.toUpperCase(),
      privateKey: Buffer.from(merchant.privateKeyPem),
      // Only read for a serial, which we give; but the library insists on having one.
      publicKey: Buffer.from(createPublicKey(merchant.privateKeyPem).export({ type: 'spki', format: 'pem' })),
      userAgent: 'anjiao/0.1',
    })
    this.#clock = clock
  }

  protected override buildAuthorization(method: string, url: string, body?: Record<string, unknown>): string {
    const { pathname, search } = new URL(url)
    const nonce = newNonce()
    const timestamp = String(Math.floor(this.#clock.now().getTime() / 1000))
    const signature = this.getSignature(method, nonce, timestamp, pathname + search, body)
    return this.getAuthorization(nonce, timestamp, signature)
  }
}

/**
 * Wires the library to our transport. The transport's reply travels through the library untouched as its `data`,
 * so that the library never looks at an answer: it does not verify any.
 */
export function createSigningClient(merchant: Merchant, clock: Clock, send: Send): SigningClient {
  const pay = new ClockedPay(merchant, clock)
  const pass = async (reply: Promise<Reply>) => ({ status: 0, data: await reply })
  pay.createHttp({
    get: (url, headers) => pass(send({ method: 'GET', url, headers })),
    post: (url, body, headers) => pass(send({ method: 'POST', url, headers, body: JSON.stringify(body) })),
    upload: () => Promise.reject(new Error('nothing is uploaded through this client')),
  })
  const replyOf = async (output: Promise<{ data?: unknown }>): Promise<Reply> => {
    const { data } = await output
    if (!data) throw new Error('wechatpay-node-v3 lost the reply on the way')
    return data as Reply
  }
  return {
    jsapi: (order) => replyOf(pay.transactions_jsapi(order)),
    query: (outTradeNo) => replyOf(pay.query({ out_trade_no: outTradeNo })),
    close: (outTradeNo) => replyOf(pay.close(outTradeNo)),
    refund: (order) => replyOf(pay.refunds(order)),
    queryRefund: (outRefundNo) => replyOf(pay.find_refunds(outRefundNo)),
    sign: (text) => pay.sha256WithRsa(text),
  }
}
