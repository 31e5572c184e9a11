import type { PlanHappening } from '@anjiao/shared/contract/plan'
import { downDays } from '@anjiao/shared/instalments'
import type { PlanState } from '@anjiao/shared/plan-life'

/** A state as staff say it: who has to do what next. */
export const stateWords: Readonly<Record<PlanState, string>> = {
  offered: '已提供，等业主签',
  applied: '等物业答复',
  countered: '已改方案，等业主签',
  approved: '已同意，等业主签',
  signed: '已签署，等首付',
  active: '按期缴费中',
  broken: '已中断',
  cured: '补上后继续',
  kept: '已全部缴完',
  declined: '没有谈成',
  cancelled: '已取消',
  expired: '过期未签',
}

export const happeningWords: Readonly<Record<PlanHappening['event'], string>> = {
  offer: '物业提供方案',
  apply: '业主申请',
  take: '业主按办法自助选定',
  approve: '物业同意',
  counter: '物业建议另一种方案',
  refuse: '物业没有同意',
  decline: '业主没有接受',
  withdraw: '业主撤回申请',
  take_back: '物业收回方案',
  expire: '过期没有签署',
  sign: '业主签署协议',
  start: '开始按期缴费',
  lapse: '首付没有到，方案取消',
  break: '没有按期缴，分期中断',
  cure: '补上了，继续按期缴',
  keep: '全部缴完',
  move: '一期改了缴费日',
  correct: '更正缴费日期后重算',
}

export const termsTexts = {
  down: '首付',
  downUnit: '元',
  downHint: (yuan: string) => `至少 ${yuan} 元，签署后 ${downDays} 天内付`,
  noDown: '可以不要首付，填 0',
  downWrong: '请填金额，最多两位小数，例如 500.00',
  instalments: '分几期',
  instalmentsOf: (instalments: number) => `${instalments} 期`,
  rhythm: '多久一期',
  day: '每期几号缴',
  dayOf: (day: number) => `${day} 号`,
} as const
