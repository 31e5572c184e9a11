import { addDays, type BusinessDate, businessDateAt } from './calendar.ts'

/** The life of a refund (退款), whole, in one table. */

interface StateFacts {
  /** What staff read. */
  readonly label: string
  /** What the owner reads. */
  readonly ownerLabel: string
  /** Whether what it gives back is taken out of the payment already: no other refund may give it again. */
  readonly counts: boolean
  readonly ended: boolean
}

export const refundStates = {
  /** Waits for a second person. */
  asked: { label: '待复核', ownerLabel: '物业正在审核', counts: true, ended: false },
  declined: { label: '复核未同意', ownerLabel: '没有退款', counts: false, ended: true },
  withdrawn: { label: '已撤回', ownerLabel: '没有退款', counts: false, ended: true },
  /** In the books we owe it. It is to be sent to WeChat, or paid out at the counter. */
  owed: { label: '待付出', ownerLabel: '正在退款', counts: true, ended: false },
  /** WeChat has taken it. */
  sent: {
    label: '微信处理中',
    ownerLabel: '微信正在退款，一般 1 到 3 个工作日到账',
    counts: true,
    ended: false,
  },
  /** The money has left us and does not reach the payer: it is brought on in WeChat's merchant platform. */
  abnormal: {
    label: '退款异常，请到微信商户平台处理',
    ownerLabel: '收款账户异常，物业正在处理',
    counts: true,
    ended: false,
  },
  paid: { label: '已退款', ownerLabel: '已退款', counts: true, ended: true },
  /** WeChat gave nothing back. What was to go back is with the home again. */
  failed: { label: '微信退款未成功', ownerLabel: '退款没有成功，钱已退回账上', counts: false, ended: true },
  /** The money went back without us: in WeChat's merchant platform, or after it had counted as failed. */
  found: { label: '系统外退款，待说明', ownerLabel: '已退款', counts: true, ended: false },
} as const satisfies Record<string, StateFacts>

export type RefundState = keyof typeof refundStates

/** The states of a refund that gives something back, or will. */
export const refundCounts: readonly string[] = Object.entries(refundStates)
  .filter(([, { counts }]) => counts)
  .map(([state]) => state)

type Books =
  | 'nothing'
  /** Charges open again or the advance falls; we owe the money. */
  | 'owed'
  /** The money leaves the merchant, the till or the bank. */
  | 'paid'
  /** Charges open again and the advance rises: nothing leaves. */
  | 'to advance'
  /** What we owed settles the charges again, as far as they are open; the rest is the home's advance. */
  | 'given back to the home'
  /** The money has left the merchant and nobody has said what it was for. */
  | 'out of suspense'
  /** Charges open again or the advance falls, for what suspense bore. */
  | 'explained'

interface EventFacts {
  readonly by: 'staff' | 'second' | 'wechat'
  readonly from: readonly (RefundState | null)[]
  readonly to: RefundState
  readonly books: Books
}

export const refundEvents = {
  ask: { by: 'staff', from: [null], to: 'asked', books: 'nothing' },
  withdraw: { by: 'staff', from: ['asked'], to: 'withdrawn', books: 'nothing' },
  decline: { by: 'second', from: ['asked'], to: 'declined', books: 'nothing' },
  approve: { by: 'second', from: ['asked'], to: 'owed', books: 'owed' },
  /** Goes to the advance: with the approval all is done. */
  move: { by: 'second', from: ['asked'], to: 'paid', books: 'to advance' },
  send: { by: 'wechat', from: ['owed', 'abnormal'], to: 'sent', books: 'nothing' },
  succeed: { by: 'wechat', from: ['owed', 'sent', 'abnormal'], to: 'paid', books: 'paid' },
  stall: { by: 'wechat', from: ['owed', 'sent'], to: 'abnormal', books: 'nothing' },
  fail: { by: 'wechat', from: ['owed', 'sent', 'abnormal'], to: 'failed', books: 'given back to the home' },
  /** It counted as failed, and the payer has the money all the same. */
  surprise: { by: 'wechat', from: ['failed', null], to: 'found', books: 'out of suspense' },
  explain: { by: 'staff', from: ['found'], to: 'paid', books: 'explained' },
  payOut: { by: 'staff', from: ['owed'], to: 'paid', books: 'paid' },
} as const satisfies Record<string, EventFacts>

export type RefundEvent = keyof typeof refundEvents

/** By which way money goes back. */
export const refundRoutes = {
  wechat: '原路退回微信',
  advance: '转入预存',
  cash: '现金退款',
  transfer: '银行转账退款',
} as const
export type RefundRoute = keyof typeof refundRoutes

/** Those by which people pay the money out, at the counter or from a bank account. */
export const payoutRoutes = {
  cash: refundRoutes.cash,
  transfer: refundRoutes.transfer,
} as const satisfies Partial<Record<RefundRoute, string>>
export type PayoutRoute = keyof typeof payoutRoutes

export const isPaidOut = (route: RefundRoute): route is PayoutRoute => route in payoutRoutes

/** WeChat refunds a payment in at most so many parts, and for so many days after it (申请退款, read 2026-11). */
export const wechatRefundsMost = 50
export const wechatRefundDays = 365

/** Whether a payment is too old for WeChat to give it back. */
export const isTooOldForWechat = (paidAt: Date, today: BusinessDate): boolean =>
  addDays(businessDateAt(paidAt), wechatRefundDays) < today

/** The state that an event leads to; undefined when it is none of this state's. */
export function afterRefundEvent(state: RefundState | null, event: RefundEvent): RefundState | undefined {
  const { from, to }: EventFacts = refundEvents[event]
  return from.includes(state) ? to : undefined
}
