import { type BillEntry, beijingTime, yuan } from './bill-entries.ts'
import type { BillTable } from './bill-text.ts'

export const billTypes = ['ALL', 'SUCCESS', 'REFUND'] as const
export type BillType = (typeof billTypes)[number]

const order =
  '交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额'
const refund = '微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态'
const goods = '商品名称,商户数据包,手续费,费率,订单金额'
const columns: Readonly<Record<BillType, readonly string[]>> = {
  ALL: `${order},${refund},${goods},申请退款金额,费率备注`.split(','),
  SUCCESS: `${order},${goods},费率备注`.split(','),
  REFUND: `${order},退款申请时间,退款成功时间,${refund},${goods},申请退款金额,费率备注`.split(','),
}

/** 交易账单. `madeAtMs`: what became of a refund later, no bill tells. 微信支付 "交易账单详细说明", read 2026-11. */
export function tradeBill(all: readonly BillEntry[], type: BillType, madeAtMs: number): BillTable {
  const entries = all.filter(
    (entry) => type === 'ALL' || (type === 'REFUND') === (entry.refund !== undefined),
  )
  const sum = (of: (entry: BillEntry) => number) => entries.reduce((total, entry) => total + of(entry), 0)
  const ordered = yuan(sum(({ refund, amountFen }) => (refund ? 0 : amountFen)))
  const refunded = yuan(sum(({ refund, amountFen }) => (refund ? amountFen : 0)))
  const count = String(entries.length)
  const fees = fiveDecimals(sum(({ feeFen }) => feeFen))
  return {
    columns: columns[type],
    rows: entries.map((entry) => rowOf(entry, type, madeAtMs)),
    summary:
      type === 'SUCCESS'
        ? { 总交易单数: count, 应结订单总金额: ordered, 手续费总金额: fees, 订单总金额: ordered }
        : {
            总交易单数: count,
            应结订单总金额: ordered,
            退款总金额: refunded,
            充值券退款总金额: '0.00',
            手续费总金额: fees,
            订单总金额: ordered,
            申请退款总金额: refunded,
          },
  }
}

function rowOf(entry: BillEntry, type: BillType, madeAtMs: number): Record<string, string> {
  const { atMs, transactionId, amountFen, feeFen, refund } = entry
  const paidAtMs = entry.order.paid?.atMs ?? atMs
  return {
    // The REFUND layout has a column of its own for when the refund was taken.
    交易时间: beijingTime(type === 'REFUND' ? paidAtMs : atMs),
    公众账号ID: entry.order.partner?.spAppid ?? entry.order.appid,
    商户号: entry.order.mchid,
    特约商户号: entry.order.partner?.subMchid ?? '0',
    微信订单号: transactionId,
    商户订单号: entry.order.outTradeNo,
    用户标识: entry.order.openid,
    交易类型: 'JSAPI',
    付款银行: entry.order.paid?.bankType ?? 'OTHERS',
    货币种类: 'CNY',
    代金券金额: '0.00',
    充值券退款金额: '0.00',
    商品名称: entry.order.description,
    商户数据包: entry.order.attach ?? '',
    手续费: fiveDecimals(feeFen),
    费率: '0.60%',
    ...(refund
      ? {
          交易状态: 'REFUND',
          应结订单金额: '0.00',
          退款申请时间: beijingTime(atMs),
          退款成功时间: arrivedBy(refund.succeededAtMs, madeAtMs) ? beijingTime(refund.succeededAtMs) : '',
          微信退款单号: refund.refundId,
          商户退款单号: refund.outRefundNo ?? refund.refundId,
          退款金额: yuan(amountFen),
          退款类型: 'ORIGINAL',
          退款状态: statusOf(entry, madeAtMs),
          订单金额: '0.00',
          申请退款金额: yuan(amountFen),
        }
      : {
          交易状态: 'SUCCESS',
          应结订单金额: yuan(amountFen),
          微信退款单号: '0',
          商户退款单号: '0',
          退款金额: '0.00',
          订单金额: yuan(amountFen),
          申请退款金额: '0.00',
        }),
  }
}

const arrivedBy = (succeededAtMs: number | undefined, madeAtMs: number): succeededAtMs is number =>
  succeededAtMs !== undefined && succeededAtMs < madeAtMs

function statusOf({ refund }: BillEntry, madeAtMs: number): string {
  if (refund?.state === 'ABNORMAL') return 'CHANGE'
  if (refund?.state === 'CLOSED') return 'FAIL'
  return arrivedBy(refund?.succeededAtMs, madeAtMs) ? 'SUCCESS' : 'PROCESSING'
}

/** Rounded to fen, and filled up with three zeros. */
const fiveDecimals = (amountFen: number): string => `${yuan(amountFen)}000`
