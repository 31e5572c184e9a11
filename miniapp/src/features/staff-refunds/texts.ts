import type { PayoutRoute } from '@anjiao/shared/refund-life'

export const backTexts = {
  what: '退哪些',
  settled: (yuan: string) => `最多退 ${yuan} 元`,
  advance: '从预存里退',
  advanceHint: (yuan: string) => `最多退 ${yuan} 元，不影响账单`,
  amountOf: (what: string) => `退多少：${what}`,
  unit: '元',
  wrong: { 'no-amount': '请填写金额，例如 500 或 1234.50', 'too-much': '超过了可退的金额，请改小' },
  total: '合计退款',
  none: '这笔缴费没有可以退的钱了。',
} as const

export const reasonTexts = {
  label: '退款原因',
  reasons: ['多缴了', '缴错了房屋', '账单有误，已更正', '房屋已过户'],
  other: '其他原因',
} as const

/** WeChat shows the payer so much of it (申请退款, read 2026-11). */
export const reasonMost = 80

/** How money reaches the owner that people pay out. */
export const payoutHints: Readonly<Record<PayoutRoute, string>> = {
  cash: '在前台付给业主。',
  transfer: '由财务转到业主的银行账户。',
}

export const whoDecidesTexts = {
  second: '这笔要另一位财务或项目经理复核，复核以前不退款。',
  alone: (yuan: string) => `这一户现在一个人最多可以退 ${yuan} 元，这笔没有超过。提交以后马上退，不能撤回。`,
  limitUnknown: '提交以后，超过规定金额的要另一位财务或项目经理复核。',
  ask: '提交复核',
  refundNow: '确认退款',
  submit: '提交',
  asked: '已提交，等复核',
  done: '已提交',
} as const
