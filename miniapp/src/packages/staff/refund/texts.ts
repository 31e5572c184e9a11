import type { RefundState } from '@anjiao/shared/refund-life'

export const texts = {
  title: '退款',
  unknownRoom: '还没有找到房屋',
  toHome: '看这一户',
  route: '退款方式',
  method: '缴费方式',
  reason: '原因',
  asked: '提出',
  checked: '复核',
  by: (by: string, at: string) => `${by}，${at}`,
  alone: '不超过一个人可退的金额，提交后直接退',
  declined: '为何不退',
  received: '退到',
  receiver: '领款人',
  paidAt: '退款时间',
  parts: '退的账单',
  willOpen: '同意以后，这部分重新待缴。',
  isOpen: '这部分已经重新待缴。',
  fromAdvance: '从预存里退',
  paidBy: '付款人',
  paidFrom: '从哪里付出',
  slip: { cash: '退款单号', transfer: '银行流水号' },
  stands: '要留意',
} as const

/** What happens next, where nobody need do anything; of what is paid out the payout itself tells. */
export const nextTexts: Readonly<Partial<Record<RefundState, string>>> = {
  asked: '等另一位财务或项目经理复核。复核以前钱和账单都没有动。',
  owed: '已经同意。系统正在请微信退款，一般几分钟内有结果。',
  sent: '微信已经受理。退到零钱的很快到账，退到银行卡一般要 1 到 3 个工作日。',
}

export const decideTexts = {
  title: '复核这笔退款',
  rule: '核对缴费、金额和原因。同意以后不能撤回。',
  together: (refunds: number, yuan: string) =>
    `这是退还预存款的一部分：分 ${refunds} 笔缴费退，一共 ${yuan} 元，一起同意、一起退回或撤回。`,
  allTogether: (refunds: number) =>
    `${refunds} 笔一起退：微信缴的原路退回，其他的由前台或财务付出。同意以后不能撤回。`,
  mine: '这笔退款是您提出的，要由另一位财务或项目经理复核。',
  notYours: '由财务或项目经理复核。',
  approve: '同意退款',
  approveTitle: (yuan: string) => `退 ${yuan} 元？`,
  toWechat: '钱原路退回付款人的微信账户，退掉的账单重新待缴。同意以后不能撤回。',
  toAdvance: '钱转入这一户的预存，退掉的账单重新待缴。同意以后不能撤回。',
  paidOut: '同意以后到前台付出，退掉的账单重新待缴。',
  approved: '已同意退款',
  decline: '不同意',
  declineTitle: '不同意退款',
  declineLabel: '为什么不退',
  declineHint: '提出退款的同事会看到这段话。',
  declineSend: '不同意退款',
  declined: '已退回，没有退款',
  reasons: ['核对后没有多缴', '金额不对，请改好再提', '要先请业主确认'],
  withdraw: '撤回这笔退款',
  withdrawAsk: '撤回以后不再退款，需要的话可以重新办理。',
  withdrawn: '已撤回',
} as const

export const payOutTexts = {
  titles: { cash: '付出现金', transfer: '银行转账付出' },
  leads: {
    cash: '核对领款人的身份，请领款人在退款单上签字，再从您的收银柜付出现金。',
    transfer: '先在网银转账，转出以后照银行回单登记。',
  },
  notYours: {
    cash: '请前台或财务的另一位同事付出：不能是提出退款的人，也不能是当初收这笔款的人。',
    transfer: '请另一位财务转账付出：不能是提出退款的人，也不能是当初收这笔款的人。',
  },
  from: (till: string) => `从${till}付出`,
  noTill: '付现金要先开柜。',
  toTill: '去开柜',
  noBank: '还没有登记银行账户，请财务先在收银柜页登记。',
  bank: '从哪个银行账户',
  paidOn: '转出日期',
  receiver: { cash: '领款人姓名', transfer: '收款户名' },
  receiverHint: { cash: '当面领钱的人，一般是业主本人。', transfer: '对方银行账户的户名，一般是业主本人。' },
  voucher: { cash: '退款单号', transfer: '银行流水号' },
  voucherHint: '只填字母、数字和短横线。同一个号只能用一次。',
  send: (yuan: string) => `确认已付出 ${yuan} 元`,
  askTitle: (yuan: string, to: string) => `付给${to} ${yuan} 元？`,
  ask: '登记以后不能撤回。请确认钱已经付出。',
  yes: '已经付出',
  done: '已登记付出',
} as const

export const explainTexts = {
  title: '说明这笔退款',
  lead: '这笔钱没有经过本系统就退给了付款人，例如有人在微信商户平台退的。请说明退的是哪些账单。',
  sum: (yuan: string, now: string) => `各项加起来要等于 ${yuan} 元，现在是 ${now} 元。`,
  fits: '金额对上了。',
  send: '提交说明',
  sent: '已说明，账单已更新',
  notYours: '由财务说明。',
  unknown:
    '还没有找到这笔退款对应的缴费。缴费记录到了会自动对上；过了一天还没有的，请在“待查款”里按微信单号查明。',
  tooOld: '这笔缴费太久了，这里列不出来。请联系技术支持。',
  reasons: ['在商户平台退的多缴款', '在商户平台退的错缴款'],
} as const
