import { ApiError } from './api-error.ts'
import { askFundFlowBill, askTradeBill, downloadBill } from './bill-interfaces.ts'
import { listCertificates } from './certificates.ts'
import { type Answer, type Exchange, requestId } from './exchange.ts'
import { requireMerchantSignature } from './merchant-signature.ts'
import { answerQuery, closeOrder } from './order-interfaces.ts'
import { partnerClose, partnerPrepay, partnerQuery } from './partner-interfaces.ts'
import { prepay } from './prepay.ts'
import { queryRefund, refund } from './refund-interfaces.ts'
import type { World } from './world.ts'

interface Interface {
  readonly method: 'GET' | 'POST'
  readonly path: RegExp
  /** Complains about missing Accept or User-Agent before it looks at anything else. */
  readonly asksForAccept?: true
  readonly answer: (world: World, exchange: Exchange, id: string) => Answer
}

const orders = '/v3/pay/transactions'
const partnerOrders = '/v3/pay/partner/transactions'
const refunds = '/v3/refund/domestic/refunds'

/** 微信支付 APIv3, as far as this emulator knows it. */
const interfaces: readonly Interface[] = [
  { method: 'POST', path: pathOf(`${orders}/jsapi`), answer: prepay },
  {
    method: 'GET',
    path: pathOf(`${orders}/out-trade-no/([^/]+)`),
    answer: (world, exchange, id) => answerQuery(world, exchange, world.orders.byNumber(id)),
  },
  {
    method: 'GET',
    path: pathOf(`${orders}/id/([^/]+)`),
    answer: (world, exchange, id) => answerQuery(world, exchange, world.orders.byTransactionId(id)),
  },
  {
    method: 'POST',
    path: pathOf(`${orders}/out-trade-no/([^/]+)/close`),
    answer: (world, exchange, id) => closeOrder(world, exchange, world.orders.byNumber(id)),
  },
  { method: 'POST', path: pathOf(`${partnerOrders}/jsapi`), answer: partnerPrepay },
  {
    method: 'GET',
    path: pathOf(`${partnerOrders}/out-trade-no/([^/]+)`),
    answer: (world, exchange, id) => partnerQuery(world, exchange, world.orders.byNumber(id)),
  },
  {
    method: 'GET',
    path: pathOf(`${partnerOrders}/id/([^/]+)`),
    answer: (world, exchange, id) => partnerQuery(world, exchange, world.orders.byTransactionId(id)),
  },
  {
    method: 'POST',
    path: pathOf(`${partnerOrders}/out-trade-no/([^/]+)/close`),
    answer: (world, exchange, id) => partnerClose(world, exchange, world.orders.byNumber(id)),
  },
  { method: 'POST', path: pathOf(refunds), asksForAccept: true, answer: refund },
  { method: 'GET', path: pathOf(`${refunds}/([^/]+)`), answer: queryRefund },
  { method: 'GET', path: pathOf('/v3/bill/tradebill'), answer: askTradeBill },
  { method: 'GET', path: pathOf('/v3/bill/fundflowbill'), answer: askFundFlowBill },
  { method: 'GET', path: pathOf('/v3/billdownload/file'), answer: downloadBill },
  {
    method: 'GET',
    path: pathOf('/v3/certificates'),
    asksForAccept: true,
    answer: listCertificates,
  },
]

function pathOf(pattern: string): RegExp {
  return new RegExp(`^${pattern}$`)
}

/** Answers one call of the merchant's: an unknown path 404, a wrong verb 405, both without a body. */
export function answerMerchant(world: World, exchange: Exchange): Answer {
  const samePath = interfaces.filter(({ path }) => path.test(exchange.path))
  if (samePath.length === 0) return { status: 404 }
  const called = samePath.find(({ method }) => method === exchange.method)
  if (!called) return { status: 405 }
  try {
    if (called.asksForAccept && !(exchange.headers['user-agent'] && exchange.headers.accept)) {
      throw new ApiError(400, 'INVALID_REQUEST', 'Http头缺少Accept或User-Agent', 268435461)
    }
    requireMerchantSignature(world.keys, exchange, world.clock.now())
    const id = decodeURIComponent(called.path.exec(exchange.path)?.[1] ?? '')
    const answer = called.answer(world, exchange, id)
    return { ...answer, headers: { 'Request-ID': requestId(0), ...answer.headers } }
  } catch (error) {
    if (error instanceof ApiError) return error.answer()
    throw error
  }
}
