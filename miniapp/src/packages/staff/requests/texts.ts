import { count } from '../../../ui/count'

export const texts = {
  list: '待办申请',
  matters: '看哪一类',
  all: '全部',
  tab: (label: string, requests: number) => (requests > 0 ? `${label} ${count(requests)}` : label),
  late: (requests: number) =>
    `有 ${count(requests)} 件超过了答应的答复期限，排在最前，已提请项目经理督办。请先答复这些。`,
  rule: '申请等待答复期间不催缴、不计违约金，所以请按期答复。',
  room: '房屋',
  owner: '业主',
  matter: '事项',
  what: '内容',
  amount: '涉及金额',
  asked: '提交',
  today: '今天',
  daysAgo: (days: number) => `${count(days)} 天前`,
  reply: '答复期限',
  none: '没有等待答复的申请',
  noneHint: '业主申请分期、延期、减免，对账单提出异议，或者对提醒有意见，会出现在这里。',
  noneOfMatter: '这一类没有等待答复的申请',
} as const
