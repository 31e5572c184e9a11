import { type Fen, zeroFen } from '@anjiao/shared/money'
import { billCount, billFen, billMilliFen, type MilliFen, milliFen, roundToFen } from './bill-amounts.ts'
import type { BillForm, Cells, Columns } from './bill-form.ts'
import { billTime } from './bill-time.ts'
import { readBill } from './read-bill.ts'

/** One line of 交易账单. An order that was paid and refunded on one day has a line for each. */
export type TradeRow = PaidRow | RefundRow | RevokedRow

interface Trade {
  /** 公众账号ID. */
  readonly appid: string
  readonly mchid: string
  /** 特约商户号; undefined for a merchant of its own. */
  readonly subMchid: string | undefined
  /** 微信订单号. */
  readonly transactionId: string
  /** 商户订单号. */
  readonly outTradeNo: string
  readonly openid: string
  readonly currency: string
  /** 商品名称: for people to read. */
  readonly description: string
  /** 手续费 that the merchant pays; below zero when some is given back with a refund. */
  readonly feeMilliFen: MilliFen
}

/** 交易状态 SUCCESS. */
export interface PaidRow extends Trade {
  readonly kind: 'paid'
  readonly paidAt: Date
  /** 订单金额. */
  readonly amountFen: Fen
  /** 应结订单金额: without the merchant's own coupons. */
  readonly settlementFen: Fen
}

/** 交易状态 REFUND. Its status is as it was when the bill was made, and no later bill revises it. */
export interface RefundRow extends Trade {
  readonly kind: 'refund'
  /** When the refund was accepted, not when it arrived. */
  readonly acceptedAt: Date
  /** 微信退款单号. */
  readonly refundId: string
  /** 商户退款单号. */
  readonly outRefundNo: string
  /** 申请退款金额. */
  readonly amountFen: Fen
  /** 退款金额: without the merchant's own coupons. */
  readonly settlementFen: Fen
  readonly status: RefundStatus
}

/** 交易状态 REVOKED (已撤销): code payment only, which we do not offer, so that somebody else made it. */
export interface RevokedRow extends Trade {
  readonly kind: 'revoked'
  readonly revokedAt: Date
  /** 订单金额. */
  readonly amountFen: Fen
}

/** 退款状态. `change`: the bank could not take it, and a person has to send it elsewhere. */
export type RefundStatus = 'success' | 'processing' | 'failed' | 'change'

const refundStatuses: ReadonlyMap<string, RefundStatus> = new Map([
  ['SUCCESS', 'success'],
  ['PROCESSING', 'processing'],
  ['FAIL', 'failed'],
  ['CHANGE', 'change'],
])

/** Reads 交易账单 in any of its layouts (ALL, SUCCESS, REFUND). What holds of a row, `readBill` tells. */
export const readTradeBill = (bytes: AsyncIterable<Uint8Array>): AsyncIterable<TradeRow> =>
  readBill(bytes, form)

/** What a line says, and what it adds to the totals. */
interface TradeLine {
  readonly row: TradeRow
  readonly orderFen: Fen
  readonly settlementFen: Fen
  readonly refundFen: Fen
  readonly couponRefundFen: Fen
  readonly askedFen: Fen
}

const form: BillForm<TradeRow, TradeLine> = {
  summaryBegins: '总交易单数',
  freeText: '商品名称',
  lines: tradeLines,
  row: ({ row }) => row,
  totals: [
    { name: '总交易单数', read: billCount, of: () => 1 },
    { name: '应结订单总金额', read: billFen, of: ({ settlementFen }) => settlementFen },
    { name: '订单总金额', read: billFen, of: ({ orderFen }) => orderFen },
    {
      name: '手续费总金额',
      read: billMilliFen,
      of: ({ row }) => row.feeMilliFen,
      // Every bill seen writes the exact sum with five decimals; a sum in whole fen would be no error either.
      orAs: (sum) => roundToFen(milliFen(sum)) * 1000,
    },
    // The SUCCESS layout may leave these out.
    { name: '退款总金额', optional: true, read: billFen, of: ({ refundFen }) => refundFen },
    { name: '充值券退款总金额', optional: true, read: billFen, of: ({ couponRefundFen }) => couponRefundFen },
    { name: '申请退款总金额', optional: true, read: billFen, of: ({ askedFen }) => askedFen },
  ],
}

function tradeLines(columns: Columns): (cells: Cells) => TradeLine {
  const time = columns.need('交易时间')
  const appid = columns.need('公众账号ID')
  const mchid = columns.need('商户号')
  const subMchid = columns.find('特约商户号')
  const transactionId = columns.need('微信订单号')
  const outTradeNo = columns.need('商户订单号')
  const openid = columns.need('用户标识')
  const state = columns.need('交易状态')
  const currency = columns.need('货币种类')
  const settlement = columns.need('应结订单金额')
  const description = columns.find('商品名称')
  const fee = columns.need('手续费')
  const amount = columns.need('订单金额')
  const refunds = columns.find('微信退款单号') === undefined ? undefined : refundColumns(columns)

  return (cells) => {
    const sub = subMchid === undefined ? '' : cells.text(subMchid)
    const trade: Trade = {
      appid: cells.text(appid),
      mchid: cells.text(mchid),
      subMchid: sub === '' || sub === '0' ? undefined : sub,
      transactionId: cells.read(transactionId, named),
      outTradeNo: cells.text(outTradeNo),
      openid: cells.text(openid),
      currency: cells.text(currency),
      description: description === undefined ? '' : cells.text(description),
      feeMilliFen: cells.read(fee, billMilliFen),
    }
    const orderFen = cells.read(amount, billFen)
    const settlementFen = cells.read(settlement, billFen)
    const sums = {
      orderFen,
      settlementFen,
      refundFen: refunds ? cells.read(refunds.settlement, billFen) : zeroFen,
      couponRefundFen: refunds ? cells.read(refunds.coupons, billFen) : zeroFen,
      askedFen: refunds ? cells.read(refunds.amount, billFen) : zeroFen,
    }
    const at = cells.read(time, billTime)
    switch (cells.read(state, stateOf)) {
      case 'SUCCESS':
        return {
          ...sums,
          row: { kind: 'paid', ...trade, paidAt: at, amountFen: orderFen, settlementFen },
        }
      case 'REVOKED':
        return { ...sums, row: { kind: 'revoked', ...trade, revokedAt: at, amountFen: orderFen } }
      case 'REFUND': {
        const { refundId, outRefundNo, status, acceptedAt } = refunds ?? refundColumns(columns)
        return {
          ...sums,
          row: {
            kind: 'refund',
            ...trade,
            acceptedAt: acceptedAt === undefined ? at : cells.read(acceptedAt, billTime),
            refundId: cells.read(refundId, named),
            outRefundNo: cells.text(outRefundNo),
            amountFen: sums.askedFen,
            settlementFen: sums.refundFen,
            status: cells.read(status, (text) => refundStatuses.get(text)),
          },
        }
      }
    }
  }
}

/** In the REFUND layout 交易时间 is when the order was paid, and the refund has a column of its own. */
const refundColumns = (columns: Columns) => ({
  refundId: columns.need('微信退款单号'),
  outRefundNo: columns.need('商户退款单号'),
  settlement: columns.need('退款金额'),
  coupons: columns.need('充值券退款金额'),
  status: columns.need('退款状态'),
  amount: columns.need('申请退款金额'),
  acceptedAt: columns.find('退款申请时间'),
})

type State = 'SUCCESS' | 'REFUND' | 'REVOKED'

const stateOf = (text: string): State | undefined =>
  text === 'SUCCESS' || text === 'REFUND' || text === 'REVOKED' ? text : undefined

const named = (text: string): string | undefined => (text === '' || text === '0' ? undefined : text)
