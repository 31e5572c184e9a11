import { count } from '../../ui/count'

export const paymentTexts = {
  title: '缴费记录',
  when: '时间',
  how: '方式',
  number: '单号和收据',
  receipt: (number: string) => `收据 ${number}`,
  amount: '金额',
  state: '状态',
  by: '缴费人',
  none: '还没有缴费记录',
  noneHint: '微信、柜台和银行的缴费都会列在这里。',
  reversed: '已冲销',
  held: '待查款',
  more: '再看一些',
} as const

export const caseTexts = {
  charges: '待缴的账单',
  nothingOpen: '没有待缴的账单',
  mayPress: '可以提醒',
  mayNotPress: '暂不提醒',
  noStanding: '暂时读不到哪些账单可以提醒。',
  inThis: '本次申请',
  moreCharges: (charges: number) => `再看 ${count(charges)} 笔`,
  plans: '其他分期',
  noPlans: '没有别的分期',
  planOf: (instalments: number, yuan: string) => `${yuan} 元分 ${instalments} 期`,
  relief: '困难减免',
  noRelief: '没有别的减免申请',
} as const
