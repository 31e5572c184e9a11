export const texts = {
  title: '延期申请',
  states: '申请状态',
  until: (date: string) => `延到 ${date}`,
  ahead: (days: number) => `从今天起 ${days} 天`,
  reason: '理由',
  askedAt: '申请时间',
  replyBy: '答复期限',
  answer: '物业答复',
  total: (charges: number) => `${charges} 笔账单`,
  home: '查看住户',
  rule: '同意延期的账单，到那一天之前不算逾期，不计违约金，也不催缴。',
  grantTitle: '同意延期',
  grantUntil: '延到哪一天',
  grantHint: (date: string) => `业主申请延到 ${date}`,
  grant: '同意延到这一天',
  tooEarly: '请选今天以后的日期',
} as const

export const emptyTexts = {
  applied: { title: '没有等待答复的延期申请', hint: '业主申请晚些日子缴费后，会出现在这里。' },
  granted: { title: '还没有同意过延期', hint: '' },
  refused: { title: '没有未同意的延期', hint: '' },
  withdrawn: { title: '没有撤回的延期', hint: '' },
} as const

/** Said most often; each is kind, and says what else can be done. */
export const commonRefusals = [
  '申请的日期太晚了，建议改成分期，一个月缴一份，压力会小一些。',
  '今年的延期已经用过，建议申请分期，前台可以帮您办。',
  '按您的情况可能符合困难减免，建议申请减免，前台可以帮您办。',
] as const
