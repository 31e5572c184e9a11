import type { planHistories, reachedBefore } from '@anjiao/shared/campaign-terms'
import { count } from '../../ui/count'

export type PlanHistory = keyof typeof planHistories
export type ReachedBefore = keyof typeof reachedBefore

/** The parts of a segment: what they are called, and what they say. */
export const segmentTexts = {
  buildings: '楼栋',
  feeItems: '收费项目',
  overdue: '逾期',
  open: '待缴',
  notAsked: '没提醒过',
  notPaid: '没缴过费',
  plans: '分期',
  reached: '以前提醒',
  everybody: '所有过了缴费日、还没缴清的住户',
  days: (days: number) => `${count(days)} 天`,
  yuan: (yuan: string) => `${yuan} 元`,
  between: (least: string, most: string) => `${least}到 ${most}`,
  atLeast: (least: string) => `${least}以上`,
  atMost: (most: string) => `${most}以内`,
  someItems: (items: number) => `${count(items)} 项`,
} as const
