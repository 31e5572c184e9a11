import { count } from '../../ui/count'

export const deadlineTexts = {
  left: (days: number) => `还有 ${count(days)} 天`,
  today: '今天要答复',
  late: (days: number) => `超期 ${count(days)} 天`,
} as const

/** What is asked of whoever decides, whatever the matter. */
export const decisionTexts = {
  notYours: '由财务、项目经理答复。',
  approve: '同意',
  refuse: '不同意',
  message: '给业主的话',
  messageHint: '可以不填',
  refuseTitle: '不同意，告诉业主原因',
  refuseHint: '业主会看到这段话。请写清原因，再告诉对方还可以怎么办。',
  refuseLabel: '原因',
  refuseSend: '发送答复',
  approved: '已同意',
  refused: '已答复',
  again: '刷新',
} as const
