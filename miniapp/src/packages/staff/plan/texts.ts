export const texts = {
  title: '分期方案',
  asked: '申请的方案',
  offered: '物业提供的方案',
  agreed: '分期方案',
  debt: '总额',
  paid: '已缴',
  open: '还需缴',
  askedTerms: '原来申请',
  appliedAt: '申请时间',
  offeredAt: '提供时间',
  replyBy: '答复期限',
  openUntil: '签署期限',
  signedOn: '签署日期',
  lateFee: '违约金',
  reason: '申请理由',
  answer: '物业答复',
  cure: '补缴期限',
  cureText: (date: string, yuan: string) => `${date}前补缴 ${yuan} 元，分期就能继续`,
  moves: '还能改期',
  movesText: (moves: number, days: number) => `${moves} 次，每次最多往后 ${days} 天`,
  progress: '进度',
  counted: (paid: number, missed: number, all: number) =>
    missed > 0 ? `已缴 ${paid} 期，没按期 ${missed} 期，共 ${all} 期` : `已缴 ${paid} 期，共 ${all} 期`,
  happenings: '经过',
  showHome: '查看住户',
} as const

export const decideTexts = {
  schedule: '各期安排',
  title: '怎么答复',
  rule: '请对照住户的欠费、缴费记录和以前的分期再决定。答复会发给业主，各期日期从答复当天重新算起。',
  counter: '换个方案',
  approveTitle: '同意这个方案',
  approveAsk: (terms: string) => `业主可以签署：${terms}。签署以后，按期缴费期间不计违约金，也不催缴。`,
  counterTitle: '建议另一种方案',
  counterHint: '业主看到新方案后可以签署，也可以不接受。',
  counterMessageHint: '说明为什么建议改，业主看得到',
  counterSend: '发出新方案',
  countered: '新方案已发出',
  noPolicy: '读不到申请时的分期办法，请刷新再试。',
  takeBack: '收回这份方案',
  takeBackAsk: '收回后，业主不能再签署这份方案。账单按原来的缴费日算。',
  takenBack: '已收回',
} as const

/** Said most often; each is kind, and says what else can be done. */
export const commonRefusals = [
  '这些账单金额不大，直接缴更省心。手头紧的话，可以先申请延期。',
  '有账单您提出了异议，等答复清楚后再分期更稳妥，不用急着缴。',
  '按您的情况可能符合困难减免，建议先申请减免，前台可以帮您办。',
] as const
