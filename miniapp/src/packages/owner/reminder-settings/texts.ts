import type { NoticeKind } from '@anjiao/shared/notice-life'
import type { Hours } from './hours'

export const texts = {
  title: '提醒设置',

  left: '微信提醒还能发几条',
  leftHow: '每同意一次，微信只能发一条。发完了就不再发，要再点下面的按钮同意。',
  leftNone: '小区还没有开通微信提醒',
  leftNoneHint: '消息都写在首页的“消息”里，随时可以看。',
  count: (left: number) => `${left} 条`,
  more: '再同意一次',
  moreHow: '微信会问您要哪几种。选过“总是保持以上选择”的，不再问，点一次多一条。',
  enough: '现在不用再同意了。',
  elsewhere: '要在微信里收提醒，请用微信打开“安缴”小程序，再到这一页。',
  refused: '没有看到微信问您？可能以前选过“总是保持”不接收。要改，点下面去微信里打开。',
  otherwise: '没有微信提醒时，重要的事物业可能发短信或寄信。',

  wishes: '怎么联系您',
  writtenOnly: '只用书面联系我',
  writtenOnlyHint: '物业不打电话、不上门，有事用微信、短信或信写给您。',
  hours: '几点提醒您方便',
  between: ({ fromHour, toHour }: Hours) => `${fromHour} 点到 ${toHour} 点`,
  ownHours: '自己选时间',
  fromHour: '最早几点',
  toHour: '最晚几点',
  hour: (hour: number) => `${hour} 点`,
  address: '怎么称呼您',
  addressHint: '例如：王阿姨、李老师。不写，就按登记的姓名。',
  save: '保存',
  saved: '已保存，从下一条提醒起照这样办。',
  frontDesk: '到小区物业前台说一声，工作人员帮您登记。',
} as const

/** What each kind of message is about. */
export const kindHints: Readonly<Record<NoticeKind, string>> = {
  bill: '新账单出来时',
  reminder: '快到缴费日，或账单还没看时',
  instalment: '分期每一期快到日子时',
  receipt: '缴费成功时',
  answer: '分期、延期、减免、疑问有了结果时',
}
