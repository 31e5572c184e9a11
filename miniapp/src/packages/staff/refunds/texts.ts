import type { RefundState } from '@anjiao/shared/refund-life'

export const texts = {
  list: '退款',
  filter: '看哪些',
  all: '全部',
  room: '房屋',
  unknownRoom: '还没有找到房屋',
  amount: '金额',
  route: '退款方式',
  state: '状态',
  asked: '提出',
  askedBy: (by: string, day: string) => `${by} ${day}`,
  stands: '为什么停着',
  nothing: '—',
  more: '再看一些',
  none: '没有这种状态的退款',
  noneAtAll: '还没有退过款',
  how: '要退款，请先在“住户查询”里找到这一户，再点“办理退款”。',
} as const

/** What those in a state wait for, or that there are none. */
export const emptyTexts: Readonly<Partial<Record<RefundState, string>>> = {
  asked: '没有等待复核的退款',
  found: '没有要说明的系统外退款',
  abnormal: '没有异常的退款',
}

export const limitTexts = {
  title: '一个人可以退多少',
  none: '每一笔退款都要两个人：一个人提出，另一位财务或项目经理复核。',
  upTo: '同一户一年里合计不超过这个数，一个人提交就退；超过的，要另一位财务或项目经理复核。',
  change: '修改',
  sheet: '一个人可以退多少',
  field: '同一户一年里不超过',
  unit: '元',
  hint: '填 0，每一笔都要复核。改了以后，新提的退款照新的办。',
  wrong: '请填写金额，例如 200；最多 10,000,000 元',
  save: '保存',
  saved: '已保存',
} as const
