import { count } from '../../ui/count'

export const dryRunTexts = {
  title: '试算结果',
  hint: '按现在的账算，一条也没有发。开始时会再核对一遍：当时已缴清的、正在办分期、延期、减免、有异议的那几笔，都不提醒。',
  homes: '符合条件',
  open: '这些户一共待缴',
  reached: '能送到',
  heldOut: '留作对照',
  leftOutHomes: '不发',
  unreachable: '联系不上',
  unreachableHint: '选的渠道都联系不上。消息仍写在小程序的“消息”里。',
  everybody: '这是全小区所有可以提醒的住户。请想一想，是不是真的都要提醒。',
  nobody: '没有一户符合条件',
  nobodyHint: '放宽楼栋、逾期天数或金额再试。',
  free: '不花钱',
  costUnknown: '单价没有登记，算不出',
  consents: (credits: number) => `会用掉业主同意的 ${count(credits)} 次`,
  tooManyToday: (left: number) => `微信今天还能发 ${count(left)} 条提醒，一天发不完，剩下的明天接着发。`,
  examples: '举几户看看',
  by: (channel: string) => `用${channel}`,
  reads: (label: string, value: string) => `${label}：${value}`,
} as const
