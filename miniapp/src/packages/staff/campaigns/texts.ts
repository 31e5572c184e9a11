import { count } from '../../../ui/count'

export const texts = {
  rule: '一次活动提醒一批住户缴费：每户最多一条，到发的那一刻已缴清的、正在商量的那几笔，都不提醒。',
  create: '新建活动',
  rules: '自动提醒',
  wordings: '消息内容',
  reach: '能通知到谁',
  list: '缴费提醒活动',
  none: '还没有缴费提醒活动',
  noneHint: '一次提醒一批住户，发完能看到送到多少户、多少户缴了费。平常的到期提醒，用“自动提醒”。',
  forOthers: '活动由项目经理新建、修改和停止，您可以看。',
  latestOnly: (most: number) => `这里只列最近的 ${count(most)} 个活动，更早的不列。`,
  name: '活动',
  state: '状态',
  homes: '户数',
  start: '开始',
  by: '谁拟的',
  made: '拟定时间',
} as const
