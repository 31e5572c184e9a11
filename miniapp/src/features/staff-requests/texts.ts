import { count } from '../../ui/count'

export const deadlineTexts = {
  left: (days: number) => `还有 ${count(days)} 天`,
  today: '今天要答复',
  late: (days: number) => `超期 ${count(days)} 天`,
} as const

/** What is asked of whoever decides, whatever the matter. */
export const decisionTexts = {
  again: '刷新',
} as const
