import type { NoticeWords } from '@anjiao/shared/contract/notices'

export const texts = {
  all: '看全部消息',
  toldAt: '发于',
  sumsOfThen: '。上面是那天的情况，现在的以账单为准。',
  complain: '对这条提醒有意见',
  complainTitle: '哪里不合适？',
  complainHint: '不该提醒、说得不对、时间不方便，都可以写。物业经理看了会答复您；答复之前，不再提醒您缴费。',
  complainLabel: '您的意见',
  complainExample: '例如：这笔我已经在前台缴过了。',
  complainMissing: '请写一两句哪里不合适',
  send: '交给物业经理',
  never: '不写了',
  sent: '已交给物业经理',
  yours: '您的意见',
  replyBy: (day: string) => `物业经理最晚 ${day}答复您。答复之前，不再提醒您缴费。`,
  answer: '物业经理的答复',
  notContent: '还是不合适，可以打电话或到物业前台当面说。',
} as const

/** On the button that leads to what a notice is about. */
export const goalTexts: Readonly<Record<NoticeWords['goal'], string>> = {
  bills: '看账单',
  plan: '看分期',
  payment: '看缴费记录',
  attempt: '看这笔缴费',
  deferral: '看延期',
  relief: '看减免申请',
  dispute: '看答复',
  notice: '看答复',
  debit: '看银行代扣',
  advance: '看预存',
  home: '回首页',
}
