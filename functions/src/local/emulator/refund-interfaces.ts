import Type, { type Static } from 'typebox'
import { Parse } from 'typebox/value'
import { ApiError, paramError } from './api-error.ts'
import { checkBody, object, optional, type Rule, text } from './body-rules.ts'
import type { Answer, Exchange } from './exchange.ts'
import { checkNotifyUrl } from './notify-url.ts'
import type { Order } from './order.ts'
import { requireSubMerchant } from './partner-interfaces.ts'
import { type Refund, refundOf } from './refund.ts'
import { takeRefund } from './refund-course.ts'
import { requireSameMerchant } from './same-merchant.ts'
import type { World } from './world.ts'

const count = (label: string, min: number): Rule => ({ kind: 'count', label, min })

/** 微信支付 APIv3 "申请退款", request body. */
const rules = object('请求体', {
  sub_mchid: optional(text('子商户号', 32)),
  transaction_id: optional(text('微信支付订单号', 32)),
  out_trade_no: optional({ kind: 'text', label: '商户订单号', min: 6, max: 32 }),
  out_refund_no: { kind: 'text', label: '商户退款单号', max: 64, pattern: /^[0-9A-Za-z_\-|*@]+$/ },
  reason: optional(text('退款原因', 80)),
  notify_url: optional(text('退款结果回调url', 256)),
  funds_account: optional({
    kind: 'text',
    label: '退款资金来源',
    max: 32,
    pattern: /^(AVAILABLE|UNSETTLED)$/,
  }),
  amount: object('金额信息', {
    refund: count('退款金额', 1),
    total: count('原订单金额', 1),
    currency: { kind: 'text', label: '退款币种', max: 16, pattern: /^CNY$/ },
    from: optional({
      kind: 'list',
      label: '退款出资账户及金额',
      of: object('出资账户', {
        account: {
          kind: 'text',
          label: '出资账户类型',
          max: 32,
          pattern: /^(AVAILABLE|UNAVAILABLE)$/,
        },
        amount: count('出资金额', 1),
      }),
    }),
  }),
  goods_detail: optional({
    kind: 'list',
    label: '退款商品',
    of: object('单品', {
      merchant_goods_id: text('商户侧商品编码', 32),
      wechatpay_goods_id: optional(text('微信侧商品编码', 32)),
      goods_name: optional(text('商品名称', 256)),
      unit_price: count('商品单价', 0),
      refund_amount: count('商品退款金额', 0),
      refund_quantity: count('商品退货数量', 1),
    }),
  }),
})

const RefundBody = Type.Object({
  sub_mchid: Type.Optional(Type.String()),
  transaction_id: Type.Optional(Type.String()),
  out_trade_no: Type.Optional(Type.String()),
  out_refund_no: Type.String(),
  reason: Type.Optional(Type.String()),
  notify_url: Type.Optional(Type.String()),
  amount: Type.Object({ refund: Type.Integer(), total: Type.Integer() }),
})
type RefundBody = Static<typeof RefundBody>

const yearMs = 365 * 86_400_000
const minuteMs = 60_000
const refundsMax = 50

/** 申请退款. A 200 says that it was taken, not that the payer has it. */
export function refund(world: World, exchange: Exchange): Answer {
  const json = requireSameMerchant(world.keys, exchange)
  checkBody(rules, json)
  const body = Parse(RefundBody, json)
  if (body.sub_mchid !== undefined) requireSubMerchant(world.keys, body.sub_mchid)
  if (body.notify_url !== undefined) checkNotifyUrl(body.notify_url)
  const askedAs = JSON.stringify(json)
  const known = world.refunds.byNumber(body.out_refund_no)
  if (known && known.askedAs !== askedAs) throw otherValues()
  const taken = known ?? takeRefund(world, refundable(world, body), askedOf(body, askedAs))
  return { status: 200, body: refundOf(taken) }
}

/** 查询单笔退款. */
export function queryRefund({ refunds, keys }: World, { query }: Exchange, outRefundNo: string): Answer {
  const known = refunds.byNumber(outRefundNo)
  const subMchid = query.get('sub_mchid') ?? undefined
  if (subMchid !== undefined || known?.subMchid !== undefined) requireSubMerchant(keys, subMchid)
  if (known?.subMchid !== subMchid || !known) throw new ApiError(404, 'RESOURCE_NOT_EXISTS', '退款单不存在')
  return { status: 200, body: refundOf(known) }
}

/** The order, unless a rule of the trade forbids to give back so much of it now. */
function refundable(world: World, { sub_mchid, transaction_id, out_trade_no, amount }: RefundBody): Order {
  const { clock, keys, orders, refunds } = world
  if (transaction_id === undefined && out_trade_no === undefined) {
    throw paramError('/body/transaction_id', '微信支付订单号和商户订单号不能同时为空')
  }
  const order =
    transaction_id === undefined
      ? orders.byNumber(out_trade_no ?? '')
      : orders.byTransactionId(transaction_id)
  if (order?.partner) requireSubMerchant(keys, sub_mchid)
  if (!order?.paid || order.partner?.subMchid !== sub_mchid)
    throw new ApiError(404, 'RESOURCE_NOT_EXISTS', '订单不存在', 268512771)
  if (order.amountFen !== amount.total) throw otherValues()
  const nowMs = clock.now().getTime()
  if (nowMs > order.paid.atMs + yearMs) throw new ApiError(403, 'TRADE_OVERDUE', '订单已经超过退款期限')
  const restFen = refunds.restFen(order)
  if (restFen === 0) throw againstTheRules('订单已全额退款')
  if (amount.refund > restFen) throw againstTheRules('退款金额大于可退金额')
  const before = refunds.of(order.outTradeNo)
  if (before.length >= refundsMax) throw againstTheRules('退款次数超过限制')
  const latest = before.at(-1)
  if (latest && nowMs < latest.takenAtMs + minuteMs) {
    throw new ApiError(429, 'FREQUENCY_LIMITED', '同一笔订单多次退款的请求需相隔1分钟', 268447840)
  }
  return order
}

const otherValues = (): ApiError => againstTheRules('订单金额或退款金额与之前请求不一致，请核实后再试')

const againstTheRules = (message: string): ApiError => new ApiError(400, 'INVALID_REQUEST', message)

const askedOf = (
  { out_refund_no, notify_url, reason, amount }: RefundBody,
  askedAs: string,
): Pick<Refund, 'amountFen' | 'askedAs' | 'outRefundNo' | 'notifyUrl' | 'reason'> => ({
  askedAs,
  outRefundNo: out_refund_no,
  amountFen: amount.refund,
  ...(notify_url !== undefined && { notifyUrl: notify_url }),
  ...(reason !== undefined && { reason }),
})
