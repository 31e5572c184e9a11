import { count } from '../../ui/count'

export const deadlineTexts = {
  left: (days: number) => `还有 ${count(days)} 天`,
  today: '今天要答复',
  late: (days: number) => `超期 ${count(days)} 天`,
} as const
