import type { SuspenseReason } from '@anjiao/shared/vocabulary'

export const texts = {
  show: '看哪些',
  lead: '这些钱已经收到，但系统不能自动入账，等财务核实是哪一户的。钱在公司的账户里，没有丢。',
  total: '待查合计',
  number: '笔数',
  items: (number: number) => `${number} 笔`,
  paid: '付款时间',
  place: '收款账户',
  payer: '付款人',
  remark: '附言',
  serial: '银行流水号',
  orderNo: '商户单号',
  transaction: '微信单号',
  none: '没有待查款',
  noneHint: '收到的每一笔钱都已经入账。',
  noneResolved: '还没有处理过的待查款',
  noneResolvedHint: '处理过的会留在这里，写明是谁、什么时候、入到哪一户。',
  suggestions: '可能是这几户，核对后点开确认：',
  suggestionsSeen: '可能是这几户：',
  noSuggestions: '没有找到明显对得上的住户，请按付款人或房号查找。',
  findHome: '查找其他住户',
  giveBack: '不是住户的款，退回付款人',
  notYours: '待查款由财务确认入账或退回。',
} as const

export const placeTexts = {
  title: '确认是这一户',
  home: '住户',
  amount: '入账金额',
  what: '用来缴什么',
  whats: { oldest: '先缴最早到期的', picked: '只缴选中的账单' },
  due: (day: string) => `${day}到期`,
  owesNothing: '这一户现在没有欠费，入账后全部记为预存。',
  rest: (yuan: string) => `缴清后剩余 ${yuan} 元，记为这一户的预存。`,
  hint: '按到账那天入账，会给住户开收据并通知。入错了由其他同事撤销，自己不能撤销。',
  send: '确认入账',
  done: (room: string) => `已入账到 ${room}`,
} as const

export const returnTexts = {
  title: '退回付款人',
  way: '从哪里退',
  ways: { wechat: '已在微信商户平台原路退回', transfer: '已从公司账户转账退回' },
  wentBack: (yuan: string) => `系统已收到微信商户平台的退款 ${yuan} 元。全额退回后才能结束这一笔。`,
  notWentBack:
    '系统还没有收到这笔款的退款消息。请先在微信商户平台按微信单号原路退回，第二天对账后再来这里处理。',
  bank: '从哪个账户转出',
  noBank: '还没有登记银行账户。请先到“收银柜”里添加。',
  paidOn: '转出日期',
  reference: '银行流水号',
  referenceHint: '网银或回单上的号码，以后凭它查。',
  why: '为什么退',
  reasons: ['汇错单位，对方要求退回', '查不到是哪一户，联系付款人后退回', '重复付款，付款人要求退回'],
  hint: '请先在网银或商户平台退好再来登记，这里不会把钱转出去。登记后不能撤回，会留下您的名字和时间。',
  send: '登记已退回',
  done: '已登记退回',
} as const

export const resolvedTexts = {
  toPayer: '退回付款人',
  yuan: (amount: string) => `${amount} 元`,
  paid: '到账',
  payer: '付款人',
  number: '单号',
  receipt: '收据号',
  reason: '原因',
  reference: '退款流水号',
  by: '处理人',
  at: '处理时间',
  takenBack: '已撤销',
  takenBackBy: '撤销',
  takenBackBecause: '撤销原因',
  takeBack: '撤销入账',
  takeBackTitle: '撤销入账',
  takeBackWhy: '为什么撤销',
  takeBackReasons: ['认错了住户', '认错了账单', '付款人说不是缴物业费'],
  takeBackHint: '撤销后账单恢复未缴，收据作废，这笔款回到待处理，可以重新确认。请先联系住户说明。',
  takeBackSend: '撤销',
  takeBackDone: '已撤销，款项回到待处理',
} as const

/** What finance should do about it. */
export const advice: Readonly<Record<SuspenseReason, string>> = {
  unknown_order: '在微信商户平台按微信单号查付款人，联系住户核对；确认不是本小区的，在商户平台原路退回。',
  other_amount: '与住户核对实付金额，在商户平台对照这笔订单，核实后入账或退回。',
  paid_twice: '同一张缴费单付了两次。联系住户：入账后转作预存，或在商户平台原路退回多付的一笔。',
  paid_after_close: '缴费单取消后才到账。联系住户：仍要缴费的入到账单，不要的在商户平台原路退回。',
  refunded_elsewhere: '这笔钱付款后已在微信商户平台退款。请核对退款金额，再联系住户说明账单仍未缴清。',
  bank_unexplained: '银行流水里到账，柜台没有登记。请按付款人和附言核对是哪一户。',
  card_unexplained: '刷卡结算到账，柜台没有登记。请向前台核对刷卡小票是哪一户的。',
}
