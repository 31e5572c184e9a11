import { businessDateAt, formatDate, formatPeriod, timeOfDayAt } from '@anjiao/shared/calendar'
import type { Paper } from '@anjiao/shared/contract/paper'
import { type Fen, formatYuan, zeroFen } from '@anjiao/shared/money'
import { receiptNumber } from '@anjiao/shared/receipt-number'
import { membershipRelations, paymentMethods } from '@anjiao/shared/vocabulary'
import type { ReceiptContent, ReceiptLine } from './receipt-content.ts'

/** Beside the QR code. */
export const scanWords =
  '用微信扫一扫，可以查这张收据是不是真的、有没有作废。查询页只显示编号、金额、日期和楼栋，不显示姓名。'

/** A receipt (收据) as a paper. It says that it is no invoice (发票管理办法 19: who is paid issues one). Pure. */
export function receiptPaper(content: ReceiptContent): Paper {
  const { number, issuedAt, company, community, roomName, amountFen, amountCapitals } = content
  return {
    title: '收据',
    under: `编号 ${receiptNumber(number)}　开具日期 ${day(issuedAt)}`,
    parts: [
      {
        kind: 'facts',
        rows: [
          { label: '收款单位', text: company },
          { label: '房屋', text: `${community} ${roomName}` },
          { label: '户主', text: content.ownerMasked },
          ...payerOf(content).map((text) => ({ label: '缴款人', text })),
          { label: '收款方式', text: paymentMethods[content.method] },
          { label: '收款时间', text: `${day(content.paidAt)} ${timeOfDayAt(new Date(content.paidAt))}` },
          { label: '单号', text: content.externalId },
          { label: '收款人', text: content.takenBy ?? '系统自动入账' },
        ],
      },
      {
        kind: 'table',
        columns: ['收费项目', '费用期间', '金额（元）'],
        ends: 1,
        rows: [
          ...content.lines.map(row),
          ...advanceRow(content.toAdvanceFen),
          ['合计', '', formatYuan(amountFen)],
        ],
      },
      { kind: 'facts', rows: [{ label: '合计大写', text: `人民币${amountCapitals}` }] },
      {
        kind: 'notice',
        text: '这是收据，不是发票，不能报销，也不能抵扣税款。要发票的，请在小程序“票据”里申请，或到物业前台办理。',
      },
    ],
  }
}

const payerOf = ({ payerMasked, paidBy }: ReceiptContent): string[] =>
  payerMasked ? [payerMasked] : paidBy ? [membershipRelations[paidBy]] : []

const day = (instant: string): string => formatDate(businessDateAt(new Date(instant)))

const row = ({ feeItem, fromDate, toDate, amountFen }: ReceiptLine): string[] => [
  feeItem,
  formatPeriod({ from: fromDate, to: toDate }),
  formatYuan(amountFen),
]

const advanceRow = (toAdvanceFen: Fen): string[][] =>
  toAdvanceFen === zeroFen ? [] : [['转入预存', '以后的账单可以用它抵扣', formatYuan(toAdvanceFen)]]
