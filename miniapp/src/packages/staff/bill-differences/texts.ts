import type { DifferenceKind } from '@anjiao/shared/vocabulary'

export const texts = {
  title: '差异与无主交易',
  show: '看哪些',
  differences: '差异',
  strays: '无主交易',
  none: '没有要处理的差异',
  noneHint: '对过的账单和账上一致。',
  noneResolved: '还没有处理过的差异',
  noneResolvedHint: '处理过的差异会留在这里，写明是谁、为什么。',
  noStrays: '没有无主交易',
  noStraysHint: '账单里的每一笔都找到了小区。',
  straysLead:
    '这些交易在公司商户号的微信账单里，但不是系统里任何小区的缴费。请查明是谁的款，写明原因。长按或拖选单号可以复制。',
  unknownRoom: '还没有找到房屋',
  day: '账单日',
  ours: '账上',
  theirs: '微信账单',
  nothing: '没有',
  yuan: (amount: string) => `${amount} 元`,
  transaction: '微信单号',
  orderNo: '商户单号',
  refund: '退款单号',
  merchant: '商户号',
  at: '时间',
  copyHint: '长按或拖选单号可以复制。',
  resolvedBy: '处理人',
  resolvedAt: '处理时间',
  because: '原因',
  resolve: '处理',
  resolveTitle: '处理差异',
  resolveReasons: ['已在微信商户平台核对，两边一致', '已补记或更正，账已平', '已核实，不是本小区的款'],
  explain: '说明是谁的款',
  strayReasons: ['公司其他系统的收款', '大门或车库收款码的收款', '已核实，不是物业费'],
  fundFlows: '资金账单与交易账单不一致',
  fundFlowsLead: '微信商户账户这一天的实际进出，和交易账单算出来的不一样。请在微信商户平台核对，写明原因。',
  fundBeside: (account: string, trades: string) => `账户 ${account} 元，交易 ${trades} 元`,
  fundPaid: '收款',
  fundOut: '退款和手续费',
  explainFund: '说明为什么',
  fundReasons: ['已在微信商户平台核对，次日已补正', '半夜前后的交易记在了相邻一天', '已联系微信客服处理'],
  notYours: '差异和无主交易由财务处理。',
} as const

/** What finance should do about it. */
export const advice: Readonly<Record<DifferenceKind, string>> = {
  missing_here: '微信收了这笔款，系统查单以后仍没有入账。请先看“待查款”，再在微信商户平台按微信单号核对。',
  missing_there:
    '账上记了这笔款，当天和前后一天的账单里都没有。请在微信商户平台按单号核对，确认钱是否真的收到。',
  amount: '两边金额不同。请在微信商户平台按单号核对实收金额，差额办好以后再写原因。',
  revoked: '微信已把这笔款撤销给付款人，账上仍是已缴。请核对更正，并联系住户说明账单还没有缴清。',
  refund_missing_here: '微信退了款，账上没有记。请先在“退款”里看有没有这一笔系统外退款，说明后账上才会记。',
  refund_missing_there: '账上记了退款，微信账单里没有。请在微信商户平台按单号核对，钱有没有退出去。',
  refund_state:
    '微信账单和账上，一边是退款成功，一边是没有退成。请在微信商户平台按单号核对；系统外退成的，请到“退款”里说明。',
  refund_amount: '两边退款金额不同。请在微信商户平台核对实退金额，差额办好以后再写原因。',
}
