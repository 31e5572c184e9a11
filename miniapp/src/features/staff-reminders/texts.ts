import type { Channel } from '@anjiao/shared/notice-life'
import { count } from '../../ui/count'

export const reminderTexts = {
  homes: (homes: number) => `${count(homes)} 户`,
  messages: (messages: number) => `${count(messages)} 条`,
  leftOut: '不发的，为什么',
  managersOnly: '由项目经理办理',
  managersOnlyHint: '您可以看，不能改。需要改，请和项目经理说。',
  looksOn: '由项目经理办理。您可以看，不能改。',
  atOnce: '批准后马上开始',
  neverBegan: '没有开始',
  nothing: '—',
} as const

/** What a channel asks of us and of them. */
export const channelHints: Readonly<Record<Channel, string>> = {
  subscription: '不花钱。业主在小程序里同意一次，能发一条',
  sms: '按条计费。名册上登记了手机号的都能发',
  letter: '不会自动寄。由同事打印，寄出或当面交给本人',
}

export const orderTexts = {
  first: (at: number, channel: string) => `第 ${at} 步：${channel}`,
  earlier: (channel: string) => `${channel}往前移`,
  move: '前移',
  rule: '按顺序来：前一种联系不上，或没有送达，才用后一种。一户在一种渠道上最多收到一条。',
} as const
