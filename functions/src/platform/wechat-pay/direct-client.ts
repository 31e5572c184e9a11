import type { Clock } from '../clock.ts'
import { billCalls } from './bill-calls.ts'
import { ClockedPay } from './clocked-pay.ts'
import type { DirectMerchant } from './config.ts'
import type { Open } from './download.ts'
import type { SigningClient } from './signed-calls.ts'
import type { Reply, Send } from './transport.ts'

/**
 * Wires the library to our transport. The transport's reply travels through the library untouched as its `data`,
 * so that the library never looks at an answer: it does not verify any.
 */
export function createDirectClient(
  merchant: DirectMerchant,
  clock: Clock,
  send: Send,
  open: Open,
): SigningClient {
  const pay = new ClockedPay(merchant, merchant, clock)
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
    ...billCalls(pay, send, open),
    sign: (text) => pay.sha256WithRsa(text),
  }
}
