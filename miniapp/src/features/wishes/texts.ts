import type { Hours } from './hours'

/** To whoever says it of their own home. */
export const ownWords = {
  writtenOnly: '只用书面联系我',
  writtenOnlyHint: '物业不打电话、不上门，有事用微信、短信或信写给您。',
  hours: '几点提醒您方便',
  address: '怎么称呼您',
  addressHint: '例如：王阿姨、李老师。不写，就按登记的姓名。',
} as const

/** To staff to whom a home has said it. */
export const deskWords: Words = {
  writtenOnly: '只用书面联系',
  writtenOnlyHint: '不打电话、不上门，有事用微信、短信或信。',
  hours: '几点提醒方便',
  address: '怎么称呼',
  addressHint: '例如：王阿姨、李老师。不写，就按登记的姓名。',
}

export type Words = Readonly<Record<keyof typeof ownWords, string>>

export const hoursTexts = {
  between: ({ fromHour, toHour }: Hours) => `${fromHour} 点到 ${toHour} 点`,
  ownHours: '自己选时间',
  fromHour: '最早几点',
  toHour: '最晚几点',
  hour: (hour: number) => `${hour} 点`,
} as const
