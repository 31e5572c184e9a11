import { type BillEntry, beijingDay, beijingTime, yuan } from './bill-entries.ts'
import type { BillTable } from './bill-text.ts'

interface Movement {
  readonly entry: BillEntry
  readonly type: '交易' | '扣除交易手续费' | '退款'
  readonly businessNo: string
  /** Below zero what goes out. */
  readonly amountFen: number
  readonly remark: string
}

const columns =
  '记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额(元),账户结余(元),资金变更提交申请人,备注,业务凭证号'.split(
    ',',
  )

/**
 * 资金账单 of the basic account on one day: of each payment its income and its fee, of each refund what leaves the account,
 * which is without the fee given back. The balance runs from the first payment there ever was. 微信支付 "资金账单详细说明", read 2026-11.
 */
export function fundFlowBill(all: readonly BillEntry[], day: string): BillTable {
  let balanceFen = 0
  const rows: Record<string, string>[] = []
  const sums = { in: { count: 0, fen: 0 }, out: { count: 0, fen: 0 } }
  for (const movement of all.flatMap(movementsOf)) {
    const { entry, amountFen, type } = movement
    balanceFen += amountFen
    if (beijingDay(entry.atMs) !== day) continue
    const way = type === '交易' ? sums.in : sums.out
    way.count += 1
    way.fen += Math.abs(amountFen)
    rows.push({
      记账时间: beijingTime(entry.atMs),
      微信支付业务单号: movement.businessNo,
      资金流水单号: entry.transactionId,
      业务名称: type === '退款' ? '退款' : '交易',
      业务类型: type,
      收支类型: type === '交易' ? '收入' : '支出',
      '收支金额(元)': yuan(Math.abs(amountFen)),
      '账户结余(元)': yuan(balanceFen),
      资金变更提交申请人: entry.refund ? `${entry.order.mchid}API` : 'system',
      备注: movement.remark,
      业务凭证号: entry.refund?.outRefundNo ?? entry.order.outTradeNo,
    })
  }
  return {
    columns,
    rows,
    summary: {
      资金流水总笔数: String(rows.length),
      收入笔数: String(sums.in.count),
      收入金额: yuan(sums.in.fen),
      支出笔数: String(sums.out.count),
      支出金额: yuan(sums.out.fen),
    },
  }
}

function movementsOf(entry: BillEntry): Movement[] {
  const { refund, transactionId, amountFen, feeFen } = entry
  if (!refund) {
    return [
      { entry, type: '交易', businessNo: transactionId, amountFen, remark: '' },
      { entry, type: '扣除交易手续费', businessNo: transactionId, amountFen: -feeFen, remark: '' },
    ]
  }
  // What was closed for want of money never left the account.
  if (refund.state === 'CLOSED') return []
  const remark = `退款总金额${yuan(amountFen)}元;含手续费${yuan(-feeFen)}元`
  return [{ entry, type: '退款', businessNo: refund.refundId, amountFen: -feeFen - amountFen, remark }]
}
