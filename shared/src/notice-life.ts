/** Notices (通知) to a home and what becomes of each attempt at one, whole, in tables. */

interface KindFacts {
  readonly label: string
  /** What it is about, which decides whether it still says what is so when its turn comes. */
  readonly about: 'charges' | 'instalment' | 'payment' | 'answer' | 'debit'
  /** Whether it is one of the messages of which a home gets so many in 30 days (`requestsMost`): all but receipts and replies. */
  readonly counts: boolean
  /** Whether it waits for a decent hour. Who has just paid is told so at once. */
  readonly waitsForHour: boolean
  /** Whether it answers something that its reader did. Such a one still goes when few more may be sent today. */
  readonly answersReader: boolean
}

/** What a home is told of. One template of WeChat's each. */
export const noticeKinds = {
  bill: { label: '账单通知', about: 'charges', counts: true, waitsForHour: true, answersReader: false },
  reminder: { label: '缴费提醒', about: 'charges', counts: true, waitsForHour: true, answersReader: false },
  instalment: {
    label: '分期提醒',
    about: 'instalment',
    counts: true,
    waitsForHour: true,
    answersReader: false,
  },
  receipt: { label: '缴费凭证', about: 'payment', counts: false, waitsForHour: false, answersReader: true },
  answer: { label: '办理结果', about: 'answer', counts: false, waitsForHour: true, answersReader: true },
  /** Without it nothing is debited: whoever allowed debits is told of each a day before. */
  debit: { label: '代扣通知', about: 'debit', counts: false, waitsForHour: true, answersReader: true },
} as const satisfies Record<string, KindFacts>
export type NoticeKind = keyof typeof noticeKinds

/** Whether it asks for money. Of such a one its reader may say what is wrong with it (对提醒的意见). */
export const asksForMoney = (kind: NoticeKind): boolean =>
  noticeKinds[kind].about === 'charges' || noticeKinds[kind].about === 'instalment'

/** How a notice reaches a home. All that was told stands in the mini-program as well (消息). */
export const channels = {
  subscription: '微信订阅消息',
  sms: '短信',
  letter: '纸质信',
} as const
export type Channel = keyof typeof channels

interface DeliveryFacts {
  readonly label: string
  /** Whether the next channel of the notice has its turn then. */
  readonly next: boolean
  readonly ended: boolean
}

/** The one attempt at a notice on one channel. */
export const deliveryStates = {
  waiting: { label: '等待发送', next: false, ended: false },
  /** Written down before the call: whatever happens after it, nobody sends it again by themselves. */
  sending: { label: '正在发送', next: false, ended: false },
  /** Taken by WeChat, the SMS provider or the post. That it arrived is not known yet. */
  sent: { label: '已发出', next: false, ended: false },
  /** Known to have arrived. */
  delivered: { label: '已送达', next: false, ended: true },
  /** Known not to have arrived. */
  failed: { label: '没有送达', next: true, ended: true },
  /** The gate kept it back, for good. */
  left_out: { label: '不需要发', next: false, ended: true },
  /** Nobody on this channel: not bound, no consent left, no phone. */
  unreachable: { label: '此渠道联系不上', next: true, ended: true },
  /** No answer to the call. A person looks, for a second message is worse than none. */
  unknown: { label: '结果不明，请核对', next: false, ended: false },
  stopped: { label: '已停止', next: false, ended: true },
} as const satisfies Record<string, DeliveryFacts>
export type DeliveryState = keyof typeof deliveryStates

/** How an attempt stands. What a machine is sending, with a letter is printed and waits for somebody to carry it. */
export const deliveryLabel = ({ channel, state }: { channel: Channel; state: DeliveryState }): string =>
  channel === 'letter' && state === 'sending' ? '已打印，等着寄出' : deliveryStates[state].label

/** Why a notice is not sent now. `later`: it is looked at again. `channel`: another channel may do. */
interface WhyNotFacts {
  readonly label: string
  readonly ends: 'notice' | 'channel' | 'later'
}

export const whyNotSend = {
  stopped: { label: '活动或自动提醒已停止', ends: 'notice' },
  paused: { label: '活动已暂停', ends: 'later' },
  too_late: { label: '已经过时', ends: 'notice' },
  /** Read in the mini-program, it needs no other channel. A letter is left only where the owner was the reader. */
  opened: { label: '已经看过', ends: 'notice' },
  contract_ended: { label: '物业服务已终止', ends: 'notice' },
  transferred: { label: '房屋已经过户', ends: 'notice' },
  deceased: { label: '业主已故，请先联系家属办理', ends: 'notice' },
  do_not_contact: { label: '已登记请勿联系', ends: 'notice' },
  complaint_open: { label: '对提醒有意见，还没答复', ends: 'notice' },
  nothing_open: { label: '已缴清', ends: 'notice' },
  nothing_due: { label: '还没到缴费日', ends: 'notice' },
  held: { label: '正在办分期、延期、减免或异议', ends: 'notice' },
  paying: { label: '正在付款', ends: 'later' },
  not_so: { label: '情况已变，不用再提醒', ends: 'notice' },
  too_soon: { label: '最近刚提醒过', ends: 'notice' },
  too_many: { label: '30 天内提醒次数已到上限', ends: 'notice' },
  hour: { label: '不在可以提醒的时间', ends: 'later' },
  quota: { label: '微信今天的发送额度已用完', ends: 'later' },
  nobody: { label: '没有可以联系的人', ends: 'channel' },
  no_credit: { label: '没有同意过，或同意的次数用完了', ends: 'channel' },
  not_set_up: { label: '这个渠道现在没有开通', ends: 'channel' },
  no_wording: { label: '这个渠道还没有消息模板', ends: 'channel' },
  does_not_fit: { label: '内容放不进消息模板', ends: 'channel' },
} as const satisfies Record<string, WhyNotFacts>
export type WhyNotSend = keyof typeof whyNotSend

/** Why nothing of a running campaign goes out: what the gate says of its messages, or what stops a whole channel. */
export const whyCampaignStands = {
  paused: whyNotSend.paused.label,
  hour: whyNotSend.hour.label,
  paying: whyNotSend.paying.label,
  quota: whyNotSend.quota.label,
  not_set_up: '短信现在没有开通，请联系管理员',
  config: '发送设置有误，请联系管理员',
  template: '消息模板用不了，请到“消息内容”里看是哪一个，换一个模板',
  no_connection: '暂时连不上微信或短信服务，过几分钟会再试',
} as const
export type WhyCampaignStands = keyof typeof whyCampaignStands

/** Why staff entered that a home is not to be contacted. */
export const contactStops = {
  deceased: '业主已故，先联系家属办理',
  asked: '业主说过不要联系',
  represented: '由律师或代理人联系',
  other: '其他原因',
} as const

/** How an attempt ended on the provider's side. */
export const deliveryOutcomes = {
  accepted: '对方已接收',
  refused: '业主拒收，或同意的次数用完了',
  not_arrived: '没有到达对方手机',
  invalid: '内容或收件人不对',
  banned: '用户已关闭消息',
  limited: '发送太频繁或额度用完',
  config: '发送设置有误，请联系管理员',
  no_connection: '暂时连不上微信或短信服务，没有发出',
  lost: '没有收到发送结果',
  declined: '当面拒收',
  returned: '退回或没有人',
} as const
export type DeliveryOutcome = keyof typeof deliveryOutcomes

/** What proves that a notice reached somebody (民法典诉讼时效规定 8: arrived, or should have arrived). Sent proves nothing. */
export const deliveryProofs = {
  accepted: '对方服务器已接收',
  arrived: '已到达手机',
  bounced: '没有到达',
  opened: '业主已打开',
  posted: '已交邮寄',
  handed: '已当面交给本人或同住成年家属',
  declined: '当面拒收',
  signed_for: '邮件已签收',
  returned: '退回，没有送到',
  withdrawn: '打印后没有寄出',
} as const
export type DeliveryProof = keyof typeof deliveryProofs
