import { fen, plainYuan, sumFen } from '@anjiao/shared/money'
import { type FundRow, type MilliFen, milliFen, type TradeRow } from '../index.ts'

/** How a bill is written down; each of these WeChat has been seen to do, or may come to do. */
export interface Writing {
  readonly columns?: readonly string[]
  readonly summary?: readonly string[]
  readonly byteOrderMark?: boolean
  readonly newline?: '\n' | '\r\n'
  /** Figures of the summary that are wrong. */
  readonly saying?: Readonly<Record<string, string>>
}

const [before, refunds, middle, after, asked] = [
  '交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额',
  '微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态',
  '商品名称,商户数据包,手续费,费率,订单金额',
  '费率备注',
  '申请退款金额',
].map((names) => names.split(','))

/** The layouts of 交易账单 as WeChat documents them. */
export const tradeColumns = {
  ALL: [before, refunds, middle, asked, after].flatMap((names) => names ?? []),
  SUCCESS: [before, middle, after].flatMap((names) => names ?? []),
  REFUND: [before, ['退款申请时间', '退款成功时间'], refunds, middle, asked, after].flatMap(
    (names) => names ?? [],
  ),
} as const

const tradeSummary = [
  '总交易单数',
  '应结订单总金额',
  '退款总金额',
  '充值券退款总金额',
  '手续费总金额',
  '订单总金额',
  '申请退款总金额',
]

/** 交易账单 of these rows, line after line, so that a million need no memory. */
export function* writtenTradeBill(rows: Iterable<TradeRow>, writing: Writing = {}): Generator<string, void> {
  const sums = { count: 0, settlement: 0, refund: 0, fee: 0, order: 0, asked: 0 }
  function* lines() {
    for (const row of rows) {
      sums.count += 1
      sums.fee += row.feeMilliFen
      if (row.kind === 'paid') sums.settlement += row.settlementFen
      if (row.kind === 'refund') sums.refund += row.settlementFen
      if (row.kind === 'refund') sums.asked += row.amountFen
      else sums.order += row.amountFen
      yield tradeFields(row)
    }
  }
  yield* written(writing.columns ?? tradeColumns.ALL, lines(), writing, tradeSummary, () => ({
    总交易单数: String(sums.count),
    应结订单总金额: plainYuan(fen(sums.settlement)),
    退款总金额: plainYuan(fen(sums.refund)),
    充值券退款总金额: '0.00',
    手续费总金额: fiveDecimals(milliFen(sums.fee)),
    订单总金额: plainYuan(fen(sums.order)),
    申请退款总金额: plainYuan(fen(sums.asked)),
  }))
}

function tradeFields(row: TradeRow): Record<string, string> {
  const isRefund = row.kind === 'refund'
  const at = row.kind === 'paid' ? row.paidAt : isRefund ? row.acceptedAt : row.revokedAt
  return {
    交易时间: beijing(at),
    公众账号ID: row.appid,
    商户号: row.mchid,
    特约商户号: row.subMchid ?? '0',
    微信订单号: row.transactionId,
    商户订单号: row.outTradeNo,
    用户标识: row.openid,
    交易类型: 'JSAPI',
    交易状态: { paid: 'SUCCESS', refund: 'REFUND', revoked: 'REVOKED' }[row.kind],
    付款银行: 'OTHERS',
    货币种类: row.currency,
    应结订单金额: row.kind === 'paid' ? plainYuan(row.settlementFen) : '0.00',
    代金券金额: '0.00',
    退款申请时间: beijing(at),
    退款成功时间: '',
    微信退款单号: isRefund ? row.refundId : '0',
    商户退款单号: isRefund ? row.outRefundNo : '0',
    退款金额: isRefund ? plainYuan(row.settlementFen) : '0.00',
    充值券退款金额: '0.00',
    退款类型: isRefund ? 'ORIGINAL' : '',
    退款状态: isRefund
      ? { success: 'SUCCESS', processing: 'PROCESSING', failed: 'FAIL', change: 'CHANGE' }[row.status]
      : '',
    商品名称: row.description,
    手续费: fiveDecimals(row.feeMilliFen),
    费率: '0.60%',
    订单金额: isRefund ? '0.00' : plainYuan(row.amountFen),
    申请退款金额: isRefund ? plainYuan(row.amountFen) : '0.00',
  }
}

export const fundColumns =
  '记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额(元),账户结余(元),资金变更提交申请人,备注,业务凭证号'.split(
    ',',
  )

const fundSummary = ['资金流水总笔数', '收入笔数', '收入金额', '支出笔数', '支出金额']

/** 资金账单 of these rows. */
export function* writtenFundFlow(rows: readonly FundRow[], writing: Writing = {}): Generator<string, void> {
  const [income, expense] = (['in', 'out'] as const).map((way) =>
    rows.filter(({ direction }) => direction === way).map(({ amountFen }) => amountFen),
  )
  yield* written(writing.columns ?? fundColumns, rows.map(fundFields), writing, fundSummary, () => ({
    资金流水总笔数: String(rows.length),
    收入笔数: String(income?.length),
    收入金额: plainYuan(sumFen(income ?? [])),
    支出笔数: String(expense?.length),
    支出金额: plainYuan(sumFen(expense ?? [])),
  }))
}

const fundFields = (row: FundRow): Record<string, string> => ({
  记账时间: beijing(row.bookedAt),
  微信支付业务单号: row.businessNo,
  资金流水单号: row.flowNo,
  业务类型: row.businessType,
  收支类型: row.direction === 'in' ? '收入' : '支出',
  '收支金额(元)': plainYuan(row.amountFen),
  '账户结余(元)': plainYuan(row.balanceFen),
  资金变更提交申请人: 'system',
  备注: row.remark,
  业务凭证号: row.voucherNo,
})

function* written(
  columns: readonly string[],
  lines: Iterable<Record<string, string>>,
  { byteOrderMark, newline = '\r\n', saying, summary }: Writing,
  names: readonly string[],
  figures: () => Record<string, string>,
): Generator<string, void> {
  const line = (fields: Record<string, string>, of: readonly string[]): string =>
    of.map((name) => `\`${fields[name] ?? ''}`).join(',') + newline
  yield (byteOrderMark ? '\uFEFF' : '') + columns.join(',') + newline
  for (const fields of lines) yield line(fields, columns)
  yield (summary ?? names).join(',') + newline
  yield line({ ...figures(), ...saying }, summary ?? names)
}

const beijing = (at: Date): string =>
  new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')

export function fiveDecimals(amount: MilliFen): string {
  const digits = String(Math.abs(amount)).padStart(6, '0')
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -5)}.${digits.slice(-5)}`
}

/** The bytes of a bill, in chunks of so many. */
export async function* chunksOf(text: string, bytes = 65_536): AsyncGenerator<Buffer, void> {
  const whole = Buffer.from(text)
  for (let at = 0; at < whole.length; at += bytes) yield whole.subarray(at, at + bytes)
}

export async function allOf<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const row of rows) all.push(row)
  return all
}
