import type { SuspenseReason } from '@anjiao/shared/vocabulary'

export const texts = {
  lead: '这些钱已经收到，但系统不能自动入账，等财务核实后处理。钱在公司的微信商户号里，没有丢。',
  total: '待查合计',
  number: '笔数',
  items: (number: number) => `${number} 笔`,
  paid: '付款时间',
  unknownRoom: '未知',
  orderNo: '商户单号',
  transaction: '微信单号',
  what: '怎么办',
  none: '没有待查款',
  noneHint: '收到的每一笔钱都已经入账。',
} as const

/** What finance should do about it. */
export const advice: Readonly<Record<SuspenseReason, string>> = {
  unknown_order: '在微信商户平台按微信支付单号查付款人，联系住户核对；确认不是本小区的，原路退款。',
  other_amount: '与住户核对实付金额，在商户平台对照这笔订单；差额确认后入账或退款。',
  paid_twice: '同一张缴费单付了两次。联系住户：转作预存，或在商户平台原路退回多付的一笔。',
  paid_after_close: '缴费单取消后才到账。联系住户：仍要缴费的入到账单，不要的在商户平台原路退款。',
  refunded_elsewhere:
    '这笔钱付款后已在微信商户平台退款。请在商户平台核对退款金额，再联系住户说明账单仍未缴清。',
}
