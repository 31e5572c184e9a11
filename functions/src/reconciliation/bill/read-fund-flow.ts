import type { Fen } from '@anjiao/shared/money'
import { billCount, billFen } from './bill-amounts.ts'
import type { BillForm, Cells, Columns } from './bill-form.ts'
import { billTime } from './bill-time.ts'
import { readBill } from './read-bill.ts'

/** One line of 资金账单: one movement of the merchant's account with WeChat. */
export interface FundRow {
  readonly bookedAt: Date
  /** 微信支付业务单号: of a payment its transaction id, of a refund its refund id. */
  readonly businessNo: string
  /** 资金流水单号. */
  readonly flowNo: string
  readonly purpose: FundPurpose
  /** 业务类型 in WeChat's own words, which it may change. */
  readonly businessType: string
  /** 收支类型. A movement may be of nothing, as the fee of one fen is, and still goes one way. */
  readonly direction: 'in' | 'out'
  /** Never below zero. */
  readonly amountFen: Fen
  /** 账户结余 after it. */
  readonly balanceFen: Fen
  /** 备注: for people to read. */
  readonly remark: string
  /** 业务凭证号: of a payment or refund mostly the merchant's own number. */
  readonly voucherNo: string
}

/** What a movement is for, as far as it is known: 提现, 充值, 分账 and whatever WeChat adds are `other`. */
export type FundPurpose = 'payment' | 'fee' | 'refund' | 'refund-closed' | 'fee-returned' | 'other'

const purposes: ReadonlyMap<string, FundPurpose> = new Map([
  ['交易', 'payment'],
  ['扣除交易手续费', 'fee'],
  ['退款', 'refund'],
  ['退款关闭', 'refund-closed'],
  ['退还交易手续费', 'fee-returned'],
])

/** Reads 资金账单. What holds of a row, `readBill` tells. */
export const readFundFlow = (bytes: AsyncIterable<Uint8Array>): AsyncIterable<FundRow> =>
  readBill(bytes, form)

const form: BillForm<FundRow, FundRow> = {
  summaryBegins: '资金流水总笔数',
  freeText: '备注',
  lines: fundRows,
  row: (row) => row,
  totals: [
    { name: '资金流水总笔数', read: billCount, of: () => 1 },
    { name: '收入笔数', read: billCount, of: ({ direction }) => (direction === 'in' ? 1 : 0) },
    {
      name: '收入金额',
      read: billFen,
      of: ({ direction, amountFen }) => (direction === 'in' ? amountFen : 0),
    },
    { name: '支出笔数', read: billCount, of: ({ direction }) => (direction === 'out' ? 1 : 0) },
    {
      name: '支出金额',
      read: billFen,
      of: ({ direction, amountFen }) => (direction === 'out' ? amountFen : 0),
    },
  ],
}

function fundRows(columns: Columns): (cells: Cells) => FundRow {
  const time = columns.need('记账时间')
  const businessNo = columns.need('微信支付业务单号')
  const flowNo = columns.need('资金流水单号')
  const businessType = columns.need('业务类型')
  const direction = columns.need('收支类型')
  const amount = columns.need('收支金额(元)')
  const balance = columns.need('账户结余(元)')
  const remark = columns.find('备注')
  const voucherNo = columns.need('业务凭证号')

  return (cells) => {
    const type = cells.text(businessType)
    return {
      bookedAt: cells.read(time, billTime),
      businessNo: cells.text(businessNo),
      flowNo: cells.text(flowNo),
      purpose: purposes.get(type) ?? 'other',
      businessType: type,
      direction: cells.read(direction, directionOf),
      amountFen: cells.read(amount, notNegative),
      balanceFen: cells.read(balance, billFen),
      remark: remark === undefined ? '' : cells.text(remark),
      voucherNo: cells.text(voucherNo),
    }
  }
}

const directionOf = (text: string): FundRow['direction'] | undefined =>
  text === '收入' ? 'in' : text === '支出' ? 'out' : undefined

function notNegative(text: string): Fen | undefined {
  const amount = billFen(text)
  return amount === undefined || amount < 0 ? undefined : amount
}
