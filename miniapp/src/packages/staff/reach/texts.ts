import { count } from '../../../ui/count'

export const texts = {
  title: '能通知到谁',
  total: '全小区',
  homes: '住户',
  bound: '用过小程序',
  withCredit: '微信能提醒',
  share: '能提醒的占比',
  homesOf: (homes: number) => `${count(homes)} 户`,
  credits: (credits: number) => `业主一共还同意了 ${count(credits)} 条缴费提醒。`,
  how: '业主在小程序里同意一次，微信才能发一条。缴费后、看账单时，小程序会问。不能发微信的，可以用短信或信。',
  byBuilding: '按楼栋',
  of: (withCredit: number, homes: number) => `能提醒 ${count(withCredit)} / ${count(homes)} 户`,
  boundOf: (building: string, bound: number) => `${building}（${count(bound)} 户用过小程序）`,
  barHint: '外框是全部住户，填满的是微信能提醒的。',
  none: '还没有住户',
  noneHint: '导入名册以后，这里会有统计。',
} as const
